import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LimitBook } from "../../../../models/alarm/rules/limit-book.ts";
import { readOverrides, type RuleOverride } from "../../../../models/alarm/rules/overrides.ts";
import type { Device } from "../../../../models/device/device.ts";
import { kindOf } from "../../../../models/device/catalogue.ts";
import { buildingId, deviceId, gridCellId, kindId, limitId, propertyId } from "../../../../models/ids.ts";

const cell = gridCellId("cell-1");
const home = buildingId("A-3");
const co = limitId("garage_co.co");
const property = propertyId("carbonMonoxide");

const device = (
  name: string,
  building: string | null,
  storey: number | null,
): Pick<Device, "id" | "kind" | "place"> => ({
  id: deviceId(name),
  kind: kindId("garage_co"),
  place: {
    building: building === null ? null : buildingId(building),
    ...{ storey, dwelling: null, space: null, at: null },
  },
});
const here = device("air-1", "A-3", -1);
/** From the nearest to the farthest that hold for it. */
const nearestFirst = [
  { device: "air-1" },
  { building: "A-3", storey: -1 },
  { building: "A-3" },
  { gridCell: "cell-1" },
  { community: true },
] as const;
const elsewhere = [
  { device: "air-2" },
  { building: "A-3", storey: 1 },
  { building: "B-1" },
  { gridCell: "cell-2" },
] as const;

const overrideAt = (at: RuleOverride["at"], set: RuleOverride["set"], atMs = 0): RuleOverride => ({
  limit: co,
  ...{ at, set, atMs },
  reason: "a ventilation test",
  who: "supervisor",
});
const bookWith = (...overrides: RuleOverride[]) => {
  const book = new LimitBook((building) => (building === home ? cell : null));
  book.replace(overrides);
  return book;
};
const limitHere = (book: LimitBook) => book.limitsOf(here, property).find(({ id }) => id === co);

const set = fc.record(
  {
    enabled: fc.boolean(),
    value: fc.integer({ min: 10, max: 90 }),
    onDelayS: fc.nat(600),
    priority: fc.constantFrom("P1" as const, "P2" as const, "P3" as const),
  },
  { requiredKeys: [] },
);
const anyOverride = fc.record({
  at: fc.constantFrom(...nearestFirst, ...elsewhere),
  set,
  atMs: fc.nat(5),
});

describe("what is otherwise at a place", () => {
  it("AR19 is told by the nearest word on each field, the later of two for one place", () => {
    fc.assert(
      fc.property(fc.array(anyOverride, { maxLength: 8 }), (rows) => {
        const overrides = rows.map(({ at, set: what, atMs }) => overrideAt(at, what, atMs));
        const told = <Key extends keyof RuleOverride["set"]>(key: Key) =>
          nearestFirst
            .flatMap((at) =>
              overrides
                .filter((each) => JSON.stringify(each.at) === JSON.stringify(at))
                .toSorted((a, b) => a.atMs - b.atMs)
                .toReversed(),
            )
            .find((each) => each.set[key] !== undefined)?.set[key];
        const book = bookWith(...overrides);
        const base = kindOf(here.kind)!.limits.find(({ id }) => id === co)!;
        const limit = book.limitOf(here, co)!;
        expect(limit.condition).toEqual({ when: "above", value: told("value") ?? 24 });
        expect(limit.onDelayS).toBe(told("onDelayS") ?? base.onDelayS);
        expect(limit.priority).toBe(told("priority") ?? base.priority);
        expect(limitHere(book)).toBe(told("enabled") === false ? undefined : limit);
      }),
    );
  });

  it("AR19 holds for its place alone", () => {
    const book = bookWith(overrideAt({ building: "A-3", storey: -1 }, { value: 30 }));
    const valueFor = (each: Pick<Device, "id" | "kind" | "place">) => book.limitOf(each, co)?.condition;
    expect(valueFor(here)).toEqual({ when: "above", value: 30 });
    for (const other of [device("air-3", "A-3", -2), device("air-4", "B-1", -1), device("air-5", null, -1)])
      expect(valueFor(other)).toEqual({ when: "above", value: 24 });
  });

  it("AR21 leaves the same object where nothing changed", () => {
    const book = bookWith(overrideAt({ device: "air-1" }, { value: 30 }));
    const before = limitHere(book);
    const version = book.version;
    book.replace([
      overrideAt({ device: "air-1" }, { value: 30 }, 9),
      overrideAt({ device: "air-2" }, { enabled: false }),
    ]);
    expect(limitHere(book)).toBe(before);
    expect(book.version).toBe(version + 1);
    expect(bookWith().limitsOf(here, property)[0]).toBe(kindOf(here.kind)!.limits[0]);
  });

  it("AR20 is read where it fits its rule, and refused with a sentence where it does not", () => {
    const good = overrideAt({ community: true }, { value: 30, party: "PM-SEC", offDelayS: 5 });
    expect(readOverrides(JSON.parse(JSON.stringify([good])))).toEqual({ ok: true, overrides: [good] });
    const voltage = { ...good, limit: "elec_meter.voltage" };
    for (const [bad, where] of [
      [{ ...good, limit: "garage_co.none" }, "0.limit"],
      [{ ...good, set: { low: 1, high: 2 } }, "0.set.low"],
      [{ ...good, set: { value: 301 } }, "0.set.value"],
      [{ ...good, set: {} }, "0.set"],
      [{ ...good, reason: " " }, "0.reason"],
      [{ ...good, who: undefined }, "0.who"],
      [{ ...good, at: {} }, "0.at"],
      [{ ...voltage, set: { low: 200 } }, "0.set.low"],
      [{ ...voltage, set: { low: 240, high: 200 } }, "0.set.low"],
    ] as const) {
      const reading = readOverrides([bad]);
      expect(reading, where).toMatchObject({ ok: false, where });
      if (!reading.ok) expect(reading.sentence["zh-CN"]).not.toBe("");
    }
    expect(readOverrides({})).toMatchObject({ ok: false, where: "" });
  });

  it("AR20 answers whatever it is handed", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(readOverrides(json).ok).toBeTypeOf("boolean");
      }),
    );
  });
});
