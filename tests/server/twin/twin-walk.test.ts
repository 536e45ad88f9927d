import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "../../../models/twin/delta.ts";
import type { TwinState } from "../../../models/twin/twin-state.ts";
import type { PointId } from "../../../models/ids.ts";
import { deviceId } from "../../../models/ids.ts";
import type { Twin } from "../../../server/twin/twin.ts";
import { NaiveTwin } from "./naive-twin.ts";
import { limit, point, sampleTwin, sensor, t0 } from "./sample-devices.ts";

const homes = ["d0", "d1", "d2", "g0", "g1"] as const;
const anyHome = fc.constantFrom(...homes);
const properties = ["temperature", "b"] as const;

/** Times and values out of few, so that the same ones come again; some of clocks nobody set, some from the future. */
const lag = fc.constantFrom(0, 0, 0, -1_000, -20_000, 30_000, 59_999, 60_001, 900_000, -86_400_000, -t0);
const value = fc.constantFrom(-41, -40, 20, 49, 50, 60, 100, 101);
const report = fc.record({ do: fc.constant("report" as const), at: fc.nat(9), value, lag });
const tick = fc.record({
  do: fc.constant("tick" as const),
  ms: fc.constantFrom(100, 1_000, 10_000, 20_000, 30_000, 59_000, -90_000, -1, 0, 3_600_000),
});
const describeAnew = fc.record({
  do: fc.constant("describe" as const),
  home: anyHome,
  via: fc.option(fc.constantFrom("g0", "g1", "d0"), { nil: null }),
  properties: fc.uniqueArray(fc.constantFrom(...properties), { minLength: 1 }),
});
const gateway = fc.record({ do: fc.constant("gateway" as const), home: anyHome, online: fc.boolean() });
const restore = fc.record({
  do: fc.constant("restore" as const),
  home: anyHome,
  value: fc.nat(90),
  ageMs: fc.constantFrom(5_000, 15_000, 300_000),
});
const step = fc.oneof(
  { weight: 10, arbitrary: report },
  { weight: 6, arbitrary: tick },
  { weight: 1, arbitrary: describeAnew },
  { weight: 2, arbitrary: gateway },
  { weight: 1, arbitrary: restore },
);
/** Four homes in a row behind each other, whose last is known only to the walk. */
const begin = homes.slice(0, 4).map((home, k) => ({
  do: "describe" as const,
  home,
  via: homes[k + 1] ?? null,
  properties: ["temperature"] as (typeof properties)[number][],
}));

const rowsOf = (twin: Twin, { values, qualities, timesMs }: TwinState): string[] =>
  Array.from({ length: twin.pointCount }, (_, i) => {
    const name = `${twin.deviceAt(i).device.id}/${twin.specOf(i).property}`;
    return `${name} ${values[i]} ${qualities[i]} ${timesMs[i]}`;
  });

describe("the twin on random walks", () => {
  it("TW4 TW5 TW6 TW7 TW8 TW9 TW10 TW11 TW12 always equals the naive one, and so does whoever follows its deltas", () => {
    fc.assert(
      fc.property(
        fc.array(restore, { maxLength: 3 }),
        fc.array(step, { size: "max", maxLength: 150 }),
        (early, walk) => {
          const hot = limit({ onDelayS: 15 });
          const twin = sampleTwin([hot]);
          const naive = new NaiveTwin(hot);
          let nowMs = t0;
          let follower: TwinState = {
            tick: 0,
            timeMs: 0,
            values: new Float64Array(0),
            qualities: new Uint8Array(0),
            timesMs: new Float64Array(0),
          };
          for (const each of [...begin, ...early, ...walk]) {
            switch (each.do) {
              case "describe": {
                const points = each.properties.map((name) => point(name, { periodS: 20 }));
                const device = sensor(each.home, {
                  via: each.via === null ? null : deviceId(each.via),
                  points,
                });
                twin.addDevice(device);
                naive.add(device);
                break;
              }
              case "report": {
                const at = each.at % twin.pointCount;
                const outcome = twin.report(at, each.value, 0, nowMs + each.lag, nowMs);
                expect(outcome).toBe(naive.report(at, each.value, nowMs + each.lag, nowMs));
                break;
              }
              case "gateway":
                twin.setGateway(deviceId(each.home), each.online);
                if (!each.online) naive.gatewayGone(each.home);
                break;
              case "restore":
                twin.restore(`${each.home}/temperature` as PointId, each.value, nowMs - each.ageMs, nowMs);
                naive.restore(`${each.home}/temperature`, each.value, nowMs - each.ageMs, nowMs);
                break;
              case "tick": {
                nowMs += each.ms;
                const { delta, alerts } = twin.tick(nowMs);
                const told = alerts.map(({ point: name, fromMs, untilMs }) => `${name} ${fromMs} ${untilMs}`);
                expect(told.toSorted().join()).toBe(naive.tick(nowMs).toSorted().join());
                expect(
                  delta.indices.every((index, k) => k === 0 || index > (delta.indices[k - 1] ?? 0)),
                ).toBe(true);
                follower = apply(follower, delta);
                expect(follower.tick).toBe(twin.state.tick);
                expect(follower.timeMs).toBe(naive.timeMs);
                // One text each: a walk makes thousands of comparisons.
                const wanted = naive.points.map(
                  (want) => `${want.name} ${want.value} ${want.quality} ${want.atMs}`,
                );
                expect(rowsOf(twin, twin.state).join("\n")).toBe(wanted.join("\n"));
                const spoken = rowsOf(twin, follower).filter((_row, i) => naive.points[i]?.atMs !== 0);
                expect(spoken.join("\n")).toBe(
                  wanted.filter((_row, i) => naive.points[i]?.atMs !== 0).join("\n"),
                );
                const open = naive.points.filter(({ alertFromMs }) => alertFromMs !== null);
                expect(twin.openAlerts.size).toBe(open.length);
              }
            }
          }
          expect(twin.pointCount).toBe(naive.points.length);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);

  it("TW11 grows to half a million points without losing one", () => {
    const twin = sampleTwin([], { scanTicks: 10 });
    const points = Array.from({ length: 100 }, (_, k) => point(`p${k}`));
    for (let d = 0; d < 5_000; d++) {
      twin.addDevice(sensor(`d${d}`, { points }));
      if (d % 500 === 0) twin.report(100 * d + 7, d / 100, 0, t0, t0);
    }
    expect(twin.pointCount).toBe(500_000);
    expect([...twin.tick(t0).delta.indices]).toEqual(Array.from({ length: 10 }, (_, k) => 50_000 * k + 7));
    expect(twin.indexOf("d4999/p99" as PointId)).toBe(499_999);
  }, 60_000);
});
