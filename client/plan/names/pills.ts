import { boxesTouch, type PaneBox } from "./pane-box.ts";
import type { Stand } from "../devices/arrangement.ts";
import { tallyEntries, worstOf, type TallyEntry } from "../devices/tally.ts";

/** One entry of a pill: what, how many, and where in the pane it is. */
export interface PillPart {
  readonly entry: TallyEntry;
  readonly count: number;
  /** The one device it stands for; −1 for several. */
  readonly device: number;
  readonly left: number;
  readonly right: number;
}

/** What a building tells of the devices in it that have no sign of their own just now. */
export interface Pill {
  readonly stand: Stand;
  readonly parts: readonly PillPart[];
  readonly box: PaneBox;
  /** 0 nothing wrong … 4 P1. */
  readonly worst: number;
}

/** CSS pixels at the usual type size. */
export const pillPx = { height: 20, pad: 5, gap: 6, shape: 12, sign: 18, letter: 3, upon: 4 } as const;

/**
 * Puts a pill on the upper edge of every building that has something to tell, whatever lies there: what is not well is
 * never left out. Where one meets another it goes to an edge that is free; where none is, the graver lies on top.
 *
 * @param widthOf CSS pixels of a number at scale 1
 * @returns the gravest last
 */
export function placePills(
  stands: readonly Stand[],
  pxPerM: number,
  scale: number,
  widthOf: (digits: string) => number,
): readonly Pill[] {
  const placed: Pill[] = [];
  const wishes = stands
    .filter(({ tally }) => tally.counts.some((many) => many > 0))
    .toSorted((a, b) => worstOf(b.tally) - worstOf(a.tally));
  for (const stand of wishes) {
    const { x, y, household } = stand;
    const widths = widthsOf(stand, widthOf);
    const width =
      (widths.reduce((sum, each) => sum + each + pillPx.gap, -pillPx.gap) + 2 * pillPx.pad) * scale;
    const height = pillPx.height * scale;
    const tall = (household.box.north - household.box.south) * pxPerM;
    const wide = (household.box.east - household.box.west) * pxPerM;
    const upon = pillPx.upon * scale;
    const spots: readonly (readonly [number, number])[] = [
      [x, y - height / 2 + upon],
      [x, y + tall + height / 2 - upon],
      [x + (wide + width) / 2 - upon, y + tall / 2],
      [x - (wide + width) / 2 + upon, y + tall / 2],
    ];
    const boxes = spots.map(([cx, cy]) => boxAround(cx, cy, width, height));
    const box = boxes.find((each) => !placed.some((other) => boxesTouch(each, other.box))) ?? boxes[0];
    if (box === undefined) continue;
    placed.push({ stand, box, worst: worstOf(stand.tally), parts: partsOf(stand, widths, box, scale) });
  }
  return placed.toReversed();
}

const boxAround = (x: number, y: number, width: number, height: number): PaneBox => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

/** A single alert is shown by the sign of its device, everything else by its shape and a number. */
export const isAlone = (entry: TallyEntry, count: number): boolean => count === 1 && entry.startsWith("P");

function widthsOf({ tally }: Stand, widthOf: (digits: string) => number): number[] {
  return tallyEntries.flatMap((entry, i) => {
    const count = tally.counts[i] ?? 0;
    if (count === 0) return [];
    return [isAlone(entry, count) ? pillPx.sign : pillPx.shape + pillPx.letter + widthOf(String(count))];
  });
}

function partsOf({ tally }: Stand, widths: readonly number[], box: PaneBox, scale: number): PillPart[] {
  let left = box.left + pillPx.pad * scale;
  let at = 0;
  return tallyEntries.flatMap((entry, i) => {
    const count = tally.counts[i] ?? 0;
    if (count === 0) return [];
    const right = left + (widths[at++] ?? 0) * scale;
    const part = { entry, count, device: count === 1 ? (tally.devices[i] ?? -1) : -1, left, right };
    left = right + pillPx.gap * scale;
    return [part];
  });
}
