import { describe, expect, it } from "vitest";
import { ManyDevices } from "../../benchmarks/scene/many-devices.ts";
import { expectShown } from "../../benchmarks/scene/trial.ts";
import { activityStep } from "../../models/device/activity.ts";
import { kindOf } from "../../models/device/catalogue.ts";
import { limitsOf } from "../../models/device/limits.ts";
import { boxHolds, boxOf } from "../../models/community/geometry.ts";
import { noCounts } from "../../server/ingest/codes.ts";
import { Intake } from "../../server/ingest/intake.ts";
import { Twin } from "../../server/twin/twin.ts";
import { twoHouses } from "../models/community/two-houses.ts";

const nowMs = Date.UTC(2026, 5, 1);

function movedIn(count: number) {
  const devices = new ManyDevices(twoHouses, count);
  const twin = new Twin({ limitsOf: () => [], localHour: () => 12 });
  const counters = noCounts();
  const tray = { note: () => undefined };
  const intake = new Intake({ twin, tray, counters, now: () => nowMs, monotonicMs: () => 0, kindOf });
  devices.moveIn({ twin });
  return { devices, twin, intake };
}

/** How far at work the sign of each device of a twin says it is. */
const steps = (twin: Twin): number[] =>
  twin.devices.map(({ device, firstPoint }) =>
    activityStep(kindOf(device.kind)!.activity, twin.state.values[firstPoint]!),
  );

describe("the devices of the scene benchmark", () => {
  it("hang on the façades, each of its building", () => {
    const { devices, twin } = movedIn(60);
    expect(twin.devices).toHaveLength(60);
    for (const [n, { device }] of twin.devices.entries()) {
      const building = twoHouses.buildings[devices.buildingOf[n]!]!;
      const [east, north, up] = device.place.at!;
      expect(device.place.building).toBe(building.id);
      expect(boxHolds(boxOf(building.footprint[0]!), [east, north])).toBe(true);
      expect(up).toBeGreaterThanOrEqual(building.baseM);
      expect(up).toBeLessThanOrEqual(building.baseM + building.heightM);
    }
    expect(new Set(devices.buildingOf).size).toBe(2);
  });

  it("change as many as asked, each so that its sign is another, and no limit watches them", () => {
    const { devices, twin, intake } = movedIn(60);
    devices.introduce({ twin, intake }, 0, 60);
    twin.tick(nowMs);
    const before = steps(twin);
    const { indices, states } = devices.change({ twin, intake }, 7);
    const { delta } = twin.tick(nowMs + 100);
    const after = steps(twin);
    expect(new Set(delta.indices)).toEqual(new Set(indices));
    expect(indices).toHaveLength(7);
    expect(new Set(after.flatMap((step, n) => (step === before[n] ? [] : [n])))).toEqual(new Set(indices));
    expect(after.map((step) => (step > 0 ? 1 : 0))).toEqual([...devices.states]);
    expect([...states]).toEqual([...indices].map((index) => devices.states[index]));
    const { device } = twin.devices[0]!;
    expect(limitsOf(kindOf(device.kind)!, device.points[0]!.property)).toEqual([]);
  });

  it("end the benchmark when a server does not take what they say", () => {
    const { devices, intake } = movedIn(3);
    const empty = new Twin({ limitsOf: () => [], localHour: () => 12 });
    const deaf = new Intake({
      twin: empty,
      tray: { note: () => undefined },
      counters: noCounts(),
      now: () => nowMs,
      monotonicMs: () => 0,
      kindOf,
    });
    expect(() => devices.introduce({ twin: empty, intake: deaf }, 0, 3)).toThrow("unknown-device");
    expect(() => devices.introduce({ twin: empty, intake }, 0, 3)).not.toThrow();
  });

  it("end the benchmark when a page shows one of them otherwise, or not at all", () => {
    const said = Uint8Array.of(0, 1, 1);
    expect(() => expectShown(said, [0, 1, 1], "a page")).not.toThrow();
    expect(() => expectShown(said, [0, 0, 1], "a page")).toThrow(
      "a page: of 3 devices 3 are shown and 1 wrong",
    );
    expect(() => expectShown(said, [0, 1], "a page")).toThrow("2 are shown and 1 wrong");
    expect(() => expectShown(said, [0, 1, 1, 0], "a page")).toThrow("4 are shown and 0 wrong");
  });
});
