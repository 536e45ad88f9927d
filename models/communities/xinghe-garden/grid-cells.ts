import type { GridCell } from "../../community/community.ts";
import { buildingId, gridCellId, type GridCellId } from "../../ids.ts";
import { text, type Text } from "../../language/text.ts";

/** Eight neighbourhoods of nearby buildings, 320 to 464 homes each (mean 375), five buildings on average. */
const cells: readonly (readonly [id: string, where: Text, buildings: string])[] = [
  ["G1", text("西南", "south-west"), "E-1 E-2 D-1 D-2 D-5 D-6 P3-clinic-daycare P4-shops-west"],
  ["G2", text("东南", "south-east"), "E-3 D-3 D-4 D-7 D-8 P5-shops-east P6-property-centre P7-market"],
  ["G3", text("西", "west"), "C2-1 C2-2 C1-1 C1-2 P1-kindergarten P2-community-centre"],
  ["G4", text("东", "east"), "C2-3 C2-4 C1-3 C1-4 B-5"],
  ["G5", text("西北", "north-west"), "A-1 B-1 C1-5"],
  ["G6", text("东北", "north-east"), "A-2 B-4 C1-8"],
  ["G7", text("北偏西", "north by west"), "A-3 B-2 B-6 C1-6"],
  ["G8", text("北偏东", "north by east"), "A-4 B-3 C1-7"],
];

export const gridCells: readonly GridCell[] = cells.map(([id, where, buildings]) => ({
  id: gridCellId(id),
  name: text(`第${id.slice(1)}网格（${where["zh-CN"]}）`, `Grid ${id.slice(1)}, ${where.en}`),
  buildings: buildings.split(" ").map(buildingId),
}));

/** @throws when no grid cell looks after the building. */
export function cellOf(building: string): GridCellId {
  const cell = gridCells.find(({ buildings }) => buildings.some((id) => id === building));
  if (!cell) throw new Error(`building ${building} belongs to no grid cell`);
  return cell.id;
}
