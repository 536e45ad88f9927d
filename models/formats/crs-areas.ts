import type { GeographicPlace } from "../community/community.ts";
import { crsDefinition, planCodeOf } from "./crs-definitions.ts";

/** West, south, east, north in degrees. */
type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Areas of use by EPSG code (as registered at epsg.org, rounded outwards; compared with the copy that PROJ 9.1.1 ships). */
const single: Readonly<Record<number, Bounds>> = {
  3857: [-180, -85.1, 180, 85.1],
  3035: [-36, 24, 45, 85],
  28992: [3.2, 50.7, 7.3, 53.8],
  31370: [2.5, 49.4, 6.5, 51.6],
  3812: [2.5, 49.4, 6.5, 51.6],
  2169: [5.7, 49.4, 6.6, 50.2],
  2154: [-9.9, 41.1, 10.4, 51.6],
  2056: [5.9, 45.8, 10.5, 47.9],
  21781: [5.9, 45.8, 10.5, 47.9],
  27700: [-9.1, 49.7, 2.1, 61.1],
  2157: [-10.6, 51.3, -5.3, 55.5],
  2180: [14.1, 49, 24.2, 56],
  3301: [20.3, 57.5, 28.3, 60],
  3067: [19, 58.8, 31.6, 70.1],
  3006: [10, 54.9, 24.2, 69.1],
  2326: [113.7, 22.1, 114.6, 22.6],
  3826: [119.9, 20.4, 122.1, 26.8],
  3414: [103.5, 1.1, 104.1, 1.5],
  5179: [122.7, 28.6, 134.3, 40.3],
  5186: [124, 33, 132, 38.7],
  2263: [-74.3, 40.4, -71.8, 41.4],
  6539: [-74.3, 40.4, -71.8, 41.4],
  32188: [-75.1, 44.9, -71.9, 62.6],
};

/** Latitudes of the systems that come in zones; their longitudes follow from the zone. */
const zoned: readonly (readonly [first: number, last: number, southDeg: number, northDeg: number])[] = [
  [32601, 32660, 0, 84],
  [32701, 32760, -80, 0],
  [25828, 25838, 27, 85],
  [23028, 23038, 25, 85],
  [26901, 26923, 14, 85],
  [28348, 28358, -61, -8],
  [7846, 7859, -61, -8],
  [31978, 31985, -60, 13],
  [4491, 4554, 3, 54],
  [3873, 3885, 59, 71],
  [31466, 31469, 47, 55.2],
  [31254, 31256, 46, 49.1],
  [2176, 2179, 49, 56],
  [3942, 3950, 41, 51.6],
  [6669, 6687, 20, 46],
];

/** Surveys reach over the edge of a zone, those of France over the whole country; and islands lie off a coast. */
const overZoneDeg = 8;
const overEdgeDeg = 0.5;

/** Whether a place can be meant by coordinates of a system; true where its area of use is not known here. */
export function isInAreaOfUse(epsg: number, { latitudeDeg, longitudeDeg }: GeographicPlace): boolean {
  const bounds = boundsOf(planCodeOf(epsg));
  if (bounds === null) return true;
  const [west, south, east, north] = bounds;
  return (
    latitudeDeg >= south - overEdgeDeg &&
    latitudeDeg <= north + overEdgeDeg &&
    longitudeDeg >= west - overEdgeDeg &&
    longitudeDeg <= east + overEdgeDeg
  );
}

function boundsOf(epsg: number): Bounds | null {
  const known = single[epsg];
  if (known !== undefined) return known;
  const family = zoned.find(([first, last]) => epsg >= first && epsg <= last);
  const meridianDeg = centralMeridianOf(crsDefinition(epsg) ?? "");
  if (family === undefined || meridianDeg === null) return null;
  const [, , south, north] = family;
  return [meridianDeg - overZoneDeg, south, meridianDeg + overZoneDeg, north];
}

function centralMeridianOf(definition: string): number | null {
  const [, zone] = /\+zone=(\d+)/.exec(definition) ?? [];
  if (zone !== undefined) return Number(zone) * 6 - 183;
  const [, meridian] = /\+lon_0=([\d.-]+)/.exec(definition) ?? [];
  return meridian === undefined ? null : Number(meridian);
}
