import type { BuildingId } from "../../../models/ids.ts";
import { bytesPerDevice } from "../../replica/replica-view.ts";
import { signPx } from "../../scene/layers/devices/device-size.ts";
import { xOf, yOf, type Placement } from "../flat-camera.ts";
import type { Crowd, Household, Members } from "./crowd.ts";
import { count, emptyTally, isNotWell, type Tally } from "./tally.ts";

/** The building, and the storey of it, that is looked into. */
export interface Focus {
  readonly building: BuildingId;
  readonly storey: number | null;
}

/** A building on the pane, and what it tells of those of its devices that have no sign of their own. */
export interface Stand {
  readonly household: Household;
  /** Middle and upper edge of the footprint, CSS pixels. */
  readonly x: number;
  readonly y: number;
  /** Whether its devices are seen one by one. */
  readonly isOpen: boolean;
  readonly tally: Tally;
}

/** Signs stand one by one where they have so many CSS pixels each, at the usual type size. */
const openFromPx = 12;
/** A storey that was asked for opens earlier. */
const focusFromPx = 7;
/** What is well below the ground is seen from so many CSS pixels a metre on. */
const underFromPxPerM = 4;
/** It stays a point, so that a garage is not taken for the storey above it; CSS pixels. */
const underPx = 7;
/** The share of its place a sign takes up at most. */
const filledShare = 0.88;
/** A sign just beyond the edge still shows. */
const overEdgePx = 40;

/**
 * What of the devices is on the pane: signs one by one where there is room for them, and for each building that is too
 * small for its devices a tally. Made anew for each placement and each set of devices; kept in columns.
 */
export class Arrangement {
  signs = 0;
  /** By sign. */
  devices = new Uint32Array(0);
  xs = new Float32Array(0);
  ys = new Float32Array(0);
  /** Room of a sign that says nothing special, CSS pixels. */
  rooms = new Float32Array(0);
  /** By device: its sign, or −1. */
  signOf = new Int32Array(0);
  stands: readonly Stand[] = [];
  /** By device: its place in `stands`, or −1. */
  standOf = new Int32Array(0);
  #bytes: Uint8Array = new Uint8Array(0);
  #pxPerM = 1;
  #typeScale = 1;

  /** Makes room for another set of devices. */
  hold(deviceCount: number, bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.signs = 0;
    this.stands = [];
    this.devices = new Uint32Array(deviceCount);
    this.xs = new Float32Array(deviceCount);
    this.ys = new Float32Array(deviceCount);
    this.rooms = new Float32Array(deviceCount);
    this.signOf = new Int32Array(deviceCount).fill(-1);
    this.standOf = new Int32Array(deviceCount).fill(-1);
  }

  /** `chosen` is a device that has a sign wherever it is, or −1. */
  arrange(crowd: Crowd, at: Placement, focus: Focus | null, chosen: number, typeScale: number): void {
    this.signs = 0;
    this.signOf.fill(-1);
    this.standOf.fill(-1);
    this.#pxPerM = at.pxPerM;
    this.#typeScale = typeScale;
    this.#putUnder(crowd.under, at, chosen);
    this.#put(crowd.open, at, Infinity);
    const stands: Stand[] = [];
    for (const household of crowd.households.values()) {
      const { box, building, all } = household;
      if (xOf(at, box.east) < -overEdgePx || xOf(at, box.west) > at.widthPx + overEdgePx) continue;
      if (yOf(at, box.south) < -overEdgePx || yOf(at, box.north) > at.heightPx + overEdgePx) continue;
      const storey = focus?.building === building.id ? focus.storey : null;
      const isOpen = this.#open(crowd, household, at, storey, chosen);
      const tally = emptyTally();
      count(tally, all, this.#bytes, (device) => (this.signOf[device] ?? -1) >= 0);
      for (const device of all) this.standOf[device] = stands.length;
      const x = xOf(at, (box.west + box.east) / 2);
      stands.push({ household, x, y: yOf(at, box.north), isOpen, tally });
    }
    this.stands = stands;
  }

  /** Counts anew for one building what has no sign. */
  recount(stand: Stand): void {
    count(stand.tally, stand.household.all, this.#bytes, (device) => (this.signOf[device] ?? -1) >= 0);
  }

  /** CSS pixels across of a sign as its device stands now. */
  pxOf(sign: number): number {
    const at = (this.devices[sign] ?? 0) * bytesPerDevice;
    const [severity, flags] = [this.#bytes[at + 1] ?? 0, this.#bytes[at + 2] ?? 0];
    const px = signPx(severity, flags, 1, this.#pxPerM, this.#typeScale);
    return severity > 0 ? px : Math.min(px, this.rooms[sign] ?? px);
  }

  #open(crowd: Crowd, household: Household, at: Placement, storey: number | null, chosen: number): boolean {
    const { box, all } = household;
    const fromPx = (storey === null ? openFromPx : focusFromPx) * this.#typeScale;
    const mostM = Math.sqrt(((box.east - box.west) * (box.north - box.south)) / all.length);
    // Where even an even share of the ground is too little, nothing need be laid out to know.
    if (storey === null && mostM * at.pxPerM < fromPx && !all.includes(chosen)) return false;
    const laid = crowd.within(household, storey);
    const roomPx = laid.apartM * at.pxPerM;
    if (roomPx >= fromPx) {
      this.#put(laid, at, roomPx * filledShare);
      return true;
    }
    const alone = laid.members.indexOf(chosen);
    if (alone >= 0) this.#putOne(laid, alone, at, Infinity);
    return false;
  }

  #put(laid: Members, at: Placement, roomPx: number): void {
    for (let i = 0; i < laid.members.length; i++) this.#putOne(laid, i, at, roomPx);
  }

  /** From afar only what is not well is seen through the ground. */
  #putUnder(laid: Members, at: Placement, chosen: number): void {
    const all = at.pxPerM >= underFromPxPerM * this.#typeScale;
    for (let i = 0; i < laid.members.length; i++) {
      const device = laid.members[i] ?? 0;
      if (all || device === chosen || isNotWell(this.#bytes, device))
        this.#putOne(laid, i, at, underPx * this.#typeScale);
    }
  }

  #putOne({ members, places }: Members, i: number, at: Placement, roomPx: number): void {
    const [x, y] = [xOf(at, places[i * 2] ?? 0), yOf(at, places[i * 2 + 1] ?? 0)];
    if (x < -overEdgePx || y < -overEdgePx || x > at.widthPx + overEdgePx || y > at.heightPx + overEdgePx)
      return;
    const [sign, device] = [this.signs++, members[i] ?? 0];
    this.devices[sign] = device;
    this.xs[sign] = x;
    this.ys[sign] = y;
    this.rooms[sign] = roomPx;
    this.signOf[device] = sign;
  }
}
