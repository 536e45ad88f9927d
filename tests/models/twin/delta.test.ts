import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, between, squash } from "../../../models/twin/delta.ts";
import type { TwinState } from "../../../models/twin/twin-state.ts";

const cell = fc.record({
  value: fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 2, Number.NaN)),
  quality: fc.integer({ min: 0, max: 47 }),
  timeMs: fc.integer({ min: 0, max: 5 }),
});
type Cell = { value: number; quality: number; timeMs: number };

const stateOf = (tick: number, cells: readonly Cell[]): TwinState => ({
  tick,
  timeMs: 1_000 * tick,
  values: Float64Array.from(cells, ({ value }) => value),
  qualities: Uint8Array.from(cells, ({ quality }) => quality),
  timesMs: Float64Array.from(cells, ({ timeMs }) => timeMs),
});

/** Three states in a row, each with some cells of the one before changed and some added. */
const threeStates = fc
  .tuple(
    fc.array(cell, { maxLength: 40 }),
    fc.array(fc.array(fc.tuple(fc.nat(45), cell), { maxLength: 12 }), { minLength: 2, maxLength: 2 }),
  )
  .map(([first, changes]) => {
    const states = [stateOf(7, first)];
    let cells = first;
    for (const [k, change] of changes.entries()) {
      const next = [...cells];
      for (const [at, to] of change) next[Math.min(at, next.length)] = to;
      cells = next;
      states.push(stateOf(8 + 3 * k, cells));
    }
    return states as [TwinState, TwinState, TwinState];
  });

describe("the law of change", () => {
  it("TW1 the earlier state plus the difference is the later state", () => {
    fc.assert(
      fc.property(threeStates, ([a, b]) => {
        expect(apply(a, between(a, b))).toEqual(b);
      }),
    );
  });

  it("TW2 two differences in a row are one", () => {
    fc.assert(
      fc.property(threeStates, ([a, b, c]) => {
        const both = squash(between(a, b), between(b, c));
        expect(apply(a, both)).toEqual(c);
        expect([both.from, both.to]).toEqual([a.tick, c.tick]);
      }),
    );
  });

  it("TW3 the empty difference changes no value and keeps the identity of the columns", () => {
    fc.assert(
      fc.property(threeStates, ([a]) => {
        const later = { ...a, tick: a.tick + 5, timeMs: a.timeMs + 500 };
        const empty = between(a, later);
        expect(empty.indices.length).toBe(0);
        const applied = apply(a, empty);
        expect(
          [applied.values, applied.qualities, applied.timesMs].every(
            (c, k) => c === [a.values, a.qualities, a.timesMs][k],
          ),
        ).toBe(true);
        expect([applied.tick, applied.timeMs]).toEqual([later.tick, later.timeMs]);
      }),
    );
  });

  it("TW10 a difference lists each changed point once, in ascending order, with its newest value", () => {
    fc.assert(
      fc.property(threeStates, ([a, b, c]) => {
        const both = squash(between(a, b), between(b, c));
        for (const [k, index] of both.indices.entries()) {
          if (k > 0) expect(index).toBeGreaterThan(both.indices[k - 1]!);
          expect(both.values[k]).toBe(c.values[index]);
        }
      }),
    );
  });

  it("changes nothing of what it is given", () => {
    const a = stateOf(1, [{ value: 1, quality: 0, timeMs: 1 }]);
    const b = stateOf(2, [{ value: 2, quality: 0, timeMs: 2 }]);
    apply(a, between(a, b));
    expect(a).toEqual(stateOf(1, [{ value: 1, quality: 0, timeMs: 1 }]));
  });

  it("refuses differences that do not follow each other, and states that lost points", () => {
    const cells = [{ value: 1, quality: 0, timeMs: 1 }];
    const [a, b, c] = [stateOf(1, []), stateOf(2, cells), stateOf(3, cells)];
    expect(() => apply(b, between(a, b))).toThrow(/from tick 1 .* at tick 2/);
    expect(() => squash(between(b, c), between(a, b))).toThrow(/to tick 3 .* from tick 1/);
    expect(() => between(b, { ...a, tick: 3 })).toThrow(/0 points, the earlier one 1/);
  });
});
