import type { Building } from "../../../../models/community/community.ts";
import { chance, seedOf } from "../../chance.ts";
import { isForChildren } from "./palettes.ts";
import { plainBlock } from "./plain-block.ts";
import { rectanglePlan } from "./plan.ts";
import { publicBuilding } from "./public-building.ts";
import type { Storeys } from "./relief.ts";
import { residentialSlab } from "./residential-slab.ts";
import { residentialTower } from "./residential-tower.ts";
import type { SolidWriter } from "./solid-writer.ts";

const usualStoreyM = 3;

/** Storeys in metres; where a file does not say, as many usual ones as fit. */
export function storeysOf(building: Building): Storeys {
  const firstFloorM = building.baseM + building.plinthM;
  const topM = building.baseM + building.heightM;
  const parapetM = Math.min(1.1, building.heightM * 0.12);
  const roofM = topM - parapetM;
  const room = Math.max(0.5, roofM - firstFloorM);
  const count = building.storeys ?? Math.max(1, Math.round(room / usualStoreyM));
  return {
    firstFloorM,
    storeyM: building.storeyHeightM ?? room / count,
    count,
    baseM: building.baseM,
    roofM,
    topM,
  };
}

/** Writes one building, with so many square metres of solar modules: composed where its plan allows, else raised as it is. */
export function composeBuilding(
  writer: SolidWriter,
  building: Building,
  index: number,
  solarM2: number,
): void {
  const storeys = storeysOf(building);
  const seed = seedOf(building.id);
  writer.startBuilding(index, storeys.firstFloorM, storeys.storeyM);
  const plan = rectanglePlan(building);
  const roomy = plan !== null && plan.depthM >= 9 && plan.widthM >= 16;
  if (plan === null || !roomy || building.storeyHeightM === null) {
    writer.setFrame([0, 0], [1, 0]);
    plainBlock(writer, building, storeys, seed);
    return;
  }
  writer.setFrame(plan.centre, plan.axis);
  if (building.use === "public") {
    const shops = plan.widthM > plan.depthM * 2.4 || storeys.count === 1;
    publicBuilding(
      writer,
      plan,
      storeys,
      isForChildren(building) ? "children" : shops ? "shops" : "hall",
      seed,
      solarM2,
    );
  } else if (building.use !== "residential") {
    writer.setFrame([0, 0], [1, 0]);
    plainBlock(writer, building, storeys, seed);
  } else if (building.units <= 1 && plan.widthM < 40 && storeys.count > 12) {
    residentialTower(writer, plan, storeys, storeys.count > 28, seed);
  } else {
    residentialSlab(
      writer,
      plan,
      storeys,
      {
        units: Math.max(1, building.units),
        baseStoreys: storeys.count > 12 ? 2 : 1,
        topStoreys: storeys.count > 12 ? 2 : 1,
        jointM: storeys.count > 12 ? 1.4 : 0.8,
        glazedIn: 0.2 + 0.3 * chance(seed, 3),
        solarM2,
      },
      seed,
    );
  }
}
