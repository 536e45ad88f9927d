import { bytesPerDevice } from "../../replica/replica-view.ts";
import { mostPx, signPresence, signPx } from "../layers/devices/device-size.ts";
import type { Bounds, Ray } from "./ray.ts";
import { entersBox } from "./ray.ts";

/** A finger or a mouse need not meet a sign exactly. */
const slackPx = 3;
/** Signs hang before their wall; this far behind a wall's hit they still count as on it. */
const behindWallM = 2.6;
/** From this severity on a sign shows through walls, and can be hit through them. */
const throughWalls = 3;
const cellM = 48;

interface Group {
  readonly bounds: Bounds;
  readonly first: number;
  readonly count: number;
}

/** Finds the device under the pointer: groups by place, then the same pixel rule the shader draws by. */
export class DevicePicker {
  readonly #places: Float32Array;
  readonly #order: Uint32Array;
  readonly #groups: readonly Group[];
  readonly #reaches: Float32Array | null;

  /**
   * `groupOf(i)` names what device i belongs to (a building), or null for the open ground; `reaches` how far away each
   * is drawn on a stage, null in the control room.
   */
  constructor(
    places: Float32Array,
    groupOf: (index: number) => string | null,
    reaches: Float32Array | null = null,
  ) {
    this.#places = places;
    this.#reaches = reaches;
    const members = new Map<string, number[]>();
    for (let i = 0; i < places.length / 3; i++) {
      const x = places[i * 3] ?? Number.NaN;
      if (Number.isNaN(x)) continue;
      const key = groupOf(i) ?? `${Math.floor(x / cellM)} ${Math.floor((places[i * 3 + 2] ?? 0) / cellM)}`;
      const list = members.get(key);
      if (list) list.push(i);
      else members.set(key, [i]);
    }
    const groups: Group[] = [];
    const order: number[] = [];
    for (const list of members.values()) {
      groups.push({ bounds: boundsOf(places, list), first: order.length, count: list.length });
      for (const index of list) order.push(index);
    }
    this.#groups = groups;
    this.#order = Uint32Array.from(order);
  }

  /**
   * @param bytes four per device, see the replica
   * @param pixelsPerMetre CSS pixels a metre spans at one metre's distance
   * @param wallM distance to the first wall
   * @param typeScale how much larger than usual the signs are
   * @returns the index of the device, or −1
   */
  pick(ray: Ray, bytes: Uint8Array, pixelsPerMetre: number, wallM: number, typeScale = 1): number {
    let best = -1;
    let bestUrgent = false;
    let bestAlong = Infinity;
    for (const { bounds, first, count } of this.#groups) {
      if (entersBox(ray, bounds, reachOf(ray, bounds, pixelsPerMetre / typeScale)) < 0) continue;
      for (let k = first; k < first + count; k++) {
        const i = this.#order[k] ?? 0;
        const along = alongIfHit(
          ray,
          this.#places,
          i,
          bytes,
          pixelsPerMetre,
          wallM,
          typeScale,
          this.#reaches?.[i] ?? null,
        );
        if (along < 0) continue;
        const urgent = (bytes[i * bytesPerDevice + 1] ?? 0) > 0;
        if (urgent === bestUrgent ? along > bestAlong || (along === bestAlong && i > best) : bestUrgent)
          continue;
        best = i;
        bestUrgent = urgent;
        bestAlong = along;
      }
    }
    return best;
  }
}

/** Distance along the ray of a device whose sign it meets, −1 when it does not. */
function alongIfHit(
  ray: Ray,
  places: Float32Array,
  i: number,
  bytes: Uint8Array,
  pixelsPerMetre: number,
  wallM: number,
  typeScale: number,
  reachM: number | null,
): number {
  const x = (places[i * 3] ?? Number.NaN) - ray.ox;
  const y = (places[i * 3 + 1] ?? 0) - ray.oy;
  const z = (places[i * 3 + 2] ?? 0) - ray.oz;
  const along = x * ray.dx + y * ray.dy + z * ray.dz;
  if (!(along > 0.5)) return -1;
  const severity = bytes[i * bytesPerDevice + 1] ?? 0;
  const flags = bytes[i * bytesPerDevice + 2] ?? 0;
  if (along > wallM + behindWallM && severity < throughWalls) return -1;
  const off = Math.sqrt(Math.max(0, x * x + y * y + z * z - along * along));
  if (signPresence(severity, flags, along, reachM) < 0.05) return -1;
  const radiusPx = signPx(severity, flags, along, pixelsPerMetre, typeScale, reachM !== null) / 2 + slackPx;
  return (off / along) * pixelsPerMetre <= radiusPx ? along : -1;
}

/** Metres by which a group's box must grow, so that no sign within it is missed. */
function reachOf(ray: Ray, b: Bounds, pixelsPerMetre: number): number {
  const far = Math.hypot(
    Math.max(Math.abs(b.minX - ray.ox), Math.abs(b.maxX - ray.ox)),
    Math.max(Math.abs(b.minY - ray.oy), Math.abs(b.maxY - ray.oy)),
    Math.max(Math.abs(b.minZ - ray.oz), Math.abs(b.maxZ - ray.oz)),
  );
  return ((mostPx[4] / 2 + slackPx) / pixelsPerMetre) * far + 0.01;
}

function boundsOf(places: Float32Array, list: readonly number[]): Bounds {
  const b = {
    minX: Infinity,
    minY: Infinity,
    minZ: Infinity,
    maxX: -Infinity,
    maxY: -Infinity,
    maxZ: -Infinity,
  };
  for (const i of list) {
    const [x, y, z] = [places[i * 3] ?? 0, places[i * 3 + 1] ?? 0, places[i * 3 + 2] ?? 0];
    b.minX = Math.min(b.minX, x);
    b.maxX = Math.max(b.maxX, x);
    b.minY = Math.min(b.minY, y);
    b.maxY = Math.max(b.maxY, y);
    b.minZ = Math.min(b.minZ, z);
    b.maxZ = Math.max(b.maxZ, z);
  }
  return b;
}
