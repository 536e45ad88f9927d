import { describe, expect, it } from "vitest";
import { catalogue, kindOf } from "../../../models/device/catalogue.ts";
import type { Limit, PointSpec } from "../../../models/device/kind.ts";
import { parties } from "../../../models/device/parties.ts";
import { kindId } from "../../../models/ids.ts";
import { languages } from "../../../models/language/text.ts";
import { energyUses } from "../../../models/overlay/bodies.ts";
import { energySources } from "../../../models/overlay/energy-sources.ts";
import { kindsOfTable } from "./kinds-of-table.ts";

const kinds = [...catalogue.values()];
const everyPoint = kinds.flatMap((kind) => kind.points.map((point) => ({ kind, point })));
const everyLimit = kinds.flatMap((kind) => kind.limits.map((limit) => ({ kind, limit })));

const thresholds = (condition: Limit["condition"]): number[] =>
  condition.when === "outside" ? [condition.low, condition.high] : [condition.value];
const point = (kind: string, property: string): PointSpec =>
  kindOf(kindId(kind))!.points.find((candidate) => candidate.property === property)!;

describe("the device catalogue", () => {
  it("DV1 holds every kind of the table once", () => {
    const installed = kinds.filter(({ id }) => !id.startsWith("recorded_"));
    expect(installed.map((kind) => kind.id).toSorted()).toEqual(Object.keys(kindsOfTable).toSorted());
    expect(installed).toHaveLength(49);
  });

  it("DV1 names everything in both languages", () => {
    const names = [
      ...kinds.map((kind) => kind.name),
      ...everyPoint.map(({ point: { name } }) => name),
      ...everyLimit.map(({ limit }) => limit.message),
      ...parties.values(),
    ];
    for (const language of languages) {
      expect(names.filter((name) => name[language].trim() === "")).toEqual([]);
    }
  });

  it("has no property twice in a kind and no limit id twice at all", () => {
    for (const kind of kinds) {
      const properties = kind.points.map(({ property }) => property);
      expect(new Set(properties).size, kind.id).toBe(properties.length);
    }
    const ids = everyLimit.map(({ limit }) => limit.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(everyLimit)("DV2 $limit.id refers to a point and lies in its range", ({ kind, limit }) => {
    const spec = kind.points.find(({ property }) => property === limit.property);
    expect(spec).toBeDefined();
    expect(spec!.type).not.toBe("event");
    for (const threshold of thresholds(limit.condition)) {
      expect(threshold).toBeGreaterThanOrEqual(spec!.min);
      expect(threshold).toBeLessThanOrEqual(spec!.max);
    }
    expect(spec!.type === "number").toBe(limit.condition.when !== "is");
  });

  it("DV3 gives every limit a known party, a source, and no false claim", () => {
    for (const { limit } of everyLimit) {
      expect(parties.has(limit.party), limit.id).toBe(true);
      expect(limit.source).not.toBe("");
      expect(limit.verified).toBe(false);
    }
    for (const kind of kinds) expect(parties.has(kind.party), kind.id).toBe(true);
  });

  it("DV4 keeps ranges, normal bands and steps sane", () => {
    for (const { kind, point: spec } of everyPoint) {
      const where = `${kind.id}/${spec.property}`;
      expect(spec.min, where).toBeLessThanOrEqual(spec.max);
      expect(Math.max(Math.abs(spec.min), spec.max) / spec.resolution, where).toBeLessThan(2 ** 30);
      expect(spec.periodS, where).toBeGreaterThan(0);
      expect(spec.values.length > 0, where).toBe(spec.type === "enum");
      if (spec.type === "enum") expect(spec.max, where).toBe(spec.values.length - 1);
      if (!spec.normal) continue;
      expect(spec.normal.low, where).toBeGreaterThanOrEqual(spec.min);
      expect(spec.normal.high, where).toBeLessThanOrEqual(spec.max);
    }
  });

  it("DV5 keeps what happens in a home personal, and life-safety state for staff", () => {
    for (const kind of [
      "wearable",
      "fall_radar",
      "sos_button",
      "elec_meter",
      "gas_meter",
      "water_meter",
      "room_temp",
    ]) {
      const specs = kindOf(kindId(kind))!.points;
      expect(new Set(specs.map(({ visibility }) => visibility)), kind).toEqual(new Set(["personal"]));
    }
    expect(point("gas_detector", "methane").visibility).toBe("personal");
    expect(point("gas_detector", "state").visibility).toBe("staff");
    expect(point("home_smoke", "smoke").visibility).toBe("staff");
    expect(point("vehicle_gate", "plate").visibility).toBe("personal");
    expect(point("door_access", "entry").visibility).toBe("personal");
    expect(point("elec_feeder", "power").visibility).toBe("staff");
    expect(point("env_station", "pm25").visibility).toBe("public");
  });

  it("DV12 tells staff of a home's own point only where somebody has to come", () => {
    const told = everyLimit.flatMap(({ limit }) => (limit.tellsStaff ? [limit.id] : []));
    expect(told.toSorted()).toEqual([
      "fall_radar.fall",
      "sos_button.battery-empty",
      "sos_button.battery-low",
      "sos_button.pressed",
      "sos_button.unanswered",
      "wearable.fall",
    ]);
  });

  it("DV13 shows staff all of what a recording says, and the public nothing", () => {
    for (const kind of kinds.filter(({ id }) => id.startsWith("recorded_")))
      expect(new Set(kind.points.map(({ visibility }) => visibility)), kind.id).toEqual(new Set(["staff"]));
    expect(energySources.map(({ kind }) => kind).filter((kind) => kind.startsWith("recorded_"))).toEqual([
      "recorded_home",
    ]);
  });

  it("names what a feeder feeds and which points obey", () => {
    expect(point("elec_feeder", "use").values).toEqual([...energyUses]);
    const writable = everyPoint.filter(({ point: spec }) => spec.writable);
    expect(writable.map(({ kind, point: spec }) => `${kind.id}/${spec.property}`).toSorted()).toEqual([
      "street_light/dim",
      "street_light/state",
      "vehicle_gate/arm",
      "water_pump/mode",
    ]);
  });

  it("DV11 comes to about 48,000 points in the demo", () => {
    const counts = Object.entries(kindsOfTable).filter(
      ([kind]) => kind !== "gas_meter" && kind !== "water_meter",
    );
    const framed = (kind: string) =>
      kindOf(kindId(kind))!.points.filter(({ type }) => type !== "event").length;
    const points = counts.reduce((sum, [kind, count]) => sum + count * framed(kind), 0);
    expect(counts.reduce((sum, [, count]) => sum + count, 0)).toBe(11_334);
    expect(Math.abs(points - 48_000)).toBeLessThan(480);
  });
});
