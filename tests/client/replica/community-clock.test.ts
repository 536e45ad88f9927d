import { beforeEach, describe, expect, it } from "vitest";
import { CommunityClock } from "../../../client/replica/community-clock.ts";

let monotonicMs: number;
let clock: CommunityClock;

beforeEach(() => {
  monotonicMs = 5000;
  clock = new CommunityClock(() => monotonicMs);
});

describe("community time", () => {
  it("is not known before a frame has told it", () => {
    monotonicMs += 60_000;
    expect(clock.nowMs()).toBe(0);
  });

  it("goes on by itself, however long no frame comes, so that ages stay true", () => {
    clock.hear(1_000_000);
    clock.setRate(10);
    monotonicMs += 90_000;
    expect(clock.nowMs()).toBe(1_000_000 + 900_000);
  });

  it("is not turned back by a frame that comes a little late, only by far", () => {
    clock.hear(1_000_000);
    monotonicMs += 1000;
    clock.hear(1_000_400);
    expect(clock.nowMs()).toBe(1_001_000);
    clock.hear(900_000);
    expect(clock.nowMs()).toBe(900_000);
  });
});
