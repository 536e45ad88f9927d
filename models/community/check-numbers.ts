import type { Community } from "./community.ts";
import type { Problem } from "./problem.ts";

/** Every number of the document, with the way to it. Typed arrays of a mesh are checked by whoever fills them. */
function* numbersOf(value: unknown, way: string): Generator<readonly [number, string]> {
  if (typeof value === "number") yield [value, way];
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* numbersOf(item, `${way}[${index}]`);
  } else if (value !== null && typeof value === "object") {
    for (const [key, item] of Object.entries(value)) yield* numbersOf(item, way ? `${way}.${key}` : key);
  }
}

export function* numbersOutOfReach({ mesh: _mesh, ...document }: Community): Generator<Problem> {
  for (const [number, where] of numbersOf(document, "")) {
    if (!Number.isFinite(number))
      yield { rule: "number", where, sentence: `${number} is not a finite number` };
  }
}
