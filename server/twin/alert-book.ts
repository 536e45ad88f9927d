import type { Limit } from "../../models/device/kind.ts";
import { appliesAt } from "../../models/device/limits.ts";
import type { DeviceId, PointId } from "../../models/ids.ts";
import { alertId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";

/** What a watch needs to know of now. */
export interface Moment {
  /** Community time. */
  readonly nowMs: number;
  /** Time that ticks saw pass; delays and windows run on it, so that a leap of the clock raises nothing. */
  readonly witnessedMs: number;
  /** Hour of the community's local day, with fractions. */
  readonly localHour: () => number;
}

/** One limit of one point, and how far its alert has come. */
export interface Watch {
  readonly pointIndex: number;
  readonly point: PointId;
  readonly device: DeviceId;
  readonly limit: Limit;
  /** Since when (witnessed time) the condition holds; null while it does not, or while nobody knows. */
  beyondSinceMs: number | null;
  /** Since when it no longer does, while its alert is still open. */
  withinSinceMs: number | null;
  open: Alert | null;
  lastFromMs: number;
}

/** @param former of the same limit, with other numbers: its alert goes on. */
export const watchOf = (
  pointIndex: number,
  point: PointId,
  device: DeviceId,
  limit: Limit,
  former?: Watch,
): Watch => ({
  ...{ pointIndex, point, device, limit },
  ...{ beyondSinceMs: null, withinSinceMs: null },
  open: former?.open ?? null,
  lastFromMs: former?.lastFromMs ?? 0,
});

/** The alerts now open, and those that began or ended and were not told of yet. */
export class AlertBook {
  readonly open = new Map<string, Alert>();
  #told: Alert[] = [];

  /**
   * Begins or ends the alert of a watch by whether its condition holds now.
   * @param beyond null: nobody knows, so the alert neither begins nor ends and its delays start anew.
   * @returns whether time alone may change the answer: a delay runs, or the local hour decides.
   */
  judge(watch: Watch, beyond: boolean | null, value: number, moment: Moment): boolean {
    const { onDelayS, offDelayS = 0, hours } = watch.limit;
    if (beyond === null) {
      watch.beyondSinceMs = watch.withinSinceMs = null;
      return false;
    }
    const inHours = hours === null || appliesAt(hours, moment.localHour());
    if (beyond && inHours) {
      watch.withinSinceMs = null;
      watch.beyondSinceMs ??= moment.witnessedMs;
      const heldMs = moment.witnessedMs - watch.beyondSinceMs;
      if (watch.open === null && heldMs >= onDelayS * seconds) this.begin(watch, value, moment.nowMs);
      return watch.open === null || hours !== null;
    }
    watch.beyondSinceMs = null;
    if (watch.open !== null) {
      watch.withinSinceMs ??= moment.witnessedMs;
      const heldMs = moment.witnessedMs - watch.withinSinceMs;
      if (inHours && heldMs < offDelayS * seconds) return true;
      this.end(watch, moment.nowMs);
    }
    return beyond && hours !== null;
  }

  begin(watch: Watch, value: number, nowMs: number): void {
    // A clock that was set back must not give a second alert the id of the first.
    const fromMs = Math.max(nowMs, watch.lastFromMs + 1);
    watch.lastFromMs = fromMs;
    const { limit, point, device } = watch;
    const id = alertId(point, limit.id, fromMs);
    const { id: limitId, priority } = limit;
    watch.open = { id, point, device, limit: limitId, priority, value, fromMs, untilMs: null };
    this.open.set(id, watch.open);
    this.#told.push(watch.open);
  }

  end(watch: Watch, nowMs: number): void {
    const alert = watch.open;
    if (alert === null) return;
    watch.open = watch.withinSinceMs = null;
    this.open.delete(alert.id);
    this.#told.push({ ...alert, untilMs: Math.max(nowMs, alert.fromMs) });
  }

  /** An open alert whose limit has another priority now is told again with it, under its own id. */
  regrade(watch: Watch): void {
    const { open, limit } = watch;
    if (open === null || open.priority === limit.priority) return;
    watch.open = { ...open, priority: limit.priority };
    this.open.set(open.id, watch.open);
    this.#told.push(watch.open);
  }

  /** Takes up an alert that was open when we stopped, under its own id; told of already. */
  resume(watch: Watch, alert: Alert): void {
    if (watch.open !== null) return;
    watch.open = alert;
    watch.lastFromMs = alert.fromMs;
    this.open.set(alert.id, alert);
  }

  /** Alerts that began or ended since they were last taken. */
  get told(): readonly Alert[] {
    return this.#told;
  }

  /** @returns alerts that began or ended since they were last taken. */
  take(): readonly Alert[] {
    if (this.#told.length === 0) return this.#told;
    const told = this.#told;
    this.#told = [];
    return told;
  }
}
