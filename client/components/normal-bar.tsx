import type { PointSpec } from "../../models/device/kind.ts";
import "./normal-bar.css";

interface Span {
  readonly low: number;
  readonly high: number;
}

/** The stretch of the scale worth drawing: the normal range and half of it to either side, within what can be measured. */
export function windowOf(spec: PointSpec, normal: Span): Span {
  const room = Math.max((normal.high - normal.low) / 2, spec.resolution);
  return { low: Math.max(spec.min, normal.low - room), high: Math.min(spec.max, normal.high + room) };
}

const percent = (value: number, { low, high }: Span): string =>
  `${Math.round(1000 * Math.min(1, Math.max(0, (value - low) / Math.max(high - low, 1e-9)))) / 10}%`;

/** Where a value lies against its normal range: the range as a band, the value as a mark, beyond the ends at the end. */
export function NormalBar({ spec, value }: { readonly spec: PointSpec; readonly value: number }) {
  const { normal } = spec;
  if (normal === null || Number.isNaN(value)) return <span className="normal-bar none" aria-hidden="true" />;
  const shown = windowOf(spec, normal);
  const outside = value < normal.low || value > normal.high;
  return (
    <span className={outside ? "normal-bar outside" : "normal-bar"} aria-hidden="true">
      <span
        className="band"
        style={{ left: percent(normal.low, shown), right: `calc(100% - ${percent(normal.high, shown)})` }}
      />
      <span className="mark" style={{ left: percent(value, shown) }} />
    </span>
  );
}
