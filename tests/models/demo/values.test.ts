import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectOf } from "../../../models/demo/faults/timeline.ts";
import { standingPicture } from "../../../models/demo/faults/standing.ts";
import type { Order } from "../../../models/demo/values/orders.ts";
import { refusalOf } from "../../../models/demo/values/orders.ts";
import { readers } from "../../../models/demo/values/readers.ts";
import { homePowerKw } from "../../../models/demo/rhythm/household.ts";
import { days, hours } from "../../../models/quantity.ts";
import { demoOf, local } from "./xinghe-demo.ts";

const demo = demoOf();
const device = (id: string) => demo.devices.find((candidate) => candidate.id === id)!;
const ofKind = (kind: string) => demo.devices.filter((candidate) => candidate.kind.id === kind);
const anInstant = fc.integer({ min: local(1, 1, 0), max: local(12, 31, 23) });
const evening = local(11, 24, 19.25);

/** Ways in which raw values do not fit the catalogue. */
function misfits(atMs: number): string[] {
  const now = demo.now(atMs);
  return demo.devices.flatMap((each) => {
    const values = readers[each.kind.id]!(each, now, demo.works);
    const points = each.kind.points.filter(({ type }) => type !== "event");
    const unknown = Object.keys(values).filter((name) => !points.some(({ property }) => property === name));
    const wrong = points.filter(({ property, type, min, max, values: names }) => {
      const value = values[property];
      if (type === "number") return typeof value !== "number" || !(value >= min && value <= max);
      return type === "boolean" ? typeof value !== "boolean" : !names.includes(String(value));
    });
    return [...unknown, ...wrong.map(({ property }) => property)].map(
      (name) => `${each.kind.id}/${name} ${String(values[name])}`,
    );
  });
}

