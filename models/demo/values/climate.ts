import { hours } from "../../quantity.ts";
import type { Now } from "../rhythm/sky.ts";
import { isHeating } from "../rhythm/supply.ts";
import { chance, drift } from "../seed.ts";
import { clamp } from "./reader.ts";

/** Temperature of a home, °C: held by the heating in winter, following the weather at a distance otherwise. */
export function indoorC(homeSeed: number, { moment, weather }: Now): number {
  const taste = 2.2 * (chance(homeSeed, 0, 41) - 0.5);
  const wander = 0.4 * drift(homeSeed, moment.atMs, 3 * hours, 42);
  const base = isHeating(moment) ? 21.2 : clamp(23.5 + 0.25 * (weather.temperatureC - 20), 18.5, 28.5);
  return base + taste + wander;
}

/** Temperature of the garage and other rooms in the ground, °C. */
export const garageC = ({ weather }: Now): number => 14 + 0.3 * (weather.temperatureC - 14);
