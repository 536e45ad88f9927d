import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GateSpot, placeGateNames } from "../../../client/plan/ground/gate-names.ts";
import { boxesTouch } from "../../../client/plan/names/pane-box.ts";

const pane = { widthPx: 800, heightPx: 600 };
const gate = (x: number, y: number, more: Partial<GateSpot> = {}): GateSpot => ({
  ...{ x, y, outside: "down", isWide: false, widthPx: 80, heightPx: 14 },
  ...more,
});
const anyGate: fc.Arbitrary<GateSpot> = fc.record({
  x: fc.integer({ min: 0, max: pane.widthPx }),
  y: fc.integer({ min: 0, max: pane.heightPx }),
  outside: fc.constantFrom("left", "right", "up", "down"),
  isWide: fc.boolean(),
  widthPx: fc.integer({ min: 1, max: 300 }),
  heightPx: fc.integer({ min: 8, max: 30 }),
});

describe("the names of gates on the plan", () => {
  it("are whole within the pane, and none lies on another", () => {
    fc.assert(
      fc.property(fc.array(anyGate, { maxLength: 12 }), (gates) => {
        const names = placeGateNames(gates, pane, 1).filter((box) => box !== null);
        for (const [nth, box] of names.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(0);
          expect(box.right).toBeLessThanOrEqual(pane.widthPx);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(pane.heightPx);
          for (const other of names.slice(nth + 1)) expect(boxesTouch(box, other)).toBe(false);
        }
      }),
    );
  });

  it("stand outside of their gates where there is room", () => {
    expect(placeGateNames([gate(400, 300, { outside: "left" })], pane, 1)[0]?.right).toBe(400 - 11);
    expect(placeGateNames([gate(400, 300, { outside: "down" })], pane, 1)[0]?.top).toBe(300 + 13 - 7);
  });

  it("stand above a gate at the edge that they would be cut beside", () => {
    const [name] = placeGateNames([gate(30, 300, { outside: "left" })], pane, 1);
    expect(name).toMatchObject({ left: 0, bottom: 300 - 13 + 7 });
  });

  it("go to the wide gate first, and to its neighbour where there is another place", () => {
    const [small, wide] = placeGateNames([gate(400, 300), gate(420, 300, { isWide: true })], pane, 1);
    expect(wide?.top).toBe(300 + 13 - 7);
    expect(small?.bottom).toBe(300 - 13 + 7);
  });
});
