import { kindOf } from "../../../../models/device/catalogue.ts";
import type { DeviceKind, PointSpec } from "../../../../models/device/kind.ts";
import { kindId } from "../../../../models/ids.ts";
import type { LimitRow, MappingRow, PlaceRow, PointRow } from "../../../../models/mapping/mapping-file.ts";

/** What becomes of a value: a point, left out knowingly, or nothing yet. */
export type Fate = "point" | "left-out" | "waits";

/** The same with one part set, or without it. */
export function withPart<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  key: Key,
  part: Whole[Key] | undefined,
): Whole {
  const { [key]: _, ...rest } = whole;
  return (part === undefined ? rest : { ...rest, [key]: part }) as Whole;
}

export const fateOf = (row: MappingRow, pointer: string): Fate => {
  if (row.points.some(({ from }) => from === pointer)) return "point";
  return row.ignore?.includes(pointer) === true ? "left-out" : "waits";
};

/** A name for a new point, from where its value stands. */
const nameFor = (pointer: string, row: MappingRow): string => {
  const last = pointer.split("/").at(-1) ?? "";
  const wished = last.replaceAll(/[^\p{L}\p{N}_.-]/gu, "-") || "value";
  const taken = new Set(row.points.map(({ property }) => property));
  let name = wished;
  for (let n = 2; taken.has(name); n++) name = `${wished}${n}`;
  return name;
};

export function withFate(row: MappingRow, pointer: string, fate: Fate, shape: string): MappingRow {
  if (fateOf(row, pointer) === fate) return row;
  const points = row.points.filter(({ from }) => from !== pointer);
  const ignore = (row.ignore ?? []).filter((each) => each !== pointer);
  if (fate === "left-out") return { ...row, points, ignore: [...ignore, pointer] };
  if (fate === "waits") return { ...row, points, ignore };
  const type = shape === "boolean" ? "boolean" : "number";
  return { ...row, points: [...points, { from: pointer, property: nameFor(pointer, row), type }], ignore };
}

export const withPoint = (row: MappingRow, point: PointRow): MappingRow => ({
  ...row,
  points: row.points.map((each) => (each.from === point.from ? point : each)),
});

export const withPlace = (row: MappingRow, place: PlaceRow): MappingRow =>
  withPart(row, "at", Object.keys(place).length === 0 ? undefined : place);

export function knownKind(kind: string): DeviceKind | undefined {
  try {
    return kindOf(kindId(kind));
  } catch {
    return undefined;
  }
}

/**
 * The row with its device of another kind. A point that was one of the old kind's catalogue and is none of the new one's
 * says from now on itself what it is: its type, states, unit and range stay.
 */
export function withKind(row: MappingRow, kind: string): MappingRow {
  const before = knownKind(row.kind)?.points ?? [];
  const after = knownKind(kind)?.points ?? [];
  const points = row.points.map((point) => {
    const spec = before.find(({ property }) => property === point.property);
    const stays = spec === undefined || after.some(({ property }) => property === point.property);
    return stays ? point : spokenFor(point, spec);
  });
  return { ...row, kind, points };
}

function spokenFor(point: PointRow, spec: PointSpec): PointRow {
  const { name, type, unit, min, max, visibility, resolution, values, periodS } = spec;
  const own = { name: { "zh-CN": name["zh-CN"], en: name.en }, visibility, periodS };
  if (type === "boolean") return { ...own, ...point, type };
  if (type === "enum") {
    const states = Object.fromEntries(values.map((state) => [state, state]));
    return { ...own, ...point, type, words: { ...states, ...point.words } };
  }
  const decimals = Math.min(6, Math.max(0, Math.round(-Math.log10(resolution))));
  return { ...own, min, max, decimals, ...point, type: "number", unit };
}

/** A number as it was typed; undefined for nothing. */
export const typedNumber = (typed: string): number | undefined => {
  const value = Number(typed);
  return typed.trim() === "" || !Number.isFinite(value) ? undefined : value;
};

export const wordsText = (words: PointRow["words"]): string =>
  Object.entries(words ?? {})
    .map(([word, meaning]) => `${word} = ${String(meaning)}`)
    .join("\n");

/** `ON = true` a line; `true` and `false` are what they say, numbers numbers, all else the name of a state. */
export function wordsIn(typed: string): PointRow["words"] {
  const pairs = typed.split("\n").flatMap((line) => {
    const at = line.lastIndexOf("=");
    const [word, meaning] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return at > 0 && word !== "" && meaning !== "" ? [[word, meaningOf(meaning)] as const] : [];
  });
  return pairs.length === 0 ? undefined : Object.fromEntries(pairs);
}

function meaningOf(typed: string): string | number | boolean {
  if (typed === "true" || typed === "false") return typed === "true";
  return typedNumber(typed) ?? typed;
}

export const newLimit = (): LimitRow => ({
  condition: { when: "above", value: 0 },
  priority: "P3",
  message: { "zh-CN": "超出限值", en: "Beyond its limit" },
});

/** The condition of another sort, with the numbers that it has in common. */
export function conditionOf(
  when: LimitRow["condition"]["when"],
  before: LimitRow["condition"],
): LimitRow["condition"] {
  const value = "value" in before ? before.value : before.high;
  return when === "outside" ? { when, low: "low" in before ? before.low : 0, high: value } : { when, value };
}
