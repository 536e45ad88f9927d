import { describe, expect, it } from "vitest";
import { qualityByte } from "../../../models/device/reading.ts";
import type { Limit } from "../../../models/device/kind.ts";
import { deviceId, limitId, pointId } from "../../../models/ids.ts";
import { limit, point, sampleTwin, sensor, t0 } from "./sample-devices.ts";

function watched(...limits: Limit[]) {
  const twin = sampleTwin(limits);
  twin.addDevice(sensor("s1", { via: deviceId("g1") }));
  let nowMs = t0;
  const step = (value: number | null, afterMs = 100, quality = 0) => {
    nowMs += afterMs;
    if (value !== null) twin.report(0, value, quality, nowMs, nowMs);
    return twin
      .tick(nowMs)
      .alerts.map(({ limit: id, value: at, fromMs, untilMs }) => [
        id,
        at,
        fromMs - t0,
        untilMs === null ? null : untilMs - t0,
      ]);
  };
  step(20);
  return { twin, step };
}

describe("limits", () => {
  it("become alerts with a beginning and an end, under one id", () => {
    const { twin, step } = watched(limit());
    expect(step(49.9)).toEqual([]);
    expect(step(50)).toEqual([["sample.hot", 50, 300, null]]);
    const [id] = twin.openAlerts.keys();
    expect(id).toBe(`s1/temperature#sample.hot#${t0 + 300}`);
    expect(step(60)).toEqual([]);
    expect(step(null)).toEqual([]);
    expect(step(20)).toEqual([["sample.hot", 50, 300, 600]]);
    expect(twin.openAlerts.size).toBe(0);
  });

  it("end only once the value is a deadband within", () => {
    const { step } = watched(limit({ deadband: 5 }));
    expect(step(50)).toHaveLength(1);
    expect(step(45)).toEqual([]);
    expect(step(44.9)).toHaveLength(1);
    expect(step(49)).toEqual([]);
  });

  it("may be of one point alone, beside those of its kind", () => {
    const twin = sampleTwin([limit()]);
    const own = limit({ id: limitId("mapped.temperature.1"), condition: { when: "above", value: 30 } });
    twin.addDevice(sensor("s1", { points: [point("temperature", { limits: [own] })] }));
    twin.addDevice(sensor("s2"));
    for (const index of [0, 1]) twin.report(index, 40, 0, t0, t0);
    expect(twin.tick(t0).alerts.map(({ device, limit: id }) => [device, id])).toEqual([
      ["s1", "mapped.temperature.1"],
    ]);
  });

  it("wait for their on-delay without a new reading, and start anew when it was broken off", () => {
    const { step } = watched(limit({ onDelayS: 1 }));
    expect(step(60)).toEqual([]);
    expect(step(null, 900)).toEqual([]);
    expect(step(40, 50)).toEqual([]);
    expect(step(60, 50)).toEqual([]);
    expect(step(null, 999)).toEqual([]);
    expect(step(null, 1)).toEqual([["sample.hot", 60, 2_200, null]]);
  });

  it("do not take a leap of the clock for time that passed", () => {
    const { step } = watched(limit({ onDelayS: 300 }));
    step(60);
    expect(step(null, 3_600_000)).toEqual([]);
    expect(step(60, 59_000)).toEqual([]);
  });

  it("count only in their hours, with or without a new reading", () => {
    const { step } = watched(limit({ hours: { from: 8, until: 9 } }));
    expect(step(60)).toEqual([]);
    expect(step(null, 3_600_000)).toHaveLength(1);
    expect(step(null, 3_600_000)).toHaveLength(1);
    expect(step(60)).toEqual([]);
  });

  it("neither begin nor end on a value nobody vouches for", () => {
    const { twin, step } = watched(limit());
    const bad = qualityByte("bad", "reported-by-device");
    expect(step(60, 100, bad)).toEqual([]);
    expect(step(1_000)).toEqual([]);
    expect(step(60)).toHaveLength(1);
    expect(step(20, 100, bad)).toEqual([]);
    twin.setGateway(deviceId("g1"), false);
    expect(step(null)).toEqual([]);
    expect(twin.openAlerts.size).toBe(1);
    expect(step(20)).toHaveLength(1);
  });

  it("never give two alerts one id, even when the clock stands still", () => {
    const twin = sampleTwin([limit()]);
    twin.addDevice(sensor("s1"));
    const ids = new Set<string>();
    for (const [k, value] of [60, 20, 60, 20, 60].entries()) {
      twin.report(0, value, 0, t0 + k, t0);
      for (const alert of twin.tick(t0).alerts) {
        ids.add(alert.id);
        if (alert.untilMs !== null) expect(alert.untilMs).toBeGreaterThanOrEqual(alert.fromMs);
      }
    }
    expect(ids.size).toBe(3);
  });

  it("AR3 end only once the value was back within for their off-delay", () => {
    const { step } = watched(limit({ offDelayS: 1 }));
    expect(step(60)).toHaveLength(1);
    expect(step(20)).toEqual([]);
    expect(step(null, 900)).toEqual([]);
    expect(step(60)).toEqual([]);
    expect(step(20)).toEqual([]);
    expect(step(null, 999)).toEqual([]);
    expect(step(null, 1)).toEqual([["sample.hot", 60, 200, 2_400]]);
  });

  it("AR13 end at once when their hours are over, whatever their off-delay", () => {
    const { step } = watched(limit({ hours: { from: 7, until: 8 }, offDelayS: 60 }));
    expect(step(60)).toHaveLength(1);
    expect(step(null, 3_600_000)).toHaveLength(1);
  });

  it("AR5 AR7 on a rise end by themselves once it is long ago", () => {
    const { step } = watched(limit({ condition: { when: "rising", by: 20, withinS: 60 } }));
    step(20);
    expect(step(40, 30_000)).toHaveLength(1);
    expect(step(null, 50_000)).toEqual([]);
    expect(step(null, 10_000)).toHaveLength(1);
  });

  it("AR6 on a mean wait until enough of it is known", () => {
    const { step } = watched(limit({ condition: { when: "mean-above", value: 50, windowS: 60 } }));
    expect(step(80)).toEqual([]);
    expect(step(null, 40_000)).toEqual([]);
    expect(step(null, 10_000)).toHaveLength(1);
  });

  it("AR9 on silence begin when a point is stale and end when it speaks", () => {
    const { twin, step } = watched(limit({ condition: { when: "silent" }, onDelayS: 1 }));
    expect(step(60)).toEqual([]);
    twin.setGateway(deviceId("g1"), false);
    expect(step(null)).toEqual([]);
    expect(step(null, 1_000)).toHaveLength(1);
    expect(step(60)).toHaveLength(1);
    const unheard = sampleTwin([limit({ condition: { when: "silent" } })]);
    unheard.addDevice(sensor("s2"));
    for (const k of [0, 1, 2, 3, 4]) expect(unheard.tick(t0 + 60_000 * k).alerts).toEqual([]);
  });

  it("AR37 on a device's own silence know nothing while its gateway is silent, and end when it speaks", () => {
    const silence = limit({ condition: { when: "silent", of: "itself" }, onDelayS: 1 });
    const { twin, step } = watched(silence);
    expect(step(60)).toEqual([]);
    twin.setGateway(deviceId("g1"), false);
    for (const ms of [1000, 5000, 60_000]) expect(step(null, ms)).toEqual([]);
    expect(step(60)).toEqual([]);
    const begun = [1, 2, 3, 4].flatMap(() => step(null, 60_000));
    expect(begun).toHaveLength(1);
    twin.setGateway(deviceId("g1"), false);
    expect(step(null, 60_000)).toEqual([]);
    expect(step(60)).toHaveLength(1);
  });

  it("AR37 are not judged by what the store brought back", () => {
    const silence = limit({ condition: { when: "silent", of: "itself" }, onDelayS: 1 });
    const twin = sampleTwin([silence]);
    twin.addDevice(sensor("s1"));
    twin.restore(pointId(deviceId("s1"), twin.specOf(0).property), 50, t0, t0 + 1000);
    for (const k of [1, 2, 3, 4]) expect(twin.tick(t0 + 60_000 * k).alerts).toEqual([]);
  });

  it("AR11 take up an alert of an earlier run under its own id", () => {
    const earlier = watched(limit());
    earlier.step(60);
    const [alert] = earlier.twin.openAlerts.values();
    const twin = sampleTwin([limit()]);
    twin.addDevice(sensor("s1"));
    expect(twin.resume(alert!)).toBe(true);
    expect(twin.resume({ ...alert!, limit: limitId("gone") })).toBe(false);
    expect(twin.restore(alert!.point, 60, t0, t0 + 60_000)).toBe(true);
    expect(twin.tick(t0 + 60_000).alerts).toEqual([]);
    expect([...twin.openAlerts.keys()]).toEqual([alert!.id]);
    twin.report(0, 20, 0, t0 + 61_000, t0 + 61_000);
    expect(twin.tick(t0 + 61_000).alerts.map(({ id, untilMs }) => [id, untilMs])).toEqual([
      [alert!.id, t0 + 61_000],
    ]);
  });

  it("AR12 keep their alert when their numbers change, as long as those say so", () => {
    let rule = limit();
    const twin = sampleTwin([], { limitsOf: () => [rule] });
    twin.addDevice(sensor("s1"));
    twin.report(0, 60, 0, t0, t0);
    const [{ id } = { id: "" }] = twin.tick(t0).alerts;
    const change = (now: Partial<Limit>) => {
      rule = limit(now);
      twin.rewatch();
      return twin.tick(t0).alerts.map((alert) => [alert.id, alert.priority, alert.untilMs]);
    };
    expect(change({ condition: { when: "above", value: 55 } })).toEqual([]);
    expect(change({ priority: "P1" })).toEqual([[id, "P1", null]]);
    expect(change({ condition: { when: "above", value: 65 } })).toEqual([
      [id, "P2", null],
      [id, "P2", t0],
    ]);
    expect(change({ condition: { when: "above", value: 55 } })).toHaveLength(1);
  });

  it("AR21 that are switched off end, and all others go on", () => {
    const cold = limit({ id: limitId("sample.cold"), condition: { when: "below", value: 70 } });
    let rules = [limit(), cold];
    const twin = sampleTwin([], { limitsOf: () => rules });
    twin.addDevice(sensor("s1"));
    twin.report(0, 60, 0, t0, t0);
    expect(twin.tick(t0).alerts).toHaveLength(2);
    rules = [cold];
    twin.rewatch();
    expect(twin.tick(t0 + 100).alerts.map(({ limit: id, untilMs }) => [id, untilMs])).toEqual([
      ["sample.hot", t0],
    ]);
    expect([...twin.openAlerts.values()].map(({ limit: id }) => id)).toEqual(["sample.cold"]);
  });

  it("that a new description took away end", () => {
    const limits = [limit()];
    const twin = sampleTwin([], { limitsOf: () => limits });
    twin.addDevice(sensor("s1"));
    twin.report(0, 60, 0, t0, t0);
    expect(twin.tick(t0).alerts).toHaveLength(1);
    limits.length = 0;
    twin.addDevice(sensor("s1", { party: sensor("s1").party, fedBy: deviceId("box") }));
    expect(twin.tick(t0 + 100).alerts.map(({ untilMs }) => untilMs)).toEqual([t0]);
  });
});
