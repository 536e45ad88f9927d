import { xingheGarden } from "../../../models/communities/index.ts";
import type { Demo } from "../../../models/demo/demo.ts";
import { createDemo } from "../../../models/demo/demo.ts";
import { hours } from "../../../models/quantity.ts";

export const community = xingheGarden();

/** A demo of the whole community; without an argument, at the true rates. */
export const demoOf = (options: { seed?: number; scale?: number; rates?: "real" | "demo" } = {}): Demo =>
  createDemo({
    community,
    seed: options.seed ?? 1,
    scale: options.scale ?? 1,
    rates: options.rates ?? "real",
  });

/** Epoch milliseconds of a local time of the community (UTC+8). */
export const local = (month: number, day: number, hour: number): number =>
  Date.UTC(2026, month - 1, day) + (hour - 8) * hours;
