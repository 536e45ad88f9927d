import type { PaneSize } from "../flat-camera.ts";
import { boxesTouch, type PaneBox } from "../names/pane-box.ts";

/** A gate that asks for its name: where it is in the pane, which way is outside, and how large the name is. */
export interface GateSpot {
  readonly x: number;
  readonly y: number;
  readonly outside: "left" | "right" | "up" | "down";
  /** A way for vehicles is named before one for people. */
  readonly isWide: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A name begins so many pixels beside its gate, and its middle is so far above or below. */
const besidePx = 11;
const abovePx = 13;

/**
 * Where the name of each gate stands, outside of it if there is room: whole within the pane, and on no other name.
 * Null where there is no such place.
 */
export function placeGateNames(
  spots: readonly GateSpot[],
  pane: PaneSize,
  scale: number,
): readonly (PaneBox | null)[] {
  const names = new Map<GateSpot, PaneBox>();
  for (const spot of spots.toSorted((a, b) => Number(b.isWide) - Number(a.isWide))) {
    const box = choicesFor(spot, pane, scale).find((choice) =>
      [...names.values()].every((other) => !boxesTouch(other, choice)),
    );
    if (box !== undefined) names.set(spot, box);
  }
  return spots.map((spot) => names.get(spot) ?? null);
}

/** The best place first. */
function choicesFor(spot: GateSpot, pane: PaneSize, scale: number): readonly PaneBox[] {
  const beside = besidePx * scale + spot.widthPx / 2;
  const places = {
    left: boxAt(spot, -beside, 0),
    right: boxAt(spot, beside, 0),
    up: intoAcross(boxAt(spot, 0, -abovePx * scale), pane),
    down: intoAcross(boxAt(spot, 0, abovePx * scale), pane),
  };
  return [places[spot.outside], places.up, places.down].filter((box) => isWithin(box, pane));
}

const boxAt = ({ x, y, widthPx, heightPx }: GateSpot, across: number, down: number): PaneBox => ({
  left: x + across - widthPx / 2,
  right: x + across + widthPx / 2,
  top: y + down - heightPx / 2,
  bottom: y + down + heightPx / 2,
});

const isWithin = (box: PaneBox, { widthPx, heightPx }: PaneSize): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= widthPx && box.bottom <= heightPx;

/** Moved sideways as far as it would be cut. */
function intoAcross(box: PaneBox, { widthPx }: PaneSize): PaneBox {
  const by = Math.max(0, -box.left) - Math.max(0, box.right - widthPx);
  return { ...box, left: box.left + by, right: box.right + by };
}
