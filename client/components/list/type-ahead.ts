import { folded } from "./wanted-words.ts";

/** Letters typed one after the other, and when the last one was. */
export interface Typed {
  readonly letters: string;
  readonly atMs: number;
}

export const nothingTyped: Typed = { letters: "", atMs: Number.NEGATIVE_INFINITY };

/** Letters with a longer pause between them are two words. */
const pauseMs = 800;

/**
 * What is typed once another key was pressed; null when the key is no letter of a word. Small letters and digits
 * alone are shortcuts of the desk, so a word begins with a capital; whatever follows without a pause belongs to it.
 */
export function typedOn(before: Typed, key: string, atMs: number): Typed | null {
  if (Array.from(key).length !== 1) return null;
  const open = before.letters !== "" && atMs - before.atMs <= pauseMs;
  if (!open && (key === " " || !beginsWord(key))) return null;
  return { letters: folded((open ? before.letters : "") + key), atMs };
}

const beginsWord = (key: string): boolean => key !== key.toLowerCase() || /\p{Lo}/u.test(key);

/**
 * The next row whose name begins with the letters, from the active one on and around; the same letter again and again
 * goes from one to the next. −1 when no name does.
 */
export function rowOfLetters(
  letters: string,
  at: number,
  count: number,
  nameOf: (at: number) => string,
): number {
  const [first = ""] = letters;
  const again = Array.from(letters).every((letter) => letter === first);
  const wanted = again ? first : letters;
  for (let step = again ? 1 : 0; step < count + (again ? 1 : 0); step++) {
    const row = (at + step) % count;
    if (folded(nameOf(row)).startsWith(wanted)) return row;
  }
  return -1;
}
