import type { Daily } from "../rhythm/daily.ts";
import { ofMeanOne } from "../rhythm/daily.ts";
import type { Values } from "../values/reader.ts";

/** Something that goes wrong with devices of a kind, how often, when, for how long, and what it looks like. */
export interface FaultCase {
  readonly id: string;
  readonly kind: string;
  /** In the whole community, per day. */
  readonly perDay: number;
  /** By the hour, mean 1. */
  readonly weight: Daily;
  readonly minutes: readonly [least: number, most: number];
  /** How often it is picked where the demo wants something small to happen; 0 = never. */
  readonly small: number;
  /** @param draw a number in [0, 1) of this one fault. */
  readonly effect: (draw: number, sinceS: number) => Values;
}

export const always: Daily = Array.from({ length: 24 }, () => 1);
/** Heavier in some hours [from, until) than in the rest, by a factor. */
export const mostly = (
  factor: number,
  ...spans: readonly (readonly [from: number, until: number])[]
): Daily =>
  ofMeanOne(
    always.map((_, hour) => (spans.some(([from, until]) => hour >= from && hour < until) ? factor : 1)),
  );

export const cooking = mostly(6, [11, 13], [17, 20]);
export const evening = mostly(4, [17, 23]);
