import type { Limit } from "../../models/device/kind.ts";
import { appliesAt, isBeyond, isStillBeyond } from "../../models/device/limits.ts";
import type { DeviceId, PointId } from "../../models/ids.ts";
import { alertId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import type { Alert } from "../../models/stream/messages.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";

/** One limit of one point. */
interface Watch {
  readonly pointIndex: number;
  readonly point: PointId;
  readonly device: DeviceId;
  readonly limit: Limit;
  /** Since when (witnessed time) the value has been beyond; null while it is not, or while nobody knows. */
  beyondSinceMs: number | null;
  open: Alert | null;
  lastFromMs: number;
}

/** What the watch needs to know of now. */
export interface Moment {
  /** Community time. */
  readonly nowMs: number;
  /** Time that ticks saw pass; on-delays run on it, so that a leap of the clock raises nothing. */
  readonly witnessedMs: number;
  /** Hour of the community's local day, with fractions. */
  readonly localHour: () => number;
}

/**
 * Turns values beyond their limits into alerts with a beginning and an end. Only a value somebody vouches for (good or
 * uncertain) begins or ends one: an alert stays open while its point is stale or bad.
 */
export class LimitWatch {
  readonly open = new Map<string, Alert>();
  readonly #ofPoint: (readonly Watch[] | undefined)[] = [];
  /** Watches that may change without a new value: an on-delay runs, or the local hour decides. */
  readonly #attentive = new Set<Watch>();
  #told: Alert[] = [];

  /** The limits of a point, in place of those it had; open alerts of limits that are gone end with the next step. */
  watch(pointIndex: number, point: PointId, device: DeviceId, limits: readonly Limit[], nowMs: number): void {
    const before = this.#ofPoint[pointIndex] ?? [];
    if (before.length === limits.length && before.every((watch, k) => watch.limit === limits[k])) return;
    for (const watch of before) {
      this.#attentive.delete(watch);
      if (watch.open) this.#end(watch, watch.open, nowMs);
    }
    this.#ofPoint[pointIndex] = limits.map((limit) => ({
      pointIndex,
      point,
      device,
      limit,
      beyondSinceMs: null,
      open: null,
      lastFromMs: 0,
    }));
  }

  /**
   * A value that comes back from the store, as old as `heldMs`: had it been beyond a limit for shorter than that limit
   * waits, nobody knows whether it still is.
   */
  reopen(
    pointIndex: number,
    value: number,
    atMs: number,
    heldMs: number,
    localHour: (atMs: number) => number,
  ): void {
    for (const watch of this.#ofPoint[pointIndex] ?? []) {
      const { condition, hours, onDelayS } = watch.limit;
      if (watch.open !== null || heldMs < onDelayS * seconds || !isBeyond(condition, value)) continue;
      if (hours === null || appliesAt(hours, localHour(atMs))) this.#begin(watch, value, atMs);
    }
  }

  /** @returns alerts that began or ended since the last step. */
  step(delta: TwinDelta, state: TwinState, moment: Moment): readonly Alert[] {
    for (let k = 0; k < delta.indices.length; k++) {
      const watches = this.#ofPoint[delta.indices[k] ?? 0];
      if (watches === undefined) continue;
      for (const watch of watches) this.#judge(watch, state, moment);
    }
    for (const watch of this.#attentive) this.#judge(watch, state, moment);
    if (this.#told.length === 0) return this.#told;
    const told = this.#told;
    this.#told = [];
    return told;
  }

  #judge(watch: Watch, state: TwinState, moment: Moment): void {
    const { limit } = watch;
    if (((state.qualities[watch.pointIndex] ?? 0) & 7) > 1) {
      watch.beyondSinceMs = null;
      this.#attentive.delete(watch);
      return;
    }
    const value = state.values[watch.pointIndex] ?? Number.NaN;
    const exceeds = watch.open ? isStillBeyond(limit, value) : isBeyond(limit.condition, value);
    const counts = exceeds && (limit.hours === null || appliesAt(limit.hours, moment.localHour()));
    if (!counts) {
      watch.beyondSinceMs = null;
      if (watch.open) this.#end(watch, watch.open, moment.nowMs);
    } else {
      watch.beyondSinceMs ??= moment.witnessedMs;
      const heldMs = moment.witnessedMs - watch.beyondSinceMs;
      if (watch.open === null && heldMs >= limit.onDelayS * seconds) this.#begin(watch, value, moment.nowMs);
    }
    const waits = exceeds && (limit.hours !== null || watch.open === null);
    if (waits) this.#attentive.add(watch);
    else this.#attentive.delete(watch);
  }

  #begin(watch: Watch, value: number, nowMs: number): void {
    // A clock that was set back must not give a second alert the id of the first.
    const fromMs = Math.max(nowMs, watch.lastFromMs + 1);
    watch.lastFromMs = fromMs;
    const { limit, point, device } = watch;
    const alert: Alert = {
      id: alertId(point, limit.id, fromMs),
      point,
      device,
      limit: limit.id,
      priority: limit.priority,
      value,
      fromMs,
      untilMs: null,
    };
    watch.open = alert;
    this.open.set(alert.id, alert);
    this.#told.push(alert);
  }

  #end(watch: Watch, alert: Alert, nowMs: number): void {
    watch.open = null;
    this.open.delete(alert.id);
    this.#told.push({ ...alert, untilMs: Math.max(nowMs, alert.fromMs) });
  }
}
