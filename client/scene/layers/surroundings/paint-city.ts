import type { EastNorth, Massing, Road } from "../../../../models/community/community.ts";
import { boxRing } from "../../../../models/community/geometry.ts";
import { chance } from "../../chance.ts";
import type { GroundSheet } from "../ground/ground-sheet.ts";
import { paintRoads } from "../ground/paint-roads.ts";

const courts = ["#77885c", "#7f8a66", "#8f927c", "#9c9a8c", "#6f8256"] as const;
const crowns = [
  "rgba(70,92,46,.9)",
  "rgba(92,108,58,.88)",
  "rgba(58,80,46,.9)",
  "rgba(112,114,66,.85)",
] as const;
/** Trees in 1 km² of park, and at most in 1 km² of streets. */
const parkTrees = 9000;
const streetTrees = 2600;

export const massRing = ({ centre, sizeM }: Massing, grownM = 0): readonly EastNorth[] =>
  boxRing({
    west: centre[0] - sizeM[0] / 2 - grownM,
    east: centre[0] + sizeM[0] / 2 + grownM,
    south: centre[1] - sizeM[1] / 2 - grownM,
    north: centre[1] + sizeM[1] / 2 + grownM,
  });

/** The ground of the city around: courts between its blocks, parks, trees, streets. */
export function paintCity(
  sheet: GroundSheet,
  masses: readonly Massing[],
  streets: readonly Road[],
  parks: readonly (readonly EastNorth[])[],
): void {
  const { box, context } = sheet;
  context.fillStyle = "#8b907e";
  context.fillRect(box.west, box.south, box.east - box.west, box.north - box.south);
  masses.forEach((mass, i) => {
    const tone = courts[Math.floor(chance(i, 21) * courts.length)] ?? courts[0];
    sheet.fill(massRing(mass, 14 + chance(i, 22) * 12), tone);
  });
  masses.forEach((mass) => sheet.fill(massRing(mass, 4.5), "#a3a196"));
  for (const park of parks) sheet.fill(park, "#6c8350");
  if (masses.length > 0) grow(sheet, box, streetTrees, true);
  parks.forEach((park) => {
    const [west, east] = [Math.min(...park.map(([x]) => x)), Math.max(...park.map(([x]) => x))];
    const [south, north] = [Math.min(...park.map(([, y]) => y)), Math.max(...park.map(([, y]) => y))];
    sheet.within(park, () => {
      walks(sheet, { west, east, south, north });
      grow(sheet, { west, east, south, north }, parkTrees, false);
    });
  });
  paintRoads(sheet, streets);
}

type Box = GroundSheet["box"];

/** Two ways across a park and one around its meadow. */
function walks(sheet: GroundSheet, { west, east, south, north }: Box): void {
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const ring = Array.from({ length: 25 }, (_, i): EastNorth => {
    const angle = (i / 24) * 2 * Math.PI;
    return [x + Math.cos(angle) * (east - west) * 0.28, y + Math.sin(angle) * (north - south) * 0.28];
  });
  sheet.fill(ring, "#7f975c");
  for (const line of [
    [
      [west, south],
      [east, north],
    ],
    [
      [west, north],
      [east, south],
    ],
    ring,
  ] as const)
    sheet.line(line as readonly EastNorth[], 3.4, "#b9ae98", "round");
}

/** Trees as soft dots with their shades; uneven ones stand thick in some quarters and thin in others. */
function grow(sheet: GroundSheet, { west, east, south, north }: Box, perKm2: number, uneven: boolean): void {
  const count = Math.min(40_000, (((east - west) * (north - south)) / 1e6) * perKm2);
  const seed = Math.round(west * 7 + south * 13);
  for (let i = 0; i < count; i++) {
    const [x, y] = [chance(seed + i, 31), chance(seed + i, 32)];
    const quarter = chance(Math.floor(x * 23) * 131 + Math.floor(y * 23), 35);
    if (uneven && chance(i, 36) > 0.2 + 0.8 * quarter) continue;
    const at: EastNorth = [west + x * (east - west), south + y * (north - south)];
    const size = 2.2 + chance(i, 33) * 3.2;
    sheet.spot([at[0] + 1, at[1] + 1.3], size, "rgba(34,44,36,.34)");
    sheet.spot(at, size, crowns[Math.floor(chance(i, 34) * crowns.length)] ?? crowns[0]);
  }
}
