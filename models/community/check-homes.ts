import type { Building, Community, Dwelling } from "./community.ts";
import { grouped } from "./grouped.ts";
import type { Problem } from "./problem.ts";

function* checkDwelling(dwelling: Dwelling, where: string, building: Building): Generator<Problem> {
  const { storey, unit, residents, areaM2 } = dwelling;
  if (!Number.isInteger(storey) || storey < 1 || (building.storeys !== null && storey > building.storeys)) {
    yield {
      rule: "storey",
      where,
      sentence: `lies on storey ${storey} of building "${building.id}", which has ${building.storeys ?? "an unknown number"}`,
    };
  }
  if (!Number.isInteger(unit) || unit < 1 || unit > building.units) {
    yield {
      rule: "storey",
      where,
      sentence: `lies in unit ${unit} of building "${building.id}", which has ${building.units}`,
    };
  }
  if (!Number.isInteger(residents) || residents < 0) {
    yield { rule: "residents", where, sentence: `${residents} is no number of residents` };
  }
  if (areaM2 <= 0) yield { rule: "number", where, sentence: `an area of ${areaM2} m² is not above 0` };
}

/** Where both a building's storeys and its homes declare residents, they must agree. */
function* checkDeclared(building: Building, where: string, homes: readonly Dwelling[]): Generator<Problem> {
  const { residentsByStorey, storeys } = building;
  if (residentsByStorey.length === 0) return;
  if (residentsByStorey.length !== storeys) {
    yield {
      rule: "residents",
      where,
      sentence: `declares residents of ${residentsByStorey.length} storeys, has ${storeys ?? "an unknown number"}`,
    };
    return;
  }
  if (homes.length === 0) return;
  for (const [index, declared] of residentsByStorey.entries()) {
    const living = homes.reduce((sum, home) => (home.storey === index + 1 ? sum + home.residents : sum), 0);
    if (declared !== living) {
      yield {
        rule: "residents",
        where,
        sentence: `declares ${declared} residents on storey ${index + 1}, its homes ${living}`,
      };
    }
  }
}

export function* checkHomes({ buildings, dwellings }: Community): Generator<Problem> {
  const byId = new Map(buildings.map((building) => [building.id, building]));
  const homesOf = grouped(dwellings, ({ building }) => building);
  for (const [index, dwelling] of dwellings.entries()) {
    const building = byId.get(dwelling.building);
    if (building) yield* checkDwelling(dwelling, `dwellings[${index}] "${dwelling.id}"`, building);
  }
  for (const [index, building] of buildings.entries()) {
    const { storeys } = building;
    const where = `buildings[${index}] "${building.id}"`;
    if (storeys !== null && (!Number.isInteger(storeys) || storeys < 1)) {
      yield { rule: "storey", where, sentence: `${storeys} is no number of storeys` };
    }
    yield* checkDeclared(building, where, homesOf.get(building.id) ?? []);
  }
}
