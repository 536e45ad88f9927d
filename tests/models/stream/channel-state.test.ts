import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyFrame, countOf, emptyChannelState, setPoint } from "../../../models/stream/channel-state.ts";
import { mix } from "../../../models/stream/check-sum.ts";
import { FrameKind } from "../../../models/stream/frame.ts";
import { largestCount } from "../../../models/stream/varint.ts";
import { type FrameSketch, toFrame } from "./frames.ts";

const frame = (change: Partial<FrameSketch>) =>
  toFrame({
    kind: FrameKind.delta,
    channel: 0,
    epoch: 7,
    tick: 12,
    base: 10,
    timeMs: 1200,
    check: null,
    rows: [],
    ...change,
  });

function stateAt(tick: number | null) {
  const state = emptyChannelState(3, 7, 1_000_000);
  state.tick = tick;
  return state;
}

describe("what a frame applies to", () => {
  it.each([
    [FrameKind.delta, 10, null],
    [FrameKind.delta, 9, "base"],
    [FrameKind.delta, 11, "base"],
    [FrameKind.delta, null, "base"],
    [FrameKind.idle, 10, null],
    [FrameKind.idle, 11, "base"],
    [FrameKind.catchUp, 10, null],
    [FrameKind.catchUp, 11, null],
    [FrameKind.catchUp, 12, null],
    [FrameKind.catchUp, 9, "base"],
    [FrameKind.catchUp, 13, "base"],
    [FrameKind.catchUp, null, "base"],
  ])("ST3 kind %i on a replica at %s: %s", (kind, tick, misfit) => {
    expect(applyFrame(stateAt(tick), frame({ kind }))).toBe(misfit);
  });

  it("ST3 a KEY applies to any replica", () => {
    const rows = [0, 1, 2].map((index) => ({ index, q: index * 5, quality: 0, beforeMs: index }));
    for (const tick of [null, 3, 99]) {
      const state = stateAt(tick);
      expect(applyFrame(state, frame({ kind: FrameKind.key, rows }))).toBeNull();
      expect([...state.q]).toEqual([0, 5, 10]);
      expect([...state.timesMs]).toEqual([1_001_200, 1_001_199, 1_001_198]);
      expect(state.tick).toBe(12);
    }
  });

  it("ST4 a frame of another epoch changes nothing", () => {
    const state = stateAt(10);
    const rows = [{ index: 1, q: 5, quality: 0, beforeMs: 0 }];
    expect(applyFrame(state, frame({ epoch: 8, rows }))).toBe("epoch");
    expect(state).toEqual(stateAt(10));
  });

  it("ST2 an index beyond the channel changes nothing", () => {
    const state = stateAt(10);
    const rows = [0, 3].map((index) => ({ index, q: 5, quality: 0, beforeMs: 0 }));
    expect(applyFrame(state, frame({ rows }))).toBe("index");
    expect(state).toEqual(stateAt(10));
  });

  it("ST14 a check sum that does not match leaves the columns at no tick", () => {
    const state = stateAt(10);
    const right = [mix(0, 0), mix(1, 5), mix(2, 0)].reduce((sum, each) => (sum + each) >>> 0, 0);
    const rows = [{ index: 1, q: 5, quality: 0, beforeMs: 0 }];
    expect(applyFrame(stateAt(10), frame({ rows, check: right }))).toBeNull();
    expect(applyFrame(state, frame({ rows, check: (right + 1) >>> 0 }))).toBe("check");
    expect(state.tick).toBeNull();
  });
});

describe("the check sum", () => {
  const counts = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

  it("ST14 differs as soon as one value within 32 bits differs", () => {
    fc.assert(
      fc.property(fc.nat(200_000), counts, counts, (index, one, other) => {
        fc.pre(one !== other);
        expect(mix(index, one)).not.toBe(mix(index, other));
      }),
      { numRuns: 2000 },
    );
  });

  it("ST14 tells two neighbours that changed places, and values beyond 32 bits, apart", () => {
    expect((mix(0, 4) + mix(1, 9)) >>> 0).not.toBe((mix(0, 9) + mix(1, 4)) >>> 0);
    expect(mix(3, 2 ** 40)).not.toBe(mix(3, 0));
    expect(mix(3, 2 ** 40 + 1)).not.toBe(mix(3, 2 ** 41 + 1));
    expect(mix(3, -(2 ** 35))).not.toBe(mix(3, 2 ** 35));
  });

  it("ST14 kept up change by change equals the sum over the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.oneof(counts, fc.maxSafeInteger()))), (changes) => {
        const state = emptyChannelState(10, 1, 0);
        for (const [index, q] of changes) setPoint(state, index, q, 0, 0);
        const whole = [...state.q].reduce((sum, q, index) => (sum + mix(index, q)) >>> 0, 0);
        expect(state.sum).toBe(whole);
      }),
    );
  });
});

describe("counts", () => {
  it("ST5 are whole multiples of the resolution, 0 while missing, held within ±2^51", () => {
    expect(countOf(21.46, 0.1)).toBe(215);
    expect(countOf(Number.NaN, 0.1)).toBe(0);
    expect(Object.is(countOf(-0.01, 1), 0)).toBe(true);
    expect(countOf(Number.POSITIVE_INFINITY, 1)).toBe(largestCount);
    expect(countOf(-1e300, 0.001)).toBe(-largestCount);
  });
});
