import type { Community } from "./community.ts";
import type { Problem } from "./problem.ts";

interface Named {
  readonly id: string;
}

function* repeated(list: string, things: readonly Named[]): Generator<Problem> {
  const first = new Map<string, number>();
  for (const [index, { id }] of things.entries()) {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    else {
      yield {
        rule: "unique-id",
        where: `${list}[${index}] "${id}"`,
        sentence: `has the id of ${list}[${before}]; ids must be unique`,
      };
    }
  }
}

function* unknownBuildings(
  list: string,
  things: readonly (Named & { readonly building: string | null })[],
  known: ReadonlySet<string>,
): Generator<Problem> {
  for (const [index, { id, building }] of things.entries()) {
    if (building !== null && !known.has(building)) {
      yield {
        rule: "reference",
        where: `${list}[${index}] "${id}"`,
        sentence: `lies in building "${building}", which does not exist`,
      };
    }
  }
}

function* checkGridCells({ gridCells, buildings }: Community): Generator<Problem> {
  const cellOf = new Map(buildings.map(({ id, gridCell }) => [id, gridCell]));
  const cells = new Map(gridCells.map((cell) => [cell.id, cell]));
  for (const [index, cell] of gridCells.entries()) {
    for (const building of cell.buildings) {
      if (cellOf.get(building) !== cell.id) {
        yield {
          rule: "reference",
          where: `gridCells[${index}] "${cell.id}"`,
          sentence: cellOf.has(building)
            ? `lists building "${building}", which names grid cell ${cellOf.get(building) ?? "none"}`
            : `lists building "${building}", which does not exist`,
        };
      }
    }
  }
  for (const [index, { id, gridCell }] of buildings.entries()) {
    if (gridCell !== null && !cells.get(gridCell)?.buildings.includes(id)) {
      yield {
        rule: "reference",
        where: `buildings[${index}] "${id}"`,
        sentence: `names grid cell "${gridCell}", which does not list it`,
      };
    }
  }
}

export function* checkIds(community: Community): Generator<Problem> {
  const { buildings, dwellings, spaces, gridCells, roads, gates, green, water, plazas } = community;
  for (const [list, things] of Object.entries({ buildings, dwellings, spaces, gridCells, roads, gates })) {
    yield* repeated(list, things);
  }
  yield* repeated("areas", [...green, ...water, ...plazas]);
  const known = new Set<string>(buildings.map(({ id }) => id));
  yield* unknownBuildings("dwellings", dwellings, known);
  yield* unknownBuildings("spaces", spaces, known);
  yield* checkGridCells(community);
}
