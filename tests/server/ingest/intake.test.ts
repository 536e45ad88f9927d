import { describe, expect, it } from "vitest";
import type { DeviceKind } from "../../../models/device/kind.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { deviceId, propertyId } from "../../../models/ids.ts";
import { point, sensor, t0 } from "../twin/sample-devices.ts";
import { doorBench } from "./door-bench.ts";

const [s1, temperature] = [deviceId("s1"), propertyId("temperature")];

function openIntake(options: Parameters<typeof doorBench>[0] = {}, count = 1) {
  const devices = Array.from({ length: count }, (_, k) => sensor(`s${k + 1}`));
  const bench = doorBench(options, devices);
  const offer = (raw: unknown, at?: unknown, quality?: unknown) =>
    bench.intake.offer(s1, temperature, raw, at, quality, "test");
  const held = (index = 0) => bench.twin.state.values[index];
  return { ...bench, offer, held };
}

describe("intake", () => {
  it.each([
    ["2036", Date.UTC(2036, 0, 1), "clock-suspect"],
    ["+10 min", t0 + 600_000, "clock-suspect"],
    ["+1 day", "2026-11-24T07:00:00Z", "clock-suspect"],
    ["1970", 0, "clock-suspect"],
    ["2106", Date.UTC(2106, 1, 7), "clock-suspect"],
    ["negative", -1, "clock-suspect"],
    ["+30 s", t0 + 30_000, "accepted"],
    ["unreadable", "noon", "bad-time"],
  ])("F05 a device clock of %s leaves no future point", (_name, at, outcome) => {
    const { offer, twin, counters } = openIntake();
    expect(offer(20, at)).toBe(outcome);
    expect(counters[outcome as "accepted"]).toBe(1);
    expect(twin.state.timesMs[0]).toBeLessThanOrEqual(t0 + 60_000);
  });

  it("F06 of 1,000 readings in any order the newest is held", () => {
    const { offer, held, counters } = openIntake();
    for (let k = 0; k < 1_000; k++)
      offer(((k * 7_919) % 1_000) / 10, t0 - 60_000 + ((k * 7_919) % 1_000) * 60);
    expect(held()).toBe(99.9);
    expect(counters.accepted + counters.late).toBe(1_000);
  });

  it("F07 of every reading sent three times one counts", () => {
    const { offer, counters } = openIntake();
    for (let k = 0; k < 100; k++) for (let again = 0; again < 3; again++) offer(k / 10, t0 - 100 + k);
    expect([counters.accepted, counters.duplicate, counters.late]).toEqual([100, 200, 0]);
  });

  it.each([
    [Number.NaN, "not-a-number"],
    [Number.NEGATIVE_INFINITY, "not-a-number"],
    [null, "not-a-number"],
    ["5", "wrong-type"],
    [[], "wrong-type"],
    [1e308, "out-of-range"],
    [101, "out-of-range"],
  ])("F08 %j is counted by name and never drawn as good", (raw, outcome) => {
    const { offer, twin, counters } = openIntake();
    expect(offer(raw)).toBe(outcome);
    expect(counters[outcome as "wrong-type"]).toBe(1);
    const { qualities } = twin.state;
    expect([qualityByte("missing"), qualityByte("bad", "out-of-range")]).toContain(qualities[0]);
  });

  it("a quality nobody knows makes the reading malformed", () => {
    const { offer } = openIntake();
    expect([offer(20, t0, "excellent"), offer(20, t0, "uncertain")]).toEqual(["malformed", "accepted"]);
  });

  it("F10 what is unknown goes to the tray and makes no object", () => {
    const { intake, twin, tray, kept } = openIntake();
    expect(
      intake.offer(deviceId("new"), temperature, 5, t0 - 1, undefined, "courtyard/demo/new/temperature"),
    ).toBe("unknown-device");
    expect(intake.offer(s1, propertyId("colour"), "red", undefined, undefined, "x")).toBe("unknown-property");
    expect(twin.pointCount).toBe(1);
    expect(tray.list().map(({ device, why }) => [device, why])).toEqual([
      ["s1", "unknown-property"],
      ["new", "unknown-device"],
    ]);
    expect(kept.map(({ note }) => [note.value, note.atMs])).toEqual([
      [5, t0 - 1],
      ["red", t0],
    ]);
  });

  it("an event of the catalogue is counted, not taken for something unknown", () => {
    const plate = point("plate", { type: "event" });
    const { intake, tray } = openIntake({ kindOf: () => ({ points: [plate] }) as unknown as DeviceKind });
    expect(intake.offer(s1, propertyId("plate"), "A 12345", undefined, undefined, "x")).toBe("event");
    expect(tray.size).toBe(0);
  });
});

describe("intake under overload", () => {
  it("keeps the newest reading of each point for the next tick, and counts what it passed over", () => {
    const { intake, twin, counters } = openIntake({ perTick: 3 }, 4);
    const say = (k: number, value: number, at: number) =>
      intake.offer(deviceId(`s${k}`), temperature, value, at, undefined, "x");
    for (let k = 1; k <= 3; k++) say(k, k, t0);
    expect(say(1, 10, t0 + 1)).toBe("accepted");
    expect(say(1, 11, t0 + 2)).toBe("accepted");
    expect(say(1, 9, t0)).toBe("late");
    expect(say(4, 40, t0)).toBe("accepted");
    expect([twin.state.values[0], intake.waiting, counters.coalesced]).toEqual([1, 2, 1]);
    intake.drain();
    expect([...twin.state.values.slice(0, 4)]).toEqual([11, 2, 3, 40]);
    expect(intake.waiting).toBe(0);
    say(2, 20, t0 + 3);
    expect(twin.state.values[1]).toBe(20);
  });

  it("never holds more than one reading of a point, and spends no more of a tick than it may", () => {
    let elapsedMs = 0;
    const points = 1_000;
    const { intake, counters } = openIntake(
      { perTick: 0, drainBudgetMs: 10, monotonicMs: () => (elapsedMs += 8) },
      points,
    );
    for (let round = 0; round < 5; round++) {
      for (let k = 1; k <= points; k++) {
        intake.offer(deviceId(`s${k}`), temperature, round, t0 + round, undefined, "x");
      }
    }
    expect([intake.waiting, counters.coalesced]).toEqual([points, 4 * points]);
    intake.drain();
    expect(intake.waiting).toBe(points - 512);
    // One that comes while others still wait queues behind its elder, instead of making it late.
    intake.offer(deviceId(`s${points}`), temperature, 9, t0 + 9, undefined, "x");
    expect([intake.waiting, counters.coalesced]).toEqual([points - 512, 4 * points + 1]);
    intake.drain();
    expect(intake.waiting).toBe(0);
  });

  it("lets a reading with a sane clock follow one from the future", () => {
    const { offer, intake, held } = openIntake({ perTick: 0 });
    offer(30, t0 + 86_400_000);
    expect(offer(31, t0)).toBe("accepted");
    intake.drain();
    expect(held()).toBe(31);
  });

  it("counts what turns out late, and what is out of range, when its turn comes", () => {
    const { offer, intake, counters, clock } = openIntake({ perTick: 1 });
    offer(20, t0 + 10);
    offer(19, t0);
    clock.nowMs += 100;
    intake.drain();
    expect(counters.late).toBe(1);
    offer(20, t0 + 20);
    offer(500, t0 + 30);
    intake.drain();
    expect(counters["out-of-range"]).toBe(1);
  });
});
