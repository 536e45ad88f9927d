import type { Community, Dwelling } from "../../community/community.ts";
import { communityId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { cityMassing, cityParks, cityStreets } from "../city/city.ts";
import { assets } from "./assets.ts";
import { water } from "./base-cover.ts";
import { gates } from "./boundary.ts";
import { building } from "./buildings.ts";
import { dwellings } from "./dwellings.ts";
import { entrancePaths } from "./entrance-paths.ts";
import { fireLanes } from "./fire-access.ts";
import { type Plan, plans, site } from "./fixture.ts";
import { gardenPaths } from "./garden-paths.ts";
import { gridCells } from "./grid-cells.ts";
import { green, plazas } from "./ground-areas.ts";
import { storeysOf } from "./measure.ts";
import { roads } from "./roads.ts";
import { spaces } from "./spaces.ts";

const seed = 20181201;

function residentsByStorey(plan: Plan, homes: readonly Dwelling[]): readonly number[] {
  const own = homes.filter(({ building }) => building === plan.id);
  if (own.length === 0) return [];
  return storeysOf(plan).map((storey) =>
    own.filter((home) => home.storey === storey).reduce((sum, home) => sum + home.residents, 0),
  );
}

/** The bundled demo community: 40 buildings, 3,000 homes, 9,000 residents; the same at every call. */
export function xingheGarden(): Community {
  const homes = dwellings(seed);
  const buildings = plans.map((plan) => building(plan, residentsByStorey(plan, homes)));
  return {
    id: communityId("demo"),
    name: text("星河花园", "Xinghe Garden"),
    source: { format: "bundled", version: "1", crs: null },
    place: { latitudeDeg: 36.67, longitudeDeg: 117 },
    timeZone: "Asia/Shanghai",
    extent: { min: [0, 0, -8], max: [site.eastM, site.northM, 101] },
    frame: { centre: [230, 205, 22], radiusM: 270 },
    gridCells,
    buildings,
    dwellings: homes,
    spaces: spaces(),
    roads: [...roads, ...fireLanes, ...entrancePaths, ...gardenPaths, ...cityStreets],
    gates,
    green: [...cityParks(seed), ...green],
    water,
    plazas,
    assets: assets(seed),
    surroundings: cityMassing(seed),
    mesh: null,
    counts: {
      buildings: buildings.length,
      parts: 0,
      storeys: plans.reduce((sum, { floors }) => sum + floors, 0),
      dwellings: homes.length,
      vertices: 0,
      triangles: 0,
    },
    skipped: [],
  };
}
