import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordedRow } from "../../../models/formats/telemetry/recording.ts";
import { Player } from "../../../server/replay/player.ts";

const rowAt = (atOffsetMs: number): RecordedRow => ({ device: 0, atOffsetMs, originalTime: "", values: {} });

/** A clock that jumps to whatever is waited for. */
function jumpingTime() {
  const clock = { nowMs: 1_000 };
  return {
    clock,
    now: () => clock.nowMs,
    after(delayMs: number, ring: () => void) {
      queueMicrotask(() => {
        clock.nowMs += delayMs;
        ring();
      });
      return () => undefined;
    },
  };
}

describe("the player", () => {
  it("plays every row at its distance divided by the speed, the first at once", async () => {
    const offsets = fc
      .array(fc.nat(1e10), { minLength: 1, maxLength: 30 })
      .map((each) => [0, ...each].toSorted((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(offsets, fc.double({ min: 0.01, max: 1e6, noNaN: true }), async (times, speed) => {
        const time = jumpingTime();
        const heard: number[] = [];
        const publish = () => Promise.resolve(void heard.push(time.now() - 1_000));
        const player = new Player(times.map(rowAt), speed, { ...time, publish });
        await player.play();
        expect(player.played).toBe(times.length);
        heard.forEach((at, i) => expect(at).toBeCloseTo(times[i]! / speed, 3));
      }),
    );
  });

  it("does not run ahead of a broker that is slow, and catches up after", async () => {
    const time = jumpingTime();
    const heard: number[] = [];
    const publish = async (row: RecordedRow) => {
      heard.push(time.now());
      if (row.atOffsetMs === 0) time.clock.nowMs += 5_000;
    };
    await new Player([0, 1_000, 2_000, 9_000].map(rowAt), 1, { ...time, publish }).play();
    expect(heard).toEqual([1_000, 6_000, 6_000, 10_000]);
  });

  it("ends its waiting when stopped", async () => {
    let called = false;
    const never = { now: () => 0, after: () => () => void (called = true) };
    const player = new Player([0, 1_000].map(rowAt), 1, { ...never, publish: () => Promise.resolve() });
    const playing = player.play();
    await new Promise((resolve) => setImmediate(resolve));
    player.stop();
    await playing;
    expect([player.played, called]).toEqual([1, true]);
  });

  it("passes on that a row could not be handed on", async () => {
    const publish = () => Promise.reject(new Error("no broker"));
    await expect(new Player([rowAt(0)], 1, { ...jumpingTime(), publish }).play()).rejects.toThrow(
      "no broker",
    );
  });
});
