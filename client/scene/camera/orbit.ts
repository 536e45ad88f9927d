import type { Camera } from "../../../models/view/view-state.ts";
import { eyeOf, lookOf, metresPerPixel, rayOf } from "./camera-space.ts";
import type { CameraLimits } from "./limits.ts";
import { aroundNorth, limited } from "./limits.ts";

const degPerPixel = 0.24;
/** The camera covers this share of what is left to go in a second's e-fold: quick, but not abrupt. */
const followPerS = 14;
const flightS = 0.9;

interface Flight {
  readonly from: Camera;
  readonly to: Camera;
  readonly turnDeg: number;
  doneS: number;
}

/** A camera that turns around a target, follows hands softly and flies where it is told. */
export class Orbit {
  readonly #limits: CameraLimits;
  /** No flights and no following: every wish is met at once. */
  readonly #still: boolean;
  #now: Camera;
  #goal: Camera;
  #flight: Flight | null = null;

  constructor(camera: Camera, limits: CameraLimits, still: boolean) {
    this.#limits = limits;
    this.#still = still;
    this.#now = this.#goal = limited(camera, limits);
  }

  get camera(): Camera {
    return this.#now;
  }

  /** Where it is going; equals `camera` when at rest. */
  get goal(): Camera {
    return this.#flight?.to ?? this.#goal;
  }

  get moving(): boolean {
    return this.#flight !== null || this.#goal !== this.#now;
  }

  turn(rightPx: number, downPx: number): void {
    const start = this.#settled();
    const { headingDeg, tiltDeg } = start;
    this.#wish({
      ...start,
      headingDeg: headingDeg - rightPx * degPerPixel,
      tiltDeg: tiltDeg + downPx * degPerPixel,
    });
  }

  /** Moves the ground with the hand. */
  pan(rightPx: number, downPx: number, heightPx: number): void {
    const start = this.#settled();
    const { target, distanceM, headingDeg, tiltDeg } = start;
    const h = (headingDeg * Math.PI) / 180;
    const step = metresPerPixel(distanceM, heightPx);
    const along = step / Math.max(0.35, Math.sin((tiltDeg * Math.PI) / 180));
    const [r, f] = [-rightPx * step, downPx * along];
    this.#wish({
      ...start,
      target: [
        target[0] + Math.cos(h) * r + Math.sin(h) * f,
        target[1] - Math.sin(h) * r + Math.cos(h) * f,
        target[2],
      ],
    });
  }

  /** Comes nearer (`factor` < 1) to what lies under a point of the screen, `x` right and `y` up from −1 to 1. */
  zoom(factor: number, x: number, y: number, aspect: number): void {
    const goal = this.#settled();
    const distanceM = Math.min(
      this.#limits.farthestM,
      Math.max(this.#limits.nearestM, goal.distanceM * factor),
    );
    const share = 1 - distanceM / goal.distanceM;
    const ray = rayOf(goal, x, y, aspect);
    const look = lookOf(goal);
    const eye = eyeOf(goal);
    // The point under the cursor, on the level of the target or, near the horizon, as far as the target.
    const down = ray[2] < -0.02 ? (goal.target[2] - eye[2]) / ray[2] : Infinity;
    const ahead = ray[0] * look[0] + ray[1] * look[1] + ray[2] * look[2];
    const reach = Math.min(down, (goal.distanceM * 1.6) / ahead);
    this.#wish({
      ...goal,
      distanceM,
      target: [
        goal.target[0] + (eye[0] + ray[0] * reach - goal.target[0]) * share,
        goal.target[1] + (eye[1] + ray[1] * reach - goal.target[1]) * share,
        goal.target[2],
      ],
    });
  }

  flyTo(camera: Camera): void {
    const to = limited(camera, this.#limits);
    if (sameCamera(to, this.#now)) return;
    if (this.#still) {
      this.#now = this.#goal = to;
      this.#flight = null;
      return;
    }
    const turnDeg = ((((to.headingDeg - this.#now.headingDeg) % 360) + 540) % 360) - 180;
    this.#flight = { from: this.#now, to, turnDeg, doneS: 0 };
    this.#goal = to;
  }

  /** Moves on by so many seconds. True when the camera is another than before. */
  advance(seconds: number): boolean {
    if (this.#flight) return this.#fly(this.#flight, seconds);
    if (this.#goal === this.#now) return false;
    const share = this.#still ? 1 : 1 - Math.exp(-followPerS * Math.min(seconds, 0.1));
    const next = between(this.#now, this.#goal, share);
    this.#now = this.#still || nearlySame(next, this.#goal) ? this.#goal : next;
    return true;
  }

  #fly(flight: Flight, seconds: number): boolean {
    flight.doneS += Math.min(seconds, 0.1);
    const t = Math.min(1, flight.doneS / flightS);
    if (t >= 1) {
      this.#now = this.#goal = flight.to;
      this.#flight = null;
      return true;
    }
    const eased = t < 0.5 ? 4 * t * t * t : 1 - (-2 * t + 2) ** 3 / 2;
    const { from, to, turnDeg } = flight;
    this.#now = limited(
      {
        ...between(from, to, eased),
        headingDeg: from.headingDeg + turnDeg * eased,
        distanceM: from.distanceM * (to.distanceM / from.distanceM) ** eased,
      },
      this.#limits,
    );
    return true;
  }

  /** Where a hand takes hold: it ends a flight where it is. */
  #settled(): Camera {
    if (this.#flight) {
      this.#flight = null;
      this.#goal = this.#now;
    }
    return this.#goal;
  }

  #wish(camera: Camera): void {
    this.#goal = limited(camera, this.#limits);
  }
}

function between(a: Camera, b: Camera, t: number): Camera {
  const mix = (p: number, q: number): number => p + (q - p) * t;
  const turnDeg = ((((b.headingDeg - a.headingDeg) % 360) + 540) % 360) - 180;
  return {
    target: [mix(a.target[0], b.target[0]), mix(a.target[1], b.target[1]), mix(a.target[2], b.target[2])],
    distanceM: mix(a.distanceM, b.distanceM),
    headingDeg: aroundNorth(a.headingDeg + turnDeg * t),
    tiltDeg: mix(a.tiltDeg, b.tiltDeg),
  };
}

function apart(a: Camera, b: Camera): number {
  const turnDeg = ((((b.headingDeg - a.headingDeg) % 360) + 540) % 360) - 180;
  return (
    Math.hypot(a.target[0] - b.target[0], a.target[1] - b.target[1], a.target[2] - b.target[2]) /
      b.distanceM +
    Math.abs(a.distanceM / b.distanceM - 1) +
    Math.abs(turnDeg) / 90 +
    Math.abs(a.tiltDeg - b.tiltDeg) / 90
  );
}

const nearlySame = (a: Camera, b: Camera): boolean => apart(a, b) < 4e-4;
const sameCamera = (a: Camera, b: Camera): boolean => apart(a, b) < 1e-6;
