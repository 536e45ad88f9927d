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

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PlacedLabel extends Rect {
  readonly id: number;
  /** Foot of the leader. */
  readonly x: number;
  readonly y: number;
}

const lifts = [16, 30, 48, 70] as const;
const gapPx = 5;

const overlap = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/**
 * Places labels greedily by weight: each at the lowest lift where it meets no other label and no forbidden
 * rectangle, and covers the least of the towers; one without such a place is left out.
 */
export function placeLabels(
  wishes: readonly LabelWish[],
  towers: readonly Rect[],
  forbidden: readonly Rect[],
  screen: Rect,
  most: number,
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  const ordered = wishes.toSorted((a, b) => b.weight - a.weight || a.id - b.id);
  for (const wish of ordered) {
    if (placed.length >= most) break;
    let best: PlacedLabel | null = null;
    let bestCover = Infinity;
    for (const lift of lifts) {
      const bottom = wish.y - lift;
      const label: PlacedLabel = {
        id: wish.id,
        x: wish.x,
        y: wish.y,
        left: wish.x - wish.width / 2,
        right: wish.x + wish.width / 2,
        top: bottom - wish.height,
        bottom,
      };
      if (
        label.left < screen.left ||
        label.right > screen.right ||
        label.top < screen.top ||
        label.bottom > screen.bottom
      )
        continue;
      const wide: Rect = {
        left: label.left - gapPx,
        right: label.right + gapPx,
        top: label.top - gapPx,
        bottom: label.bottom + gapPx,
      };
      if (
        placed.some((other) => overlap(wide, other) > 0) ||
        forbidden.some((rect) => overlap(wide, rect) > 0)
      )
        continue;
      const cover = towers.reduce((sum, tower) => sum + overlap(label, tower), 0) + lift * 4;
      if (cover < bestCover) [best, bestCover] = [label, cover];
    }
    if (best && bestCover < wish.width * wish.height * 0.9 + 70 * 4) placed.push(best);
  }
  return placed;
}
