import type { EastNorth } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { edgesOf } from "../../../../models/community/geometry.ts";

/** A canvas one paints on in metres, east and north. */
export class GroundSheet {
  readonly context: CanvasRenderingContext2D;
  readonly box: Box;
  /** Pixels per metre. */
  readonly scale: number;

  /** `context` belongs to a canvas whose longer side has `pixels` pixels. */
  constructor(context: CanvasRenderingContext2D, box: Box, pixels: number) {
    this.context = context;
    this.box = box;
    this.scale = pixels / Math.max(box.east - box.west, box.north - box.south);
    context.setTransform(this.scale, 0, 0, -this.scale, -box.west * this.scale, box.north * this.scale);
    context.lineJoin = "round";
  }

  /** Canvas size in pixels for a box whose longer side gets `pixels`. */
  static size(box: Box, pixels: number): { width: number; height: number } {
    const scale = pixels / Math.max(box.east - box.west, box.north - box.south);
    return {
      width: Math.ceil((box.east - box.west) * scale),
      height: Math.ceil((box.north - box.south) * scale),
    };
  }

  fill(ring: readonly EastNorth[], style: string): void {
    this.trace(ring);
    this.context.fillStyle = style;
    this.context.fill();
  }

  rim(ring: readonly EastNorth[], widthM: number, style: string): void {
    this.trace(ring);
    this.context.lineWidth = widthM;
    this.context.strokeStyle = style;
    this.context.stroke();
  }

  line(
    points: readonly EastNorth[],
    widthM: number,
    style: string,
    cap: CanvasLineCap = "butt",
    dash: readonly number[] = [],
  ): void {
    const { context } = this;
    context.beginPath();
    points.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.lineCap = cap;
    context.lineWidth = widthM;
    context.strokeStyle = style;
    context.setLineDash([...dash]);
    context.stroke();
    context.setLineDash([]);
  }

  /** Paints only inside the ring. */
  within(ring: readonly EastNorth[], paint: () => void): void {
    this.context.save();
    this.trace(ring);
    this.context.clip();
    paint();
    this.context.restore();
  }

  trace(ring: readonly EastNorth[]): void {
    const { context } = this;
    context.beginPath();
    ring.forEach(([x, y], i) => (i === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
    context.closePath();
  }

  spot([x, y]: EastNorth, radiusM: number, style: string): void {
    this.context.beginPath();
    this.context.arc(x, y, radiusM, 0, 2 * Math.PI);
    this.context.fillStyle = style;
    this.context.fill();
  }
}

/** Direction of the longest edge of a ring, radians from east. */
export function grainOf(ring: readonly EastNorth[]): number {
  let longest = 0;
  let angle = 0;
  for (const [a, b] of edgesOf(ring)) {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length <= longest) continue;
    longest = length;
    angle = Math.atan2(b[1] - a[1], b[0] - a[0]);
  }
  return angle;
}
