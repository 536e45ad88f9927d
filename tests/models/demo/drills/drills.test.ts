import { describe, expect, it } from "vitest";
import { explainedBy, mayBeExplained, type Cause } from "../../../../models/alarm/rules/explain.ts";
import { drillPlay } from "../../../../models/demo/drills/play.ts";
import type { Values } from "../../../../models/demo/values/reader.ts";
import { isBeyond } from "../../../../models/device/limits.ts";
import type { Limit } from "../../../../models/device/kind.ts";
import { drillFrom, drillNames, type DrillName } from "../../../../models/drill/drill.ts";
import type { DeviceId } from "../../../../models/ids.ts";
import { minutes, seconds } from "../../../../models/quantity.ts";
import { demoOf, local } from "../xinghe-demo.ts";

const demo = demoOf();
const byId = new Map(demo.devices.map((device) => [device.id, device]));
const fromMs = local(11, 24, 19 + 40 / 60);
const playOf = (drill: DrillName, of = demo) => drillPlay(drillFrom(drill, fromMs), of);

/** What each of the cast reads at an instant, the drill over what it would read without. */
function readAt(drill: DrillName, sinceMs: number): Map<DeviceId, Values> {
  const play = playOf(drill);
  const atMs = fromMs + sinceMs;
  const cast = demo.devices.filter(({ id }) => play.cast.has(id));
  return new Map(
    cast.map((device) => [device.id, { ...demo.valuesAt(device, atMs), ...play.readsAt(device, atMs) }]),
  );
}

/** Limits that a drill's readings are beyond and were not, with when they first were. */
function beyondWithin(drill: DrillName, withinS: number): { device: DeviceId; limit: Limit; atS: number }[] {
  const play = playOf(drill);
  const found = new Map<string, { device: DeviceId; limit: Limit; atS: number }>();
  for (const device of demo.devices.filter(({ id }) => play.cast.has(id))) {
    const usual = demo.valuesAt(device, fromMs);
    const is = (limit: Limit, values: Values): boolean => {
      const spec = device.kind.points.find(({ property }) => property === limit.property);
      const value = values[limit.property];
      const measure = typeof value === "string" ? spec?.values.indexOf(value) : Number(value);
      return isBeyond(limit.condition, measure ?? Number.NaN);
    };
    for (let atS = 0; atS <= withinS; atS++) {
      const reads = play.readsAt(device, fromMs + atS * seconds);
      if (reads === null) continue;
      for (const limit of device.kind.limits) {
        const began = found.get(limit.id + device.id)?.atS ?? atS;
        if (!(limit.property in reads) || is(limit, usual) || !is(limit, reads)) continue;
        if (began + limit.onDelayS <= withinS)
          found.set(limit.id + device.id, { device: device.id, limit, atS: began });
      }
    }
  }
  return [...found.values()];
}

describe("the drills of the demo", () => {
  it.each(drillNames)("DM13 %s is played by devices there are, within the range of their points", (drill) => {
    const play = playOf(drill);
    const silent = [...play.cast].filter((id) => !byId.has(id)).map(String);
    const wrong: string[] = [];
    for (const device of demo.devices.filter(({ id }) => play.cast.has(id))) {
      let spoken = 0;
      for (const { property, type, values, min, max } of device.kind.points) {
        for (let sinceMs = 0; sinceMs < 15 * minutes; sinceMs += 20 * seconds) {
          const value = play.readsAt(device, fromMs + sinceMs)?.[property];
          if (value === undefined) continue;
          spoken++;
          const fits =
            type === "enum"
              ? values.includes(String(value))
              : type === "boolean"
                ? typeof value === "boolean"
                : Number(value) >= min && Number(value) <= max;
          if (!fits) wrong.push(`${device.id} ${property}: ${value}`);
        }
      }
      if (spoken === 0) silent.push(device.id);
    }
    expect({ silent, wrong }).toEqual({ silent: [], wrong: [] });
  });

  it.each(drillNames)("DM13 %s changes nothing before it begins and after it has ended", (drill) => {
    const play = playOf(drill);
    for (const atMs of [fromMs - 1, play.running.untilMs]) {
      expect(play.isCutOff(atMs)).toBe(false);
      for (const id of play.cast) expect(play.readsAt(byId.get(id)!, atMs), id).toBeNull();
    }
  });

  it("DM14 a fire begins in one kitchen, and a second sign on its storey follows within a minute", () => {
    const onFloor = (sinceMs: number) =>
      [...readAt("kitchen-fire", sinceMs)].filter(
        ([id, { smoke, state, pressed }]) =>
          byId.get(id)?.place.building === "A-3" && (smoke === true || state === "fire" || pressed === true),
      );
    expect(onFloor(10 * seconds).map(([id]) => id)).toEqual(["XH-A-3-U1-F21-R2102-smoke-01"]);
    const confirmed = onFloor(58 * seconds).map(([id]) => byId.get(id)?.place.storey);
    expect(confirmed).toEqual([21, 21]);
  });

  it("DM14 lifts of a burning house go down, free and open; its doors and all turnstiles let people out", () => {
    const later = readAt("kitchen-fire", 3 * minutes);
    const of = (kind: string) => [...later].filter(([id]) => byId.get(id)?.kind.id === kind);
    expect(of("lift")).toHaveLength(3);
    for (const [, values] of of("lift"))
      expect(values).toMatchObject({ mode: "fire", floor: 1, door: "open", person: false, speed: 0 });
    for (const [, values] of of("door_access")) expect(values).toMatchObject({ locked: false });
    expect(of("turnstile")).toHaveLength(20);
    for (const [, values] of of("turnstile")) expect(values).toMatchObject({ freeExit: "open" });
    expect(of("fire_panel")).toHaveLength(1);
  });

  it("DM14 the kitchen's detector is there however few devices homes have", () => {
    const few = demoOf({ scale: 0.01 });
    expect(playOf("kitchen-fire", few).cast.has("XH-A-3-U1-F21-R2102-smoke-01" as DeviceId)).toBe(true);
  });

  it("DM15 a tripped transformer makes some 500 alarms in a minute, and explains all but those of danger", () => {
    const raised = beyondWithin("transformer-trip", 60).filter(
      ({ device }) => byId.get(device)?.kind.id !== "elec_meter",
    );
    expect(raised.length).toBeGreaterThan(450);
    expect(raised.length).toBeLessThan(550);
    const causes = new Map<DeviceId, Cause[]>();
    for (const { device, limit } of raised)
      if (limit.explains) causes.set(device, [{ device, explains: limit.explains }]);
    const unexplained = raised.filter(
      ({ device, limit }) =>
        !mayBeExplained(limit) || explainedBy(device, (id) => byId.get(id), causes) === null,
    );
    expect(unexplained.map(({ limit }) => limit.id)).toEqual(["transformer.tripped"]);
  });

  it("DM16 without a broker no connection stands, and no device reads otherwise", () => {
    const play = playOf("broker-gone");
    expect(play.isCutOff(fromMs)).toBe(true);
    expect(play.running.untilMs - fromMs).toBe(5 * minutes);
    expect(play.cast.size).toBe(0);
  });
});
