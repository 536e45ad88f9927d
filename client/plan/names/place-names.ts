import type { LabelAnchor } from "../../scene/layers/labels/label-anchors.ts";
import { xOf, yOf, type Placement } from "../flat-camera.ts";
import { boxesTouch, type PaneBox } from "./pane-box.ts";

/** A building as its name needs it. */
export interface NameWish {
  readonly anchor: LabelAnchor;
  /** The footprint on the pane. */
  readonly box: PaneBox;
  readonly title: string;
  /** Said below the name where there is room inside the walls. */
  readonly line: string | null;
  /** Named whatever its size: chosen, pointed at, or looked into. */
  readonly isCalled: boolean;
  /** Its devices stand within the walls one by one: the name stands above them. */
  readonly isOpen: boolean;
}

export interface PlacedName {
  readonly title: string;
  readonly line: string | null;
  readonly box: PaneBox;
  /** Inside the walls letters lie on the roof, elsewhere on a plate. */
  readonly isInside: boolean;
  readonly isCalled: boolean;
}

/** CSS pixels at the usual type size. */
export const nameStyle = { sizePx: 12, lineSizePx: 12, heightPx: 16, lineHeightPx: 15, padPx: 4 } as const;
/** Smaller than this on its longer side a building has no name of its own accord. */
const leastSidePx = 16;

export interface Measure {
  /** CSS pixels of a name at scale 1. */
  title(text: string): number;
  line(text: string): number;
}

/**
 * Names buildings: inside their walls where the name fits, else below them, and above those that are open. Called ones
 * first, then the largest; a name that would lie on another, on a pill or under a panel is left out.
 */
export function placeNames(
  wishes: readonly NameWish[],
  taken: readonly PaneBox[],
  scale: number,
  measure: Measure,
): readonly PlacedName[] {
  const placed: PlacedName[] = [];
  const isFree = (box: PaneBox): boolean =>
    !taken.some((other) => boxesTouch(box, other)) && !placed.some((other) => boxesTouch(box, other.box));
  for (const wish of wishes.toSorted((a, b) => weightOf(b) - weightOf(a))) {
    const sidePx = Math.max(wish.box.right - wish.box.left, wish.box.bottom - wish.box.top);
    if (!wish.isCalled && (!wish.anchor.speaks || sidePx < leastSidePx * scale)) continue;
    const name = spotsOf(wish, scale, measure).find(({ box }) => isFree(box));
    if (name) placed.push(name);
  }
  return placed;
}

function weightOf({ anchor, box, isCalled }: NameWish): number {
  const side = Math.max(box.right - box.left, box.bottom - box.top);
  return (isCalled ? 1e6 : 0) + side * (anchor.isPublic ? 1.5 : 1);
}

/** Where a name may stand, the best first. */
function spotsOf(wish: NameWish, scale: number, measure: Measure): readonly PlacedName[] {
  const { title, line, box, isCalled } = wish;
  const [wide, tall] = [box.right - box.left, box.bottom - box.top];
  const [cx, cy] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const titlePx = (measure.title(title) + 2 * nameStyle.padPx) * scale;
  const linePx = line === null ? 0 : (measure.line(line) + 2 * nameStyle.padPx) * scale;
  const height = nameStyle.heightPx * scale;
  const both = height + nameStyle.lineHeightPx * scale;
  const at = (x: number, y: number, width: number, high: number): PaneBox => ({
    left: x - width / 2,
    right: x + width / 2,
    top: y - high / 2,
    bottom: y + high / 2,
  });
  const gap = 3 * scale;
  const outside = (x: number, y: number): PlacedName => ({
    title,
    line: null,
    box: at(x, y, titlePx, height),
    isInside: false,
    isCalled,
  });
  const below = outside(cx, box.bottom + height / 2 + gap);
  const above = outside(box.left + titlePx / 2, box.top - height / 2 - gap);
  if (wish.isOpen) return [above, below];
  const spots: PlacedName[] = [];
  const two = Math.max(titlePx, linePx);
  if (line !== null && two <= wide && both + gap <= tall)
    spots.push({ title, line, box: at(cx, cy, two, both), isInside: true, isCalled });
  if (titlePx <= wide + gap && height <= tall + gap)
    spots.push({ title, line: null, box: at(cx, cy, titlePx, height), isInside: true, isCalled });
  return [...spots, below, above];
}

/** The footprint of an anchor's building on the pane. */
export const paneBoxOf = (
  at: Placement,
  {
    west,
    east,
    south,
    north,
  }: { readonly west: number; readonly east: number; readonly south: number; readonly north: number },
): PaneBox => ({ left: xOf(at, west), right: xOf(at, east), top: yOf(at, north), bottom: yOf(at, south) });
