/** The row the keys have moved to, kept by what it shows and not by where it stands. */
export interface ActiveRow {
  readonly key: string;
  /** Where it stood last; the nearest row takes its place while it is not in the list. */
  readonly at: number;
}

/** Where a key stands in a list of `count` rows, asked at `near` first; −1 when it is not there. */
export function placeOf(key: string, near: number, count: number, keyOf: (at: number) => string): number {
  if (near >= 0 && near < count && keyOf(near) === key) return near;
  for (let at = 0; at < count; at++) if (keyOf(at) === key) return at;
  return -1;
}

/** Where the active row stands now; where it is gone, the nearest to its old place. −1 in an empty list. */
export function activeAt(active: ActiveRow, count: number, keyOf: (at: number) => string): number {
  const at = placeOf(active.key, active.at, count, keyOf);
  return at >= 0 ? at : Math.min(Math.max(0, active.at), count - 1);
}

type Move = (at: number, page: number, count: number) => number;

const next: Move = (at) => at + 1;
const previous: Move = (at) => at - 1;
const moves: ReadonlyMap<string, Move> = new Map([
  ["ArrowDown", next],
  ["j", next],
  ["ArrowUp", previous],
  ["k", previous],
  ["PageDown", (at, page) => at + page],
  ["PageUp", (at, page) => at - page],
  ["Home", () => 0],
  ["End", (_at, _page, count) => count - 1],
]);

/** Where a key of the keyboard moves to from `at`, `page` rows being a page; null when it moves nowhere. */
export function rowAfterKey(key: string, at: number, count: number, page: number): number | null {
  const to = moves.get(key)?.(at, page, count);
  return to === undefined || count === 0 ? null : Math.max(0, Math.min(count - 1, to));
}
