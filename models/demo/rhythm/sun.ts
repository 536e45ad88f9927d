import { getPosition } from "suncalc";
import type { GeographicPlace } from "../../community/community.ts";
import { hours } from "../../quantity.ts";
import { startOfDayMs } from "./moment.ts";

/** Degrees; azimuth clockwise from north, altitude as seen (refraction included). */
export interface SunPosition {
  readonly azimuthDeg: number;
  readonly altitudeDeg: number;
}

export function sunAt(place: GeographicPlace, atMs: number): SunPosition {
  const { azimuth, altitude } = getPosition(new Date(atMs), place.latitudeDeg, place.longitudeDeg);
  return { azimuthDeg: azimuth, altitudeDeg: altitude };
}

/** Local hour at which the sun goes down on a day (to about a minute); 18 where it does not. */
export function sunsetHour(place: GeographicPlace, day: number): number {
  const altitudeAt = (hour: number): number => sunAt(place, startOfDayMs(day) + hour * hours).altitudeDeg;
  let [above, below] = [12, 24];
  if (altitudeAt(above) < 0 || altitudeAt(below) > 0) return 18;
  while (below - above > 0.02) {
    const middle = (above + below) / 2;
    if (altitudeAt(middle) > 0) above = middle;
    else below = middle;
  }
  return (above + below) / 2;
}
