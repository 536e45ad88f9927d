import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellExtent, cellOutline } from "../../../models/community/cell-outline.ts";
import type { EastNorth } from "../../../models/community/community.ts";
import { distanceToRing, rectangle, ringHolds, signedArea } from "../../../models/community/geometry.ts";
import { gridCellId } from "../../../models/ids.ts";

const cell = gridCellId("cell-1");
const building = (at: EastNorth, of = cell) => ({
  gridCell: of,
  footprint: [rectangle(at, 10, 6)],
  baseM: 2,
  heightM: 30,
});
const places = fc.array(fc.tuple(fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 })), {
  minLength: 1,
  maxLength: 20,
});

describe("the outline of a grid cell", () => {
  it("is convex, turns left, and holds every corner of its buildings", () => {
    fc.assert(
      fc.property(places, (all) => {
        const buildings = all.map((at) => building(at));
        const ring = cellOutline(buildings, cell)!;
        expect(signedArea(ring)).toBeGreaterThan(0);
        for (const corner of buildings.flatMap(({ footprint }) => footprint[0] ?? []))
          expect(ringHolds(ring, corner) || distanceToRing(corner, ring) < 1e-6).toBe(true);
        for (const [k, b] of ring.entries()) {
          const [a, c] = [ring.at(k - 1)!, ring[(k + 1) % ring.length]!];
          expect((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])).toBeGreaterThan(0);
        }
      }),
    );
  });

  it("is of its own buildings alone, and there is none without any", () => {
    const other = gridCellId("cell-2");
    const buildings = [building([0, 0]), building([500, 0], other)];
    expect(cellExtent(buildings, cell)).toEqual({ min: [-5, -3, 2], max: [5, 3, 32] });
    expect(Math.max(...cellOutline(buildings, cell)!.map(([x]) => x))).toBe(5);
    for (const none of [gridCellId("cell-3")]) {
      expect(cellOutline(buildings, none)).toBeNull();
      expect(cellExtent(buildings, none)).toBeNull();
    }
    expect(cellExtent([{ ...building([0, 0]), footprint: [] }], cell)).toBeNull();
  });
});
