import fc from "fast-check";
import { expect } from "vitest";
import { checkCommunity } from "../../../models/community/check.ts";
import { readCommunityFile } from "../../../models/formats/read-community.ts";
import { expectSoundMesh } from "./city-files.ts";

const deep = (levels: number): unknown => {
  let value: unknown = 0;
  for (let i = 0; i < levels; i += 1) value = i % 3 === 0 ? { deeper: value } : [value];
  return value;
};

/** Values that stand where something else should. */
export const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, "", [], {}, -1, 99, 1e308, -0, 2 ** 53, "2.2", [[]], [[[[0]]]], {
    type: "Solid",
  }),
  fc.constant(deep(500)),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.string(),
  fc.jsonValue(),
);

export type Change =
  | { readonly how: "replace"; readonly to: unknown }
  | { readonly how: "delete" | "double" }
  | { readonly how: "add"; readonly key: string; readonly to: unknown };

export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ how: fc.constant("replace" as const), to: odd }),
  fc.record({ how: fc.constantFrom("delete" as const, "double" as const) }),
  fc.record({
    how: fc.constant("add" as const),
    key: fc.constantFrom("__proto__", "constructor", "toString", "geometry", "parents", "transform", "0"),
    to: odd,
  }),
);

/** Every place in a JSON value, as the path to it. */
export function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  const below = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [[...path], ...below.flatMap(([key, each]) => placesOf(each, [...path, key]))];
}

/** Defined, not assigned: `__proto__` is to be a key like any other. */
const put = (into: object, key: string, value: unknown): void =>
  void Object.defineProperty(into, key, { value, enumerable: true, configurable: true, writable: true });

/** A copy with one place changed; a path that leads nowhere changes nothing. */
export function mutated(value: unknown, path: readonly string[], change: Change): unknown {
  const copy = structuredClone(value);
  if (path.length === 0) return change.how === "replace" ? change.to : copy;
  let at: unknown = copy;
  for (const key of path.slice(0, -1)) at = (at as Record<string, unknown> | null)?.[key];
  const last = path.at(-1)!;
  if (typeof at !== "object" || at === null || !Object.hasOwn(at, last)) return copy;
  const place = (at as Record<string, unknown>)[last];
  if (change.how === "replace") put(at, last, change.to);
  else if (change.how === "add") {
    const into = typeof place === "object" && place !== null ? place : at;
    // A list of JSON has no names to add.
    if (Array.isArray(into)) into.push(change.to);
    else put(into, change.key, change.to);
  } else if (Array.isArray(at))
    at.splice(Number(last), 1, ...(change.how === "double" ? [place, place] : []));
  else if (change.how === "delete") delete (at as Record<string, unknown>)[last];
  else put(at, `${last} again`, place);
  return copy;
}

const reachM = 100_000;

/** Read, with nothing in it that could not be drawn or could not be; or refused, with a sentence. */
export function expectSoundOrRefused(text: string | Uint8Array, name = "small.city.json"): void {
  const reading = readCommunityFile({ name, text });
  if (!reading.ok) {
    expect(reading.problem.sentence.en.length).toBeGreaterThan(10);
    expect(reading.problem.sentence.en).not.toContain("\n");
    expect(reading.problem.sentence.en.length).toBeLessThan(1000);
    expect(reading.problem.code).not.toBe("");
    return;
  }
  const { mesh, extent, frame, buildings } = reading.community;
  if (mesh !== null) expectSoundMesh(mesh);
  expect(checkCommunity(reading.community)).toEqual([]);
  const numbers = [
    ...extent.min,
    ...extent.max,
    ...frame.centre,
    frame.radiusM,
    ...buildings.flatMap(({ footprint, baseM, heightM }) => [...footprint.flat(2), baseM, heightM]),
  ];
  expect(numbers.filter((n) => !(Math.abs(n) <= 2 * reachM))).toEqual([]);
  expect(mesh?.positions.findIndex((n) => !(Math.abs(n) <= reachM)) ?? -1).toBe(-1);
}
