import { describe, expect, it } from "vitest";
import { CommunityClock, localHourIn } from "../../../server/compose/community-clock.ts";
import { beginTicks } from "../../../server/compose/tick-loop.ts";
import { HandDoors } from "./hand-doors.ts";

describe("ticks", () => {
  it("come every 100 ms of the first one's time, however late each is", () => {
    const doors = new HandDoors();
    const at: number[] = [];
    const late: number[] = [];
    const end = beginTicks(
      doors,
      () => at.push(doors.nowMs),
      (ms) => late.push(ms),
    );
    doors.pass(1000, 7);
    expect(at).toEqual([107, 207, 307, 407, 507, 607, 707, 807, 907]);
    expect(new Set(late)).toEqual(new Set([7]));
    end();
    doors.pass(1000);
    expect(at).toHaveLength(9);
    expect(doors.waiting).toBe(0);
  });

  it("that were slept through are not made up for", () => {
    const doors = new HandDoors();
    const at: number[] = [];
    beginTicks(
      doors,
      () => {
        at.push(doors.nowMs);
        if (at.length === 1) doors.nowMs += 950;
      },
      () => undefined,
    );
    doors.pass(1500);
    expect(at).toEqual([100, 1100, 1200, 1300, 1400, 1500]);
  });
});

describe("community time", () => {
  it("starts where it is told and runs at its own speed", () => {
    let wallMs = 1000;
    const clock = new CommunityClock(50_000, 60, () => wallMs);
    expect(clock.nowMs()).toBe(50_000);
    wallMs += 500;
    expect(clock.nowMs()).toBe(80_000);
  });

  it("never goes back when the machine's clock does", () => {
    let wallMs = 1000;
    const clock = new CommunityClock(0, 1, () => wallMs);
    wallMs += 5000;
    expect(clock.nowMs()).toBe(5000);
    wallMs -= 3000;
    expect(clock.nowMs()).toBe(5000);
    wallMs += 4000;
    expect(clock.nowMs()).toBe(6000);
  });

  it.each([
    ["Asia/Shanghai", 8.5],
    ["Europe/Amsterdam", 1.5],
    ["UTC", 0.5],
  ])("has its local hour in %s", (zone, hour) => {
    expect(localHourIn(zone)(Date.UTC(2026, 10, 23, 0, 30))).toBe(hour);
  });
});
