import { describe, expect, it } from "vitest";
import { catalogue, kindOf } from "../../../models/device/catalogue.ts";
import type { Limit, PointSpec } from "../../../models/device/kind.ts";
import { isStillBeyond } from "../../../models/device/limits.ts";
import { parties } from "../../../models/device/parties.ts";
import { kindId } from "../../../models/ids.ts";
import { languages } from "../../../models/language/text.ts";
import { energyUses } from "../../../models/overlay/bodies.ts";
import { energySources } from "../../../models/overlay/energy-sources.ts";
import { kindsOfTable } from "./kinds-of-table.ts";

const kinds = [...catalogue.values()];
const everyPoint = kinds.flatMap((kind) => kind.points.map((point) => ({ kind, point })));
const everyLimit = kinds.flatMap((kind) => kind.limits.map((limit) => ({ kind, limit })));

function thresholds(condition: Limit["condition"]): number[] {
  if (condition.when === "outside") return [condition.low, condition.high];
  return "value" in condition ? [condition.value] : [];
}
/** Conditions that only a measured number can meet. */
const ofNumbers: ReadonlySet<string> = new Set([
  ...["above", "below", "outside", "rising", "falling", "mean-above", "mean-below"],
]);
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
    if (ofNumbers.has(limit.condition.when)) expect(spec!.type).toBe("number");
    if (limit.condition.when === "is") expect(spec!.type).not.toBe("number");
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

  it("AR14 gives what is measured a deadband that a healthy value leaves, and counts none", () => {
    const analogue = everyLimit.filter(({ limit: { condition } }) => ofNumbers.has(condition.when));
    for (const { kind, limit } of analogue) {
      const spec = point(kind.id, limit.property);
      const span = spec.normal === null ? spec.max - spec.min : spec.normal.high - spec.normal.low;
      const share = (limit.deadband ?? 0) / span;
      if (["", "s", "h", "persons"].includes(spec.unit)) expect(limit.deadband, limit.id).toBeUndefined();
      else if (limit.deadband !== spec.resolution) {
        expect(share, limit.id).toBeLessThan(0.055);
      }
      if (spec.normal === null || "by" in limit.condition) continue;
      const healthy = [spec.normal.low, spec.normal.high, (spec.normal.low + spec.normal.high) / 2];
      expect(
        healthy.filter((value) => !isStillBeyond(limit, value)),
        limit.id,
      ).not.toEqual([]);
    }
  });

  it("AR15 waits as long for the end as for the beginning, at most a minute", () => {
    for (const { limit } of everyLimit)
      expect(limit.offDelayS ?? 0, limit.id).toBe(Math.min(60, limit.onDelayS));
  });

  it("AR37 has somebody look at what guards life, and at plant, when it does not answer; of homes staff learn nothing", () => {
    const rules = everyLimit.filter(({ limit }) => limit.id.endsWith(".no-answer"));
    for (const { kind, limit } of rules) {
      const spec = point(kind.id, limit.property);
      expect(spec.visibility, limit.id).not.toBe("personal");
      const told = kind.points.filter(
        ({ type, visibility }) => type !== "event" && visibility !== "personal",
      );
      expect(spec.periodS, limit.id).toBe(Math.min(...told.map(({ periodS }) => periodS)));
      expect(limit).toMatchObject({
        condition: { when: "silent", of: "itself" },
        priority: kind.lifeSafety ? "P3" : "P4",
      });
    }
    const watched = new Set(rules.map(({ kind }) => kind.id));
    const guarding = kinds.filter(({ lifeSafety, id }) => lifeSafety && !watched.has(id)).map(({ id }) => id);
    expect(guarding).toEqual(["sos_button", "wearable", "fall_radar"]);
    const plant = rules.filter(({ kind }) => !kind.lifeSafety).map(({ kind }) => kind.id);
    expect(plant.toSorted()).toEqual([
      ...["elec_feeder", "heat_substation", "sump_pump", "transformer", "water_pump", "water_quality"],
    ]);
  });

  it("AR16 latches what a person has to see with their own eyes", () => {
    expect(everyLimit.flatMap(({ limit }) => (limit.latches ? [limit.id] : []))).toEqual([
      "smoke_detector.fire",
      "smoke_detector.confirmed",
      "home_smoke.smoke",
      "home_smoke.confirmed",
      "heat_detector.hot",
      "heat_detector.confirmed",
      "heat_detector.rising",
      "manual_call_point.confirmed",
      "manual_call_point.pressed",
      "gas_detector.gas-low",
      "gas_detector.gas-high",
      "gas_detector.co-low",
      "gas_detector.co-high",
      "gas_detector.state-gas-low",
      "gas_detector.state-gas-high",
      "gas_detector.state-co",
      "gas_detector.not-shut",
      "bess.cell-danger",
      "bess.hydrogen",
      "bess.co",
      "bess.smoke",
      "lift.trapped",
      "lift.entrapment",
      "lift.overspeed",
      "lift.door-unsafe",
      "lift.brake",
      "ebike_charger.hot",
      "ebike_charger.smoke",
      "waste_station.hot",
      "sos_button.pressed",
      "sos_button.unanswered",
      "wearable.fall",
      "fall_radar.fall",
    ]);
  });

  it("AR17 lets smoke of one detector be P2, and P1 when nobody looked at it in three minutes", () => {
    const escalating = everyLimit.filter(({ limit }) => limit.escalates !== undefined);
    expect(escalating.map(({ limit }) => limit.id)).toEqual(["smoke_detector.fire", "home_smoke.smoke"]);
    for (const { limit } of escalating)
      expect(limit).toMatchObject({ priority: "P2", escalates: { toPriority: "P1", afterS: 180 } });
  });

  it("AR18 says what explains the alarms of others", () => {
    expect(
      everyLimit.flatMap(({ limit: { id, explains } }) => (explains ? [`${id} ${explains}`] : [])),
    ).toEqual([
      "transformer.tripped fed",
      "elec_feeder.tripped fed",
      "elec_feeder.no-voltage fed",
      "gateway.silent carried",
      "gateway.intake silence",
      "gateway.children carried",
    ]);
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
      "fall_radar.no-sign-of-life",
      "leak_sensor.running-at-night",
      "sos_button.battery-empty",
      "sos_button.battery-low",
      "sos_button.no-sign-of-life",
      "sos_button.pressed",
      "sos_button.unanswered",
      "wearable.fall",
      "wearable.no-sign-of-life",
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
