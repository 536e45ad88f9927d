import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../../models/device/catalogue.ts";
import type { MappingRow, PointRow } from "../../../../models/mapping/mapping-file.ts";
import { readMappingFile } from "../../../../models/mapping/mapping-file.ts";
import {
  conditionOf,
  fateOf,
  newLimit,
  typedNumber,
  withFate,
  withKind,
  withPart,
  withPlace,
  withPoint,
  wordsIn,
  wordsText,
} from "../../../../client/desks/administrator/mapping/draft.ts";

const row: MappingRow = {
  id: "a",
  source: "zigbee2mqtt",
  match: { device: "x" },
  kind: "k",
  points: [{ from: "/t", property: "t" }],
};

describe("a draft of a mapping", () => {
  it("stays a mapping row whatever becomes of its values", () => {
    const fates = fc.constantFrom("point", "left-out", "waits");
    const pointers = fc.constantFrom("/t", "/a/b", "/switch:0/apower", "/温度", "/{odd}");
    fc.assert(
      fc.property(fc.array(fc.tuple(pointers, fates)), (steps) => {
        let now = row;
        for (const [pointer, fate] of steps) {
          now = withFate(now, pointer, fate, "number");
          expect(fateOf(now, pointer)).toBe(fate);
        }
        const names = now.points.map(({ property }) => property);
        expect(new Set(names).size).toBe(names.length);
        // A pointer with braces is no plain place; the server says so, and nothing here breaks.
        const plain = JSON.stringify(now).includes("{odd}") || now.points.length === 0;
        expect(plain || readMappingFile({ mapping: 1, rows: [now] }).ok).toBe(true);
      }),
    );
  });

  it("keeps a value's name and unit when what becomes of it is said again", () => {
    const named: MappingRow = { ...row, points: [{ from: "/t", property: "t", unit: "°C" }] };
    expect(withFate(named, "/t", "point", "number")).toEqual(named);
  });

  it("MP14 keeps what its points are when its kind goes beyond the catalogue", () => {
    const leak: MappingRow = {
      ...row,
      kind: "leak_sensor",
      points: [
        { from: "/water_leak", property: "wet" },
        { from: "/length", property: "length", visibility: "personal" },
        { from: "/t", property: "t", unit: "°C" },
      ],
    };
    const beyond = withKind(leak, "attic_thing");
    expect(beyond).toMatchObject({
      kind: "attic_thing",
      points: [
        { from: "/water_leak", property: "wet", type: "boolean", name: { en: "Wet" } },
        { property: "length", type: "number", unit: "m", min: 0, max: 50, visibility: "personal" },
        { from: "/t", property: "t", unit: "°C" },
      ],
    });
    expect(readMappingFile({ mapping: 1, rows: [beyond] }).ok).toBe(true);
    expect(withKind(row, "leak_sensor")).toEqual({ ...row, kind: "leak_sensor" });
  });

  it("MP14 reads as a mapping row whatever kind of the catalogue it leaves", () => {
    for (const kind of catalogue.values()) {
      const points = kind.points
        .filter(({ type }) => type !== "event")
        .map(({ property }) => ({ from: `/${property}`, property: String(property) }));
      if (points.length === 0) continue;
      const beyond = withKind({ ...row, kind: String(kind.id), points }, "own_thing");
      expect(readMappingFile({ mapping: 1, rows: [beyond] })).toMatchObject({ ok: true });
      const types = beyond.points.map(({ type }) => type);
      expect(types).toEqual(kind.points.filter(({ type }) => type !== "event").map(({ type }) => type));
    }
  });

  it("gives back the words that were typed", () => {
    const words: PointRow["words"] = { ON: true, OFF: false, "a = b": "half", low: 10 };
    expect(wordsIn(wordsText(words))).toEqual(words);
    expect(wordsIn("nothing here\n= 3\nx =")).toBeUndefined();
  });

  it("takes parts out instead of keeping them empty", () => {
    const both: { a?: number; b?: number } = { a: 1, b: 2 };
    expect(withPart(both, "a", undefined)).toEqual({ b: 2 });
    expect(withPlace({ ...row, at: { building: "B" } }, {})).not.toHaveProperty("at");
    expect(withPoint(row, { from: "/t", property: "u" }).points).toEqual([{ from: "/t", property: "u" }]);
    expect([typedNumber(""), typedNumber("x"), typedNumber("-1.5")]).toEqual([undefined, undefined, -1.5]);
  });

  it("changes the sort of a condition and keeps its number", () => {
    const outside = conditionOf("outside", { when: "above", value: 30 });
    expect(outside).toEqual({ when: "outside", low: 0, high: 30 });
    expect(conditionOf("below", outside)).toEqual({ when: "below", value: 30 });
    const ruled = withPoint(row, { from: "/t", property: "t", limits: [newLimit()] });
    expect(readMappingFile({ mapping: 1, rows: [ruled] }).ok).toBe(true);
  });
});
