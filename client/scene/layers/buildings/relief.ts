import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** Storeys of a building in metres: floor of storey s (from 1) lies at `firstFloorM + (s − 1) · storeyM`. */
export interface Storeys {
  readonly firstFloorM: number;
  readonly storeyM: number;
  readonly count: number;
  readonly baseM: number;
  readonly roofM: number;
  readonly topM: number;
}

export const floorOf = (storeys: Storeys, storey: number): number =>
  storeys.firstFloorM + (storey - 1) * storeys.storeyM;

/** A stack of balconies in front of a south wall at y, one per storey; some are glazed in by whoever lives there. */
export function balconies(
  writer: SolidWriter,
  storeys: Storeys,
  west: number,
  east: number,
  y: number,
  outM: number,
  from: number,
  to: number,
  glazedIn: (storey: number) => boolean,
): void {
  const rail = { face: Face.railing, paint: Paint.railing, seed: 0 } as const;
  const top = { face: Face.plain, paint: Paint.trim, seed: 0 } as const;
  for (let s = from; s <= to; s++) {
    const floor = floorOf(storeys, s);
    if (glazedIn(s)) {
      const glass = { face: Face.bayWindow, paint: Paint.trim, seed: 9 } as const;
      writer.box(
        west,
        y - outM,
        east,
        y,
        floor,
        floor + storeys.storeyM - 0.06,
        glass,
        top,
        "north",
        s === from,
      );
    } else {
      writer.box(west, y - outM, east, y, floor - 0.22, floor + 1.06, rail, top, "north", true);
    }
  }
}

/** A bay window through several storeys. */
export function bayWindows(
  writer: SolidWriter,
  storeys: Storeys,
  west: number,
  east: number,
  y: number,
  outM: number,
  from: number,
  to: number,
  paint: Paint,
): void {
  const side = { face: Face.bayWindow, paint, seed: 3 } as const;
  const top = { face: Face.plain, paint: Paint.trim, seed: 0 } as const;
  writer.box(
    west,
    y - outM,
    east,
    y,
    floorOf(storeys, from),
    floorOf(storeys, to + 1) - 0.3,
    side,
    top,
    "north",
    true,
  );
}

/** Roof plant of a stair core: lift overrun, louvred box, a tank. */
export function roofPlant(
  writer: SolidWriter,
  storeys: Storeys,
  x: number,
  y: number,
  size: number,
  seed: number,
): void {
  const wall = { face: Face.plain, paint: Paint.accent, seed: 0 } as const;
  const top = { face: Face.plain, paint: Paint.roof, seed: 0 } as const;
  const louvre = { face: Face.louvre, paint: Paint.metal, seed: 0 } as const;
  const { roofM } = storeys;
  writer.box(x - size / 2, y - size * 0.45, x + size / 2, y + size * 0.45, roofM, roofM + 3.4, wall, top);
  writer.box(
    x - size * 0.2,
    y - size * 0.3,
    x + size * 0.3,
    y + size * 0.3,
    roofM + 3.4,
    roofM + 4.6,
    wall,
    top,
  );
  const s = seed % 2 === 0 ? 1 : -1;
  writer.box(
    x + s * (size * 0.5 + 1.2) - 1,
    y - 1.1,
    x + s * (size * 0.5 + 1.2) + 1,
    y + 1.1,
    roofM,
    roofM + 1.7,
    louvre,
    top,
  );
}
