import { isDeepStrictEqual } from "node:util";
import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import type { DeviceId, PointId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import type { PlacedDevice } from "./twin-reader.ts";

/** What a description changed. */
export interface Placed {
  readonly changed: boolean;
  /** Points that hold values of another meaning now (type, unit or names changed); their values are void. */
  readonly redefined: readonly number[];
}

const sameMeaning = (a: PointSpec, b: PointSpec): boolean =>
  a.type === b.type && a.unit === b.unit && isDeepStrictEqual(a.values, b.values);

/**
 * Which devices there are and which indices their points have. An index, once given, keeps its point (TW11): a device
 * that describes itself anew keeps its places; properties it did not have before get a further place at the end.
 */
export class PlaceBook {
  readonly places: PlacedDevice[] = [];
  pointCount = 0;

  /** A device with further places is still one. */
  get deviceCount(): number {
    return this.#placesOf.size;
  }

  #placeOfPoint = new Uint32Array(1024);
  readonly #placesOf = new Map<DeviceId, number[]>();
  readonly #indexOf = new Map<PointId, number>();
  readonly #childrenOf = new Map<DeviceId, Set<DeviceId>>();

  add(device: Device): Placed {
    const known = this.#placesOf.get(device.id);
    if (known === undefined) {
      this.#placesOf.set(device.id, []);
      this.#place(device, device.points);
      this.#adopt(device, null);
      return { changed: true, redefined: [] };
    }
    return this.#redescribe(device, known);
  }

  device(id: DeviceId): PlacedDevice | undefined {
    const first = this.#placesOf.get(id)?.[0];
    return first === undefined ? undefined : this.places[first];
  }

  placesOf(id: DeviceId): readonly PlacedDevice[] {
    const places: PlacedDevice[] = [];
    for (const at of this.#placesOf.get(id) ?? []) {
      const place = this.places[at];
      if (place) places.push(place);
    }
    return places;
  }

  indexOf(point: PointId): number | undefined {
    return this.#indexOf.get(point);
  }

  deviceAt(index: number): PlacedDevice {
    const place = index < this.pointCount ? this.places[this.#placeOfPoint[index] ?? 0] : undefined;
    if (place === undefined) throw new RangeError(`no point ${index}; there are ${this.pointCount}`);
    return place;
  }

  specOf(index: number): PointSpec {
    const place = this.deviceAt(index);
    const spec = place.device.points[index - place.firstPoint];
    if (spec === undefined) throw new RangeError(`no point ${index} in device ${place.device.id}`);
    return spec;
  }

  /** The device, all that reach us through it, and all that reach us through those. */
  family(head: DeviceId): ReadonlySet<DeviceId> {
    const family = new Set([head]);
    for (const member of family) for (const child of this.#childrenOf.get(member) ?? []) family.add(child);
    return family;
  }

  #place(device: Device, points: readonly PointSpec[]): void {
    const at = this.places.length;
    const firstPoint = this.pointCount;
    this.pointCount += points.length;
    if (this.pointCount > this.#placeOfPoint.length) {
      const roomy = new Uint32Array(Math.max(this.pointCount, this.#placeOfPoint.length * 2));
      roomy.set(this.#placeOfPoint);
      this.#placeOfPoint = roomy;
    }
    this.#placeOfPoint.fill(at, firstPoint, this.pointCount);
    this.places.push({ device: { ...device, points }, firstPoint });
    this.#placesOf.get(device.id)?.push(at);
    for (const [k, spec] of points.entries())
      this.#indexOf.set(pointId(device.id, spec.property), firstPoint + k);
  }

  #redescribe(device: Device, known: readonly number[]): Placed {
    const fresh = new Map(device.points.map((spec) => [spec.property, spec]));
    const redefined: number[] = [];
    let changed = false;
    const former = this.device(device.id)?.device ?? null;
    for (const at of known) {
      const place = this.places[at];
      if (place === undefined) continue;
      const points = place.device.points.map((spec, k) => {
        const now = fresh.get(spec.property);
        fresh.delete(spec.property);
        if (now === undefined || isDeepStrictEqual(now, spec)) return spec;
        if (!sameMeaning(now, spec)) redefined.push(place.firstPoint + k);
        return now;
      });
      const next = { ...device, points };
      if (isDeepStrictEqual(next, place.device)) continue;
      this.places[at] = { device: next, firstPoint: place.firstPoint };
      changed = true;
    }
    if (fresh.size > 0) {
      this.#place(device, [...fresh.values()]);
      changed = true;
    }
    this.#adopt(device, former);
    return { changed, redefined };
  }

  #adopt(device: Device, former: Device | null): void {
    if (former && former.via !== null && former.via !== device.via)
      this.#childrenOf.get(former.via)?.delete(device.id);
    if (device.via === null) return;
    const siblings = this.#childrenOf.get(device.via);
    if (siblings) siblings.add(device.id);
    else this.#childrenOf.set(device.via, new Set([device.id]));
  }
}
