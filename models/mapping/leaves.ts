/** One plain value of a message, and where it stands: a JSON Pointer (RFC 6901), `/emeters/0/power`. */
export interface Leaf {
  readonly pointer: string;
  readonly value: string | number | boolean | null;
}

export const mostLeaves = 256;
const longestPointer = 256;
const deepest = 8;

export const pointerOf = (levels: readonly string[]): string =>
  levels.map((level) => `/${level.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The levels of a pointer; null for text that is none. */
export function levelsOf(pointer: string): readonly string[] | null {
  if (pointer === "") return [];
  if (!pointer.startsWith("/") || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split("/")
    .map((level) => level.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What stands at a pointer; undefined where nothing does. */
export function valueAt(message: unknown, pointer: string): unknown {
  let value = message;
  for (const level of levelsOf(pointer) ?? []) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, level)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[level];
  }
  return value;
}

/**
 * All plain values of a message, in its order. `over` counts what is too deep, too long in name or too much; empty
 * lists and objects hold nothing.
 */
export function leavesOf(message: unknown, under = ""): { readonly leaves: Leaf[]; readonly over: number } {
  const leaves: Leaf[] = [];
  let over = 0;
  const visit = (value: unknown, pointer: string, depth: number): void => {
    if (typeof value === "object" && value !== null) {
      if (depth >= deepest) over += 1;
      else
        for (const [key, member] of Object.entries(value))
          visit(member, pointer + pointerOf([key]), depth + 1);
    } else if (leaves.length >= mostLeaves || pointer.length > longestPointer || pointer === "") over += 1;
    else if (isPlain(value)) leaves.push({ pointer, value });
  };
  visit(message, under, 0);
  return { leaves, over };
}

const isPlain = (value: unknown): value is Leaf["value"] =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean";
