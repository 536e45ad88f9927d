import { area, line, scaleLinear } from "d3";
import type { Trend, TrendBucket } from "../../../models/trend/trend.ts";

export interface TrendLines {
  /** The band a healthy value lies in. */
  readonly normal: { readonly low: number; readonly high: number } | null;
  /** Where an alarm begins. */
  readonly limits: readonly number[];
}

export interface TrendMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Through the means; it breaks where nobody vouched for a value. */
  readonly line: string;
  /** From the least to the greatest of each bucket. */
  readonly reach: string;
  readonly normal: { readonly yPx: number; readonly heightPx: number } | null;
  readonly limitsPx: readonly number[];
  /** The last value; null when it is not known now. */
  readonly last: { readonly xPx: number; readonly yPx: number; readonly isOutside: boolean } | null;
}

/** Ends of the picture are kept free for the mark of the last value. */
const marginPx = 4;
/** A limit is shown when it lies within this share of the span beside it; one far off would flatten the line. */
const nearShare = 0.6;

interface Spot {
  readonly bucket: TrendBucket | null;
  readonly xPx: number;
}

/** The picture of a trend: what was normal and where alarms begin lie behind how the value went. */
export function layoutTrend(
  { buckets }: Trend,
  { normal, limits }: TrendLines,
  widthPx: number,
  heightPx: number,
): TrendMarks {
  const known = buckets.filter((bucket) => bucket !== null);
  const ends = [
    ...known.flatMap(({ min, max }) => [min, max]),
    ...(normal === null ? [] : [normal.low, normal.high]),
  ];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = high - low;
  const near = limits.filter((at) => at >= low - nearShare * span && at <= high + nearShare * span);
  const [bottom, top] = [Math.min(low, ...near), Math.max(high, ...near)];
  // A value that never moves stands in the middle.
  const room = top === bottom ? 1 : 0;
  const y = scaleLinear([bottom - room, top + room], [heightPx - marginPx, marginPx]);
  const x = scaleLinear([0, Math.max(1, buckets.length - 1)], [1, widthPx - marginPx]);
  const spots = buckets.map((bucket, k): Spot => ({ bucket, xPx: x(k) }));
  const isKnown = ({ bucket }: Spot): boolean => bucket !== null;
  const at = (spot: Spot, which: "min" | "max" | "mean"): number => y(spot.bucket?.[which] ?? 0);
  const newest = buckets.at(-1) ?? null;
  return {
    widthPx,
    heightPx,
    line:
      line<Spot>(
        ({ xPx }) => xPx,
        (spot) => at(spot, "mean"),
      )
        .defined(isKnown)
        .digits(1)(spots) ?? "",
    reach:
      area<Spot>(
        ({ xPx }) => xPx,
        (spot) => at(spot, "min"),
        (spot) => at(spot, "max"),
      )
        .defined(isKnown)
        .digits(1)(spots) ?? "",
    normal: normal && { yPx: y(normal.high), heightPx: Math.max(1, y(normal.low) - y(normal.high)) },
    limitsPx: near.map((limit) => y(limit)),
    last: newest && {
      xPx: x(buckets.length - 1),
      yPx: y(newest.last),
      isOutside: normal !== null && (newest.last < normal.low || newest.last > normal.high),
    },
  };
}
