import type { Dwelling } from "../../community/community.ts";
import { buildingId, dwellingId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { type Plan, plans } from "./fixture.ts";
import { homeAreaM2, homeTypes } from "./home-types.ts";
import { residentsOf } from "./households.ts";
import { centimetres, floorM, storeysOf, westWallM } from "./measure.ts";

type Home = Omit<Dwelling, "residents">;

/** Homes of a storey stand in one row, equally wide; their living side, where `at` lies, looks south. */
function homesOfStorey(plan: Plan, storey: number): readonly Home[] {
  const types = homeTypes(plan.id, plan.type, storey);
  const perUnit = types.length / plan.units;
  return types.map((type, index) => {
    const unit = 1 + Math.floor(index / perUnit);
    const room = String(storey * 100 + 1 + (index % perUnit)).padStart(3, "0");
    return {
      id: dwellingId(`XH-${plan.id}-U${unit}-F${String(storey).padStart(2, "0")}-R${room}`),
      name: text(`星河花园 ${plan.id}栋 ${unit}单元 ${room}室`, `${plan.id}, unit ${unit}, ${room}`),
      building: buildingId(plan.id),
      unit,
      storey,
      areaM2: homeAreaM2[type],
      at: [
        centimetres(westWallM(plan) + ((index + 0.5) * plan.widthM) / types.length),
        centimetres(plan.centre[1] - plan.depthM / 8),
        centimetres(floorM(storey) + 1.2),
      ],
    };
  });
}

export function dwellings(seed: number): readonly Dwelling[] {
  const homes = plans.flatMap((plan) => storeysOf(plan).flatMap((storey) => homesOfStorey(plan, storey)));
  const residents = residentsOf(
    homes.map(({ areaM2 }) => areaM2),
    seed,
  );
  return homes.map((home, index) => ({ ...home, residents: residents[index] ?? 0 }));
}
