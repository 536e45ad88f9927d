import type { Asset, EastNorth } from "../../community/community.ts";
import { mulberry32 } from "../mulberry32.ts";
import { type Margins, type Patch, standsFree } from "./cover.ts";
import { onGround } from "./measure.ts";
import type { Spacing } from "./spacing.ts";

export const treeMargins: Margins = {
  building: 2.4,
  road: 0.9,
  path: 0.6,
  fire: 0.6,
  water: 1.2,
  paved: 0.3,
  play: 0.8,
  parking: 0.4,
  ramp: 1,
  hedge: 0.35,
};

const shrubMargins: Margins = {
  ...treeMargins,
  building: 0.7,
  road: 0.6,
  path: 0.35,
  paved: 0,
  play: 0.4,
  water: 0.4,
};

/** Puts plants down where they stand free, each with its own size and turn. */
export class Gardener {
  readonly planted: Asset[] = [];
  readonly random: () => number;
  readonly #cover: readonly Patch[];
  readonly #taken: Spacing;

  constructor(seed: number, cover: readonly Patch[], taken: Spacing) {
    this.random = mulberry32(seed);
    this.#cover = cover;
    this.#taken = taken;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  /** @returns false when there is no room. A tree keeps `radiusM` to whatever else was put down. */
  tree(at: EastNorth, scale: number, radiusM: number, margins: Margins = treeMargins): boolean {
    return this.#plant("tree", at, scale, radiusM, margins);
  }

  shrub(at: EastNorth, scale: number): boolean {
    return this.#plant("shrub", at, scale, 0.45, shrubMargins);
  }

  /** A tree where room was kept for it. */
  reservedTree(at: EastNorth, scale: number): void {
    this.#put("tree", at, scale);
  }

  #plant(kind: "tree" | "shrub", at: EastNorth, scale: number, radiusM: number, margins: Margins): boolean {
    if (!this.#taken.isFree(at, radiusM) || !standsFree(this.#cover, at, margins)) return false;
    this.#taken.take(at, radiusM);
    this.#put(kind, at, scale);
    return true;
  }

  #put(kind: "tree" | "shrub", at: EastNorth, scale: number): void {
    this.planted.push({
      kind,
      at: onGround(at),
      headingDeg: Math.floor(this.random() * 360),
      scale: Math.round(scale * 100) / 100,
    });
  }
}
