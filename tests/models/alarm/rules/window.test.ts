import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leastKnown, slots, windowOf } from "../../../../models/alarm/rules/window.ts";
import type { LimitCondition } from "../../../../models/device/kind.ts";

/** A value somebody vouched for, or NaN, that many milliseconds after the one before. */
const taken = fc.record({
  value: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: -20, max: 20 }) },
    { arbitrary: fc.constant(Number.NaN), weight: 1 },
  ),
  afterMs: fc.oneof(fc.nat(900), fc.nat(40_000), fc.nat(200_000)),
});
const history = fc.array(taken, { minLength: 1, maxLength: 40 });
/** A second a slot. */
const stretchS = slots;
const slotMs = 1000;

interface Held {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly value: number;
}

/** What held from when until when, in the slots a window looks at; the value of now is held for no time yet. */
function heldIn(steps: readonly { value: number; afterMs: number }[]): Held[] {
  let atMs = 0;
  const starts = steps.map(({ value, afterMs }) => ({ value, fromMs: (atMs += afterMs) }));
  const oldestMs = (Math.floor(atMs / slotMs) - slots + 1) * slotMs;
  return starts
    .map(({ value, fromMs }, k) => ({ value, fromMs, untilMs: starts[k + 1]?.fromMs ?? atMs }))
    .filter(({ untilMs, value }) => untilMs >= oldestMs && !Number.isNaN(value))
    .map((held) => ({ ...held, fromMs: Math.max(held.fromMs, oldestMs) }));
}

function measureAfter(
  condition: LimitCondition,
  steps: readonly { value: number; afterMs: number }[],
): number {
  const window = windowOf(condition)!;
  let atMs = 0;
  for (const { value, afterMs } of steps) window.take(value, (atMs += afterMs));
  return window.measure;
}

describe("what looks back", () => {
  it("AR5 AR6 has the mean over time that is computed from all that was told", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const held = heldIn(steps);
        const knownMs = held.reduce((sum, { fromMs, untilMs }) => sum + untilMs - fromMs, 0);
        const sum = held.reduce((total, { fromMs, untilMs, value }) => total + value * (untilMs - fromMs), 0);
        const mean = measureAfter({ when: "mean-above", value: 0, windowS: stretchS }, steps);
        if (knownMs < leastKnown * stretchS * 1000) expect(mean).toBeNaN();
        else expect(mean).toBeCloseTo(sum / knownMs, 9);
      }),
    );
  });

  it("AR5 AR7 rises from the lowest and falls from the highest of all that was told in the stretch", () => {
    fc.assert(
      fc.property(history, (steps) => {
        const now = steps.at(-1)!.value;
        const values = [...heldIn(steps).map(({ value }) => value), now];
        const rise = measureAfter({ when: "rising", by: 1, withinS: stretchS }, steps);
        const fall = measureAfter({ when: "falling", by: 1, withinS: stretchS }, steps);
        if (Number.isNaN(now)) expect([rise, fall]).toEqual([Number.NaN, Number.NaN]);
        else expect([rise, fall]).toEqual([now - Math.min(...values), Math.max(...values) - now]);
      }),
    );
  });

  it("AR8 counts how long a value has been the same", () => {
    fc.assert(
      fc.property(history, (steps) => {
        let atMs = 0;
        const told = steps.map(({ value, afterMs }) => ({ value, atMs: (atMs += afterMs) }));
        const now = told.at(-1)!;
        const other = told.findLastIndex(({ value }) => value !== now.value);
        const same = measureAfter({ when: "unchanged", forS: 60 }, steps);
        if (Number.isNaN(now.value)) expect(same).toBeNaN();
        else expect(same).toBe((now.atMs - told[other + 1]!.atMs) / 1000);
      }),
    );
  });

  it("AR5 is asked again when its stretch moves on, and remembers nothing for the rest", () => {
    const mean = windowOf({ when: "mean-below", value: 1, windowS: 120 })!;
    mean.take(5, 3_000);
    expect(mean.nextMs).toBe(4_000);
    const same = windowOf({ when: "unchanged", forS: 60 })!;
    same.take(5, 3_000);
    expect(same.nextMs).toBe(63_000);
    same.take(5, 63_000);
    expect(same.nextMs).toBe(Number.POSITIVE_INFINITY);
    for (const condition of [
      { when: "above", value: 1 },
      { when: "silent" },
      { when: "together", rule: "any" },
    ] as const)
      expect(windowOf(condition)).toBeNull();
  });
});
