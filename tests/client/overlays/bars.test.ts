import { describe, expect, it } from "vitest";
import { layoutBars } from "../../../client/overlays/bars/layout.ts";

const bar = (key: string, value: number) => ({ key, name: key, value, said: String(value) });

describe("bars", () => {
  it("begin at one zero, are as long as their value, and leave room for their words", () => {
    const { rows, widthPx } = layoutBars([bar("a", 10), bar("b", 5), bar("c", 0)], 300);
    const lengths = rows.map(({ startPx, endPx }) => endPx - startPx);
    expect(lengths[0]).toBeCloseTo(2 * lengths[1]!, 9);
    expect(lengths[2]).toBe(0);
    expect(rows[0]!.endPx).toBeLessThan(widthPx);
  });

  it("stand within the narrowest place, also without any value", () => {
    for (const { startPx, endPx } of layoutBars([bar("a long name indeed", 3)], 20).rows)
      expect(endPx).toBeGreaterThanOrEqual(startPx);
    expect(layoutBars([bar("a", 0)], 200).rows[0]).toMatchObject({ endPx: expect.any(Number) });
    expect(layoutBars([], 200).heightPx).toBe(0);
  });
});
