import type { Space } from "../../community/community.ts";
import { spaceId } from "../../ids.ts";
import { text } from "../../language/text.ts";

/** Both basement levels lie under x 15 to 445, y 35 to 365; thirty zones each, of about 1,600 m². */
const garage = { west: 15, south: 35, east: 445, north: 365, columns: 6, rows: 5 } as const;

/** Height of a point under the ceiling of each level. */
const underCeilingM: Readonly<Record<1 | 2, number>> = { 1: -1.6, 2: -5.2 };

export function garageSpaces(): readonly Space[] {
  const cellEastM = (garage.east - garage.west) / garage.columns;
  const cellNorthM = (garage.north - garage.south) / garage.rows;
  return ([1, 2] as const).flatMap((level) =>
    Array.from({ length: garage.columns * garage.rows }, (_, index) => {
      const zone = `${String.fromCharCode(65 + Math.floor(index / garage.columns))}${1 + (index % garage.columns)}`;
      return {
        id: spaceId(`XH-garage-B${level}-${zone}`),
        name: text(`地下${level === 1 ? "一" : "二"}层车库 ${zone}区`, `Garage B${level}, zone ${zone}`),
        building: null,
        storey: -level,
        at: [
          Math.round((garage.west + (0.5 + (index % garage.columns)) * cellEastM) * 10) / 10,
          garage.south + (0.5 + Math.floor(index / garage.columns)) * cellNorthM,
          underCeilingM[level],
        ],
      } as const;
    }),
  );
}
