import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeBuilding, storeysOf } from "../../../../client/scene/layers/buildings/compose-building.ts";
import { SolidWriter } from "../../../../client/scene/layers/buildings/solid-writer.ts";
import { xingheGarden } from "../../../../models/communities/index.ts";
import type { Building, EastNorth } from "../../../../models/community/community.ts";
import { distanceToRing } from "../../../../models/community/geometry.ts";
import { buildingId } from "../../../../models/ids.ts";
import { anyBuilding } from "../random-buildings.ts";

/** Balconies, canopies and ledges reach so far beyond the walls. */
const reliefM = 1.05;
/** Lift machines, louvres and modules stand so high above the roof. */
const plantM = 7.05;

/** Every corner that is not where it may be, in words. */
function strays(building: Building, solarM2: number): readonly string[] {
  const writer = new SolidWriter();
  composeBuilding(writer, building, 0, solarM2);
  const geometry = writer.geometry();
  const p = geometry.getAttribute("position").array;
  const { roofM } = storeysOf(building);
  const topM = building.baseM + building.heightM;
  const found: string[] = [];
  for (let i = 0; i < p.length; i += 3) {
    const at: EastNorth = [p[i]!, -p[i + 2]!];
    const up = p[i + 1]!;
    const outM = distanceToRing(at, building.footprint[0]!);
    if (!(outM <= reliefM)) found.push(`${outM} m beside the walls at ${up}`);
    if (!(up >= building.baseM - 0.01)) found.push(`${building.baseM - up} m below the base`);
    if (!(up <= Math.max(topM + 0.06, roofM + plantM))) found.push(`${up - topM} m above the top`);
  }
  if (p.length === 0) found.push("nothing was built");
  const index = geometry.getIndex()!;
  for (let i = 0; i < index.count; i++)
    if (index.getX(i) >= p.length / 3) found.push(`a face of corner ${index.getX(i)}`);
  return found;
}

describe("a building's solid", () => {
  it("lies within its outline and its height, but for relief and roof plant, whatever the building", () => {
    const ids = fc.integer({ min: 0, max: 1e6 }).map((n) => buildingId(`b${n}`));
    fc.assert(
      fc.property(anyBuilding(50), ids, fc.integer({ min: 0, max: 600 }), (building, id, solarM2) => {
        expect(strays({ ...building, id }, solarM2)).toEqual([]);
      }),
      { numRuns: 250 },
    );
  });

  it("does so for every building of Xinghe Garden", () => {
    for (const building of xingheGarden().buildings) expect(strays(building, 200), building.id).toEqual([]);
  });

  it("is the same each time it is written", () => {
    const [building] = xingheGarden().buildings;
    const written = (): ArrayLike<number> => {
      const writer = new SolidWriter();
      composeBuilding(writer, building!, 0, 50);
      return writer.geometry().getAttribute("position").array;
    };
    expect(written()).toEqual(written());
  });
});
