import type { ScreenRect } from "../../scene-props.ts";

/** Something that may be named on the screen; CSS pixels. */
export interface LabelWish {
  readonly id: number;
  /** Where its leader ends: over the roof. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Larger goes first. */
  readonly weight: number;
}

export interface PlacedLabel extends ScreenRect {
  readonly id: number;
  /** Foot of the leader. */
  readonly x: number;
  readonly y: number;
}

/** How far over the roof a label may hang, and how far to a side its leader may stand under it, as a share of its half width. */
const liftsPx = [14, 28, 46, 68] as const;
const shifts = [0, 0.72, -0.72] as const;
const gapPx = 5;
/** What a lift costs per pixel, and a shift, against pixels of covered tower. */
const liftCost = 4;
const shiftCost = 36;

const overlap = (a: ScreenRect, b: ScreenRect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const holds = (outer: ScreenRect, inner: ScreenRect): boolean =>
  inner.left >= outer.left &&
  inner.right <= outer.right &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;

/**
 * Places labels greedily by weight: each where it meets no other label and no forbidden rectangle, covers the least of
 * the towers, and hangs nearest to its roof. One without such a place is left out, and so is one whose roof itself lies
 * under a forbidden rectangle: its leader would come out of a panel.
 *
 * @param style `scale` of the type: lifts and gaps grow with it; `bearable`: the share of a label that may lie on towers
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  towers: readonly ScreenRect[],
  forbidden: readonly ScreenRect[],
  screen: ScreenRect,
  most: number,
  { scale, bearable }: { readonly scale: number; readonly bearable: number } = { scale: 1, bearable: 0.9 },
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const gap = gapPx * scale;
  for (const wish of wishes.toSorted((a, b) => b.weight - a.weight || a.id - b.id)) {
    if (placed.length >= most) break;
    const point = { left: wish.x, right: wish.x, top: wish.y, bottom: wish.y };
    if (forbidden.some((rect) => holds(rect, point))) continue;
    let best: PlacedLabel | null = null;
    const area = wish.width * wish.height;
    let bestCost = area * bearable + 70 * liftCost * scale;
    for (const { label, cost } of spotsOf(wish, scale)) {
      if (cost >= bestCost || !holds(screen, label)) continue;
      const wide = {
        left: label.left - gap,
        right: label.right + gap,
        top: label.top - gap,
        bottom: label.bottom + gap,
      };
      if (placed.some((other) => overlap(wide, other) > 0 || crosses(other, label))) continue;
      if (forbidden.some((rect) => overlap(wide, rect) > 0)) continue;
      const covered = towers.reduce((sum, tower) => sum + overlap(label, tower), 0);
      const total = cost + Math.min(area, covered);
      if (total < bestCost) [best, bestCost] = [label, total];
    }
    if (best) placed.push(best);
  }
  return placed;
}

/** Whether the leader of one label runs through another, or the other way about. */
function crosses(a: PlacedLabel, b: PlacedLabel): boolean {
  const leader = ({ x, y, bottom }: PlacedLabel): ScreenRect => ({
    left: x - 1,
    right: x + 1,
    top: bottom,
    bottom: y,
  });
  return overlap(leader(a), b) > 0 || overlap(leader(b), a) > 0;
}

function* spotsOf(wish: LabelWish, scale: number): Generator<{ label: PlacedLabel; cost: number }> {
  const { id, x, y, width, height } = wish;
  for (const liftPx of liftsPx) {
    for (const shift of shifts) {
      const bottom = y - liftPx * scale;
      const middle = x + (shift * width) / 2;
      yield {
        label: {
          id,
          x,
          y,
          left: middle - width / 2,
          right: middle + width / 2,
          top: bottom - height,
          bottom,
        },
        cost: (liftPx * liftCost + (shift === 0 ? 0 : shiftCost)) * scale,
      };
    }
  }
}