describe("what the demo's devices read", () => {
  it.each([
    ["deep winter", local(1, 22, 7.3)],
    ["a March noon", local(3, 12, 12)],
    ["a June dawn", local(6, 3, 5.1)],
    ["a July heat", local(7, 25, 15)],
    ["a rest-day evening", local(10, 11, 20.4)],
    ["New Year's eve", local(12, 31, 23.9)],
  ])("DM7 fits the catalogue exactly in %s", (_, atMs) => {
    expect([...new Set(misfits(atMs))]).toEqual([]);
  });

  it("DM7 stays in range with faults on top, told in whole steps", () => {
    const busy = demoOf({ rates: "demo" });
    fc.assert(
      fc.property(anInstant, (at) => {
        for (const [id, fault] of busy.faults.activeAt(at)) {
          const faulty = busy.devices.find((candidate) => candidate.id === id)!;
          for (const [property, value] of Object.entries(effectOf(fault, at))) {
            const spec = faulty.kind.points.find((point) => point.property === property)!;
            if (typeof value === "number")
              expect(value >= spec.min && value <= spec.max, `${fault.case.id} ${property}`).toBe(true);
            else if (typeof value === "string")
              expect(spec.values, `${fault.case.id} ${property}`).toContain(value);
            else expect(spec.type).toBe("boolean");
          }
        }
      }),
    );
  });

  it("DM1 gives the same answers in any order, and others for another seed", () => {
    const [again, other] = [demoOf(), demoOf({ seed: 2 })];
    const sample = demo.devices.filter((_, index) => index % 97 === 0);
    const there = sample.map((each) => demo.valuesAt(each, evening));
    again.valuesAt(sample[0]!, evening + 5 * days);
    const back = sample.toReversed().map((each) => again.valuesAt(each, evening));
    expect(back.toReversed()).toEqual(there);
    const elsewhere = other.devices
      .filter((_, index) => index % 97 === 0)
      .map((each) => other.valuesAt(each, evening));
    expect(elsewhere).not.toEqual(there);
  });

  it("DM5 has circuits of homes carry what the meters of their homes read", () => {
    const now = demo.now(evening);
    for (const feeder of demo.works.feeders.filter(({ use }) => use === "dwellings")) {
      const meters = ofKind("elec_meter").filter(({ place }) => place.building === feeder.serves);
      const sum = meters.reduce((total, meter) => total + Number(demo.valuesAt(meter, evening)["power"]), 0);
      const read = Number(demo.valuesAt(device(feeder.device.id), evening)["power"]);
      expect(Math.abs(read - sum), feeder.serves).toBeLessThan(0.0005 * meters.length + 0.06);
      expect(demo.works.feederKw(feeder, now)).toBeGreaterThan(10);
    }
  });

  it("DM5 has charging circuits carry their chargers, and transformers their circuits less their sun", () => {
    const noon = local(6, 20, 12);
    const now = demo.now(noon);
    const charging = demo.works.feeders.filter(({ use }) => use === "ev");
    for (const feeder of charging) {
      const sum = (demo.works.fed.get(feeder.device.id) ?? []).reduce(
        (total, id) => total + Number(demo.valuesAt(device(id), noon)["power"]),
        0,
      );
      expect(Math.abs(demo.works.feederKw(feeder, now) - sum)).toBeLessThan(0.03 * sum + 0.5);
    }
    const drawn = demo.works.feeders.reduce((sum, feeder) => sum + demo.works.feederKw(feeder, now), 0);
    const sun = ofKind("pv_inverter").reduce((sum, { id }) => sum + demo.works.panelsKw(id, now), 0);
    const storage = ofKind("bess").reduce((sum, each) => sum + Number(demo.valuesAt(each, noon)["power"]), 0);
    const through = ofKind("transformer").reduce((sum, { id }) => sum + demo.works.transformerKw(id, now), 0);
    expect(sun).toBeGreaterThan(200);
    expect(Math.abs(through - (drawn - sun + storage))).toBeLessThan(0.04 * Math.abs(storage) + 1);
  });

  it("DM5 comes to a believable year of homes: 2,300 to 3,100 kWh each", () => {
    const homes = [...demo.works.households.values()].filter((_, index) => index % 10 === 0);
    let sumKwh = 0;
    for (let day = 3; day < 365; day += 13) {
      for (let hour = 0; hour < 24; hour++) {
        const now = demo.now(local(1, 1, 0) + day * days + hour * hours);
        for (const home of homes) if (home.dwelling.residents > 0) sumKwh += homePowerKw(home, now);
      }
    }
    const occupied = homes.filter(({ dwelling }) => dwelling.residents > 0).length;
    const perYear = (sumKwh / occupied) * (365 / 28);
    expect(perYear).toBeGreaterThan(2300);
    expect(perYear).toBeLessThan(3100);
  });

  it("DM8 opens with three small faults that last", () => {
    for (const [id, values] of standingPicture.faults)
      expect(demo.valuesAt(device(id), evening)).toMatchObject(values);
  });

  it("DM9 has something small about every two minutes, and about forty cases a day at the true rates", () => {
    const beginning = (rates: "real" | "demo", from: number, lengthMs: number): number => {
      const { faults } = demoOf({ rates });
      const seen = new Set<object>();
      for (let at = from; at < from + lengthMs; at += 30_000)
        for (const fault of faults.activeAt(at).values()) seen.add(fault);
      return seen.size;
    };
    const perHour = beginning("demo", evening, 4 * hours) / 4;
    expect(perHour).toBeGreaterThan(25);
    expect(perHour).toBeLessThan(50);
    const perDay = beginning("real", local(11, 20, 0), 6 * days) / 6;
    expect(perDay).toBeGreaterThan(18);
    expect(perDay).toBeLessThan(50);
  });

  it("DM12 obeys what it can be told, and refuses the rest", () => {
    const order = (value: Order["value"], sinceMs = evening): Order => ({ value, sinceMs });
    const lamp = device("XH-lamp-001");
    expect(demo.valuesAt(lamp, evening, new Map([["state", order("off")]]))).toMatchObject({
      state: "off",
      dim: 0,
      power: 0,
    });
    expect(demo.valuesAt(lamp, evening, new Map([["dim", order(30)]]))).toMatchObject({
      state: "on",
      dim: 30,
      power: 12,
    });
    const noon = local(11, 24, 12);
    expect(demo.valuesAt(lamp, noon, new Map([["state", order("on")]]))).toMatchObject({
      state: "on",
      dim: 100,
      power: 40,
    });
    const barrier = device("XH-gate-S-barrier-01");
    const raised = new Map([["arm", order("up")]]);
    expect(demo.valuesAt(barrier, evening + 500, raised)["arm"]).toBe("rising");
    expect(demo.valuesAt(barrier, evening + 5000, raised)["arm"]).toBe("up");
    const pump = ofKind("water_pump")[0]!;
    expect(demo.valuesAt(pump, evening, new Map([["mode", order("off")]]))).toMatchObject({
      mode: "off",
      flow: 0,
      pump1State: "stopped",
    });
    expect(refusalOf(lamp, "state", "on")).toBeNull();
    expect(refusalOf(lamp, "state", "purple")).toMatch(/takes one of off, on, fault/);
    expect(refusalOf(lamp, "dim", 130)).toMatch(/from 0 to 100/);
    expect(refusalOf(lamp, "power", 3)).toMatch(/no property power that can be set/);
  });
});
