import { describe, expect, it } from "vitest";
import { createBeat } from "../../../client/components/beat.ts";
import { signal } from "../../../models/signal.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";

describe("the beat", () => {
  it("follows at most four times a second, however fast readings come", () => {
    const clock = new HandClock();
    const version = signal(0);
    const { beat } = createBeat(version, clock);
    for (let i = 0; i < 100; i++) {
      clock.advance(10);
      version.set(version.get() + 1);
    }
    expect(beat.get()).toBeGreaterThanOrEqual(3);
    expect(beat.get()).toBeLessThanOrEqual(5);
  });

  it("shows the last change, a quarter of a second late at most", () => {
    const clock = new HandClock();
    const version = signal(0);
    const { beat } = createBeat(version, clock);
    version.set(1);
    version.set(2);
    const before = beat.get();
    clock.advance(250);
    expect(beat.get()).toBe(before + 1);
  });

  it("moves once a second by itself, and not at all when closed", () => {
    const clock = new HandClock();
    const made = createBeat(signal(0), clock);
    clock.advance(3000);
    expect(made.beat.get()).toBe(3);
    made.close();
    clock.advance(3000);
    expect(made.beat.get()).toBe(3);
  });
});
