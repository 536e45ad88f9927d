import type { EastNorth } from "../../models/community/community.ts";
import type { Box } from "../../models/community/geometry.ts";
import type { Camera } from "../../models/view/view-state.ts";
import { metresPerPixel } from "../scene/camera/camera-space.ts";
import type { Held } from "../scene/camera/hands.ts";
import { limited, type CameraLimits } from "../scene/camera/limits.ts";

export interface PaneSize {
  /** CSS pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where the ground lies on the pane: north is up, and a metre is as long everywhere. */
export interface Placement extends PaneSize {
  readonly centre: EastNorth;
  readonly pxPerM: number;
}

export const xOf = (at: Placement, eastM: number): number =>
  (eastM - at.centre[0]) * at.pxPerM + at.widthPx / 2;
export const yOf = (at: Placement, northM: number): number =>
  (at.centre[1] - northM) * at.pxPerM + at.heightPx / 2;
export const groundAt = (at: Placement, x: number, y: number): EastNorth => [
  at.centre[0] + (x - at.widthPx / 2) / at.pxPerM,
  at.centre[1] - (y - at.heightPx / 2) / at.pxPerM,
];

/** Height of the pane in metres of ground, for a camera one metre off. */
const reachAtOneM = metresPerPixel(1, 1);

/**
 * The camera of the view seen as a plan: its target is the middle, its distance the scale that it has at its target.
 * Heading and tilt are kept for the scene. It goes where it is told at once: a plan that glides is read by nobody.
 */
export class FlatCamera implements Held {
  readonly isFlat = true;
  readonly #limits: CameraLimits;
  #now: Camera;

  constructor(camera: Camera, limits: CameraLimits) {
    this.#limits = limits;
    this.#now = this.#kept(camera);
  }

  get camera(): Camera {
    return this.#now;
  }

  placement({ widthPx, heightPx }: PaneSize): Placement {
    const { target, distanceM } = this.#now;
    return {
      widthPx,
      heightPx,
      centre: [target[0], target[1]],
      pxPerM: 1 / metresPerPixel(distanceM, heightPx),
    };
  }

  look(camera: Camera): void {
    this.#now = this.#kept(camera);
  }

  /** Shows all of a box, which takes at most such a share of the pane each way. */
  fit(box: Box, { widthPx, heightPx }: PaneSize, share: number): void {
    const tallM = Math.max(box.north - box.south, ((box.east - box.west) * heightPx) / Math.max(1, widthPx));
    this.look({
      ...this.#now,
      target: [(box.west + box.east) / 2, (box.south + box.north) / 2, this.#now.target[2]],
      distanceM: tallM / share / reachAtOneM,
    });
  }

  /** Has a place in the middle, with a metre at least so long. */
  centreOn([east, north]: EastNorth, leastPxPerM: number, heightPx: number): void {
    this.look({
      ...this.#now,
      target: [east, north, this.#now.target[2]],
      distanceM: Math.min(this.#now.distanceM, heightPx / leastPxPerM / reachAtOneM),
    });
  }

  turn(): void {
    // North stays up.
  }

  pan(rightPx: number, downPx: number, heightPx: number): void {
    const { target, distanceM } = this.#now;
    const step = metresPerPixel(distanceM, heightPx);
    this.look({
      ...this.#now,
      target: [target[0] - rightPx * step, target[1] + downPx * step, target[2]],
    });
  }

  /** Comes nearer (`factor` < 1) to what lies under a point of the pane, `x` right and `y` up from −1 to 1. */
  zoom(factor: number, x: number, y: number, aspect: number): void {
    const { target, distanceM } = this.#now;
    const nearer = this.#kept({ ...this.#now, distanceM: distanceM * factor }).distanceM;
    const movedM = ((distanceM - nearer) * reachAtOneM) / 2;
    this.look({
      ...this.#now,
      distanceM: nearer,
      target: [target[0] + x * aspect * movedM, target[1] + y * movedM, target[2]],
    });
  }

  #kept(camera: Camera): Camera {
    const { target, distanceM } = limited(camera, this.#limits);
    return { ...camera, target, distanceM };
  }
}
