import { folded, wantedWords } from "../list/wanted-words.ts";

/** Something that can be found: by what it is called (its id, its name in each language), and by what it is about. */
export interface Findable<Thing> {
  readonly thing: Thing;
  readonly names: readonly string[];
  readonly about: readonly string[];
}

/** How well a thing answers, the best first: called so; begins so; a word of it begins so; words of its names; of all. */
const ranks = 5;

interface Entry<Thing> {
  readonly thing: Thing;
  /** `|name|name|`, folded. */
  readonly names: string;
  /** The names and what it is about. */
  readonly all: string;
}

/** No name holds it once folded: it is taken out. */
const between = "|";
const foldedLine = (parts: readonly string[]): string =>
  between + parts.map((part) => folded(part).replaceAll(between, " ")).join(between) + between;

/** Things with their words folded once, so that a key pressed costs a scan and nothing else. */
export class FindIndex<Thing> {
  readonly #entries: readonly Entry<Thing>[];

  constructor(things: readonly Findable<Thing>[]) {
    // What things are about repeats from one to the next (kinds, places): each is folded once.
    const known = new Map<string, string>();
    const foldedAbout = (about: string): string => {
      const before = known.get(about);
      if (before !== undefined) return before;
      const now = folded(about);
      known.set(about, now);
      return now;
    };
    this.#entries = things.map(({ thing, names, about }) => {
      const line = foldedLine(names);
      return { thing, names: line, all: line + about.map(foldedAbout).join(between) };
    });
  }

  /** Those that answer, by rank, in the order they were given; of each rank at most so many. */
  ranked(typed: string, most: number): readonly (readonly Thing[])[] {
    const words = wantedWords(typed.replaceAll(between, " "));
    const whole = words.join(" ");
    const found = Array.from({ length: ranks }, (): Thing[] => []);
    if (whole === "") return found;
    for (const entry of this.#entries) {
      const bucket = found[rankOf(entry, whole, words)];
      if (bucket !== undefined && bucket.length < most) bucket.push(entry.thing);
    }
    return found;
  }
}

function rankOf({ names, all }: Entry<unknown>, whole: string, words: readonly string[]): number {
  for (const word of words) if (!all.includes(word)) return ranks;
  if (names.includes(between + whole + between)) return 0;
  if (names.includes(between + whole)) return 1;
  if (names.includes(` ${whole}`)) return 2;
  return words.every((word) => names.includes(word)) ? 3 : 4;
}

/** The best of several indexes; at the same rank the things of an earlier one come first. */
export function find<Thing>(
  indexes: readonly FindIndex<Thing>[],
  typed: string,
  most: number,
): readonly Thing[] {
  const each = indexes.map((index) => index.ranked(typed, most));
  const found: Thing[] = [];
  for (let rank = 0; rank < ranks; rank++) for (const byRank of each) found.push(...(byRank[rank] ?? []));
  return found.slice(0, most);
}
