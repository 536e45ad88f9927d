import { isHomePoint, noSignOfLife } from "../../models/alarm/rules/compound/no-sign-of-life.ts";
import type { Device } from "../../models/device/device.ts";
import type { Limit } from "../../models/device/kind.ts";
import { qualities } from "../../models/device/reading.ts";
import type { DwellingId, PropertyId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";
import { watchOf, type AlertBook, type Moment, type Watch } from "./alert-book.ts";

type Role = "changing" | "saying" | "away";

interface Home {
  /** By point: what it tells of the home. */
  readonly points: Map<number, { readonly role: Role; last: number }>;
  readonly anchors: Map<number, Watch>;
  /** Witnessed time of the last sign of life. */
  lastSignMs: number;
  isKnown: boolean;
  /** When the home is to be looked at although nothing was told. */
  dueMs: number;
}

const uncertain = qualities.indexOf("uncertain");
const missing = qualities.indexOf("missing");

/**
 * Watches over the homes of people who live alone and have a device of care: whether anything says that they are about.
 * The law is `models/alarm/rules/SPEC.md`, AR31 to AR33.
 */
export class QuietWatch {
  readonly #book: AlertBook;
  readonly #livesAlone: (dwelling: DwellingId) => boolean;
  readonly #homes = new Map<DwellingId, Home>();
  readonly #homeOf = new Map<number, Home>();

  constructor(book: AlertBook, livesAlone: (dwelling: DwellingId) => boolean) {
    this.#book = book;
    this.#livesAlone = livesAlone;
  }

  /** What a point tells of its home, in place of what it told; `limits` are all that watch over it. */
  watch(
    pointIndex: number,
    device: Device,
    property: PropertyId,
    limits: readonly Limit[],
    nowMs: number,
  ): void {
    const before = this.#homeOf.get(pointIndex);
    const role = roleOf(device, property);
    const limit = limits.find(
      ({ condition }) => condition.when === "together" && condition.rule === noSignOfLife.id,
    );
    const home = role === null && limit === undefined ? undefined : this.#homeIn(device.place.dwelling);
    const former = before?.anchors.get(pointIndex);
    if (former !== undefined && (home !== before || limit === undefined)) {
      this.#book.end(former, nowMs);
      before?.anchors.delete(pointIndex);
    }
    if (home !== before) before?.points.delete(pointIndex);
    if (home === undefined) {
      this.#homeOf.delete(pointIndex);
      return;
    }
    this.#homeOf.set(pointIndex, home);
    home.dueMs = 0;
    if (role !== null && !home.points.has(pointIndex))
      home.points.set(pointIndex, { role, last: Number.NaN });
    const held = home.anchors.get(pointIndex);
    if (limit === undefined || held?.limit === limit) return;
    const anchor = watchOf(pointIndex, pointId(device.id, property), device.id, limit, held);
    home.anchors.set(pointIndex, anchor);
    this.#book.regrade(anchor);
  }

  /** Takes up an alert that was open when we stopped; it ends with the next sign of life. */
  resume(pointIndex: number, alert: Alert): boolean {
    const home = this.#homeOf.get(pointIndex);
    const anchor = home?.anchors.get(pointIndex);
    if (home === undefined || anchor?.limit.id !== alert.limit) return false;
    this.#book.resume(anchor, alert);
    home.lastSignMs = Number.NEGATIVE_INFINITY;
    return true;
  }

  step(delta: TwinDelta, state: TwinState, moment: Moment): void {
    if (this.#homes.size === 0) return;
    for (let k = 0; k < delta.indices.length; k++) {
      const home = this.#homeOf.get(delta.indices[k] ?? 0);
      if (home !== undefined) this.#judge(home, state, moment);
    }
    for (const home of this.#homes.values())
      if (moment.witnessedMs >= home.dueMs) this.#judge(home, state, moment);
  }

  #judge(home: Home, state: TwinState, moment: Moment): void {
    const nowMs = moment.witnessedMs;
    home.dueMs = Number.POSITIVE_INFINITY;
    const anchor = anchorOf(home);
    const { isKnown, isAway } = look(home, state, nowMs);
    if (anchor === null) return;
    let beyond: boolean | null = null;
    // What nobody vouched for may have been anything.
    if (isKnown && !home.isKnown && anchor.open === null) home.lastSignMs = nowMs;
    home.isKnown = isKnown;
    if (isKnown) {
      const dueMs = home.lastSignMs + (isAway ? noSignOfLife.quietAwayMs : noSignOfLife.quietMs);
      beyond = nowMs >= dueMs;
      if (!beyond) home.dueMs = dueMs;
    }
    const value = state.values[anchor.pointIndex] ?? Number.NaN;
    if (this.#book.judge(anchor, beyond, value, moment)) home.dueMs = nowMs;
  }

  #homeIn(dwelling: DwellingId | null): Home | undefined {
    if (dwelling === null || !this.#livesAlone(dwelling)) return undefined;
    const home = this.#homes.get(dwelling) ?? {
      ...{ points: new Map(), anchors: new Map() },
      ...{ lastSignMs: 0, isKnown: false, dueMs: 0 },
    };
    this.#homes.set(dwelling, home);
    return home;
  }
}

function roleOf({ kind }: Device, property: PropertyId): Role | null {
  const point = { kind, property };
  if (noSignOfLife.changing.some((each) => isHomePoint(each, point))) return "changing";
  if (noSignOfLife.saying.some((each) => isHomePoint(each, point))) return "saying";
  return isHomePoint(noSignOfLife.away, point) ? "away" : null;
}

/** Takes in what the home's points say now. Known is a home in which somebody vouches for all that ever spoke. */
function look(home: Home, state: TwinState, nowMs: number): { isKnown: boolean; isAway: boolean } {
  let [known, unknown, isAway] = [0, 0, false];
  for (const [index, point] of home.points) {
    const quality = (state.qualities[index] ?? missing) & 7;
    const value = state.values[index] ?? Number.NaN;
    if (quality > uncertain) {
      if (quality < missing && point.role !== "away") unknown++;
      continue;
    }
    if (point.role === "away") {
      isAway ||= value >= 1;
      continue;
    }
    known++;
    // What says yes did so until it says no.
    const isSign =
      point.role === "saying"
        ? value >= 1 || point.last >= 1
        : value !== point.last && !Number.isNaN(point.last);
    if (isSign) home.lastSignMs = nowMs;
    point.last = value;
  }
  return { isKnown: known > 0 && unknown === 0, isAway };
}

function anchorOf({ anchors }: Home): Watch | null {
  let first: Watch | null = null;
  for (const anchor of anchors.values()) {
    if (anchor.open !== null) return anchor;
    first ??= anchor;
  }
  return first;
}
