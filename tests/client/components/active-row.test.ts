import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { activeAt, rowAfterKey } from "../../../client/components/list/active-row.ts";

const keysOf =
  (keys: readonly string[]) =>
  (at: number): string =>
    keys[at] ?? "";

describe("the active row of a list", () => {
  it("stays with what it shows, wherever a new order or a filter puts it", () => {
    const lists = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 30 }).chain((keys) =>
      fc.record({
        keys: fc.constant(keys),
        at: fc.nat({ max: keys.length - 1 }),
        after: fc.shuffledSubarray(keys),
      }),
    );
    fc.assert(
      fc.property(lists, ({ keys, at, after }) => {
        const now = activeAt({ key: keys[at]!, at }, after.length, keysOf(after));
        if (after.includes(keys[at]!)) expect(after[now]).toBe(keys[at]);
        else if (after.length === 0) expect(now).toBe(-1);
        // Gone: the nearest to where it stood, never beyond the list.
        else expect(now).toBe(Math.min(at, after.length - 1));
      }),
    );
  });

  it("is where it was again once the filter is lifted", () => {
    const active = { key: "c", at: 2 };
    expect(activeAt(active, 2, keysOf(["a", "b"]))).toBe(1);
    expect(activeAt(active, 4, keysOf(["a", "b", "c", "d"]))).toBe(2);
  });

  it("moves by a row, a page, or to an end, and stops there", () => {
    const after = (key: string, at: number): number | null => rowAfterKey(key, at, 100, 10);
    expect(["ArrowDown", "j"].map((key) => after(key, 50))).toEqual([51, 51]);
    expect(["ArrowUp", "k"].map((key) => after(key, 50))).toEqual([49, 49]);
    expect([after("PageDown", 50), after("PageUp", 50)]).toEqual([60, 40]);
    expect([after("Home", 50), after("End", 50)]).toEqual([0, 99]);
    expect([after("PageDown", 95), after("ArrowDown", 99)]).toEqual([99, 99]);
    expect([after("PageUp", 5), after("ArrowUp", 0)]).toEqual([0, 0]);
  });

  it("leaves other keys, and empty lists, alone", () => {
    expect(rowAfterKey("x", 5, 10, 3)).toBeNull();
    expect(rowAfterKey("toString", 5, 10, 3)).toBeNull();
    expect(rowAfterKey("End", -1, 0, 3)).toBeNull();
  });
});
