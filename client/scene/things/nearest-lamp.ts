import type { Asset, EastNorthUp } from "../../../models/community/community.ts";

/** A device counts as that of a lamp this near; lamps stand further apart. */
const withinM = 2;

/** Finds the lamp a device belongs to by where both stand: its number among the lamps of the assets, or −1. */
export function lampFinder(assets: readonly Asset[]): (at: EastNorthUp | null) => number {
  const cells = new Map<string, { readonly lamp: number; readonly at: EastNorthUp }[]>();
  const cellOf = (metres: number): number => Math.floor(metres / withinM);
  assets
    .filter(({ kind }) => kind === "lamp")
    .forEach(({ at }, lamp) => {
      const key = `${cellOf(at[0])} ${cellOf(at[1])}`;
      const cell = cells.get(key);
      if (cell) cell.push({ lamp, at });
      else cells.set(key, [{ lamp, at }]);
    });
  return (at) => {
    let best = -1;
    let nearestM = withinM;
    if (at === null) return best;
    for (const x of [-1, 0, 1])
      for (const y of [-1, 0, 1])
        for (const found of cells.get(`${cellOf(at[0]) + x} ${cellOf(at[1]) + y}`) ?? []) {
          const awayM = Math.hypot(found.at[0] - at[0], found.at[1] - at[1]);
          if (awayM > nearestM) continue;
          nearestM = awayM;
          best = found.lamp;
        }
    return best;
  };
}
