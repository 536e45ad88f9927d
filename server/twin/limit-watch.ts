import { windowOf, type Window } from "../../models/alarm/rules/window.ts";
import type { Limit } from "../../models/device/kind.ts";
import { appliesAt, isBeyond, isStillBeyond } from "../../models/device/limits.ts";
import { missingQuality, qualities, reasonOf } from "../../models/device/reading.ts";
import type { DeviceId, PointId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";
import { watchOf, type AlertBook, type Moment, type Watch } from "./alert-book.ts";

interface LimitWatcher extends Watch {
  /** What its condition remembers; null where it looks at the present value alone. */
  readonly window: Window | null;
}

const uncertain = qualities.indexOf("uncertain");
const stale = qualities.indexOf("stale");

/**
 * Judges the limits of single points. Only a value somebody vouches for (good or uncertain) begins or ends an alert: it
 * stays open while its point is stale or bad. The law is `models/alarm/rules/SPEC.md`.
 */
export class LimitWatch {
  readonly #book: AlertBook;
  readonly #ofPoint: (readonly LimitWatcher[] | undefined)[] = [];
  /** Watches that may change without a new value: a delay runs, or the local hour decides. */
  readonly #attentive = new Set<LimitWatcher>();
  /** Watches that look back: what they look at moves on with time. */
  readonly #windowed = new Set<LimitWatcher>();

  constructor(book: AlertBook) {
    this.#book = book;
  }

  /**
   * The limits of a point, in place of those it had. One with other numbers keeps its alert for as long as those say so;
   * an alert whose limit is gone ends with the next step.
   */
  watch(pointIndex: number, point: PointId, device: DeviceId, limits: readonly Limit[], nowMs: number): void {
    const before = this.#ofPoint[pointIndex] ?? [];
    const own = limits.filter(({ condition }) => condition.when !== "together");
    if (before.length === own.length && before.every((watch, k) => watch.limit === own[k])) return;
    const now = own.map((limit) => {
      const former = before.find((watch) => watch.limit.id === limit.id);
      if (former?.limit === limit) return former;
      const goesOn = former?.limit.condition === limit.condition;
      const window = goesOn ? (former?.window ?? null) : windowOf(limit.condition);
      return { ...watchOf(pointIndex, point, device, limit, former), window };
    });
    for (const watch of before) {
      if (now.includes(watch)) continue;
      this.#attentive.delete(watch);
      this.#windowed.delete(watch);
      if (!now.some(({ open }) => open === watch.open)) this.#book.end(watch, nowMs);
    }
    for (const watch of now) {
      if (before.includes(watch)) continue;
      this.#attentive.add(watch);
      if (watch.window !== null) this.#windowed.add(watch);
      this.#book.regrade(watch);
    }
    this.#ofPoint[pointIndex] = now;
  }

  /**
   * A value that comes back from the store, as old as `heldMs`: had it been beyond a limit for shorter than that limit
   * waits, nobody knows whether it still is. What looks back on a stretch of time knows nothing of it any more.
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
      if (watch.open !== null || watch.window !== null) continue;
      if (heldMs < onDelayS * seconds || !isBeyond(condition, value)) continue;
      if (hours === null || appliesAt(hours, localHour(atMs))) this.#book.begin(watch, value, atMs);
    }
  }

  /** Takes up an alert that was open when we stopped. @returns whether there is such a limit. */
  resume(pointIndex: number, alert: Alert): boolean {
    const watch = this.#ofPoint[pointIndex]?.find(({ limit }) => limit.id === alert.limit);
    if (watch !== undefined) this.#book.resume(watch, alert);
    return watch !== undefined;
  }

  step(delta: TwinDelta, state: TwinState, moment: Moment): void {
    for (let k = 0; k < delta.indices.length; k++) {
      const watches = this.#ofPoint[delta.indices[k] ?? 0];
      if (watches === undefined) continue;
      for (const watch of watches) this.#judge(watch, state, moment);
    }
    for (const watch of this.#windowed) {
      if (watch.window !== null && moment.witnessedMs >= watch.window.nextMs)
        this.#judge(watch, state, moment);
    }
    for (const watch of this.#attentive) this.#judge(watch, state, moment);
  }

  #judge(watch: LimitWatcher, { values, qualities: bytes }: TwinState, moment: Moment): void {
    const value = values[watch.pointIndex] ?? Number.NaN;
    const quality = bytes[watch.pointIndex] ?? missingQuality;
    const beyond = beyondNow(watch, value, quality, moment.witnessedMs);
    if (this.#book.judge(watch, beyond, value, moment)) this.#attentive.add(watch);
    else this.#attentive.delete(watch);
  }
}

/** Whether the condition of a watch holds; null when nobody knows. */
function beyondNow(watch: LimitWatcher, value: number, byte: number, nowMs: number): boolean | null {
  const { limit, window, open } = watch;
  const quality = byte & 7;
  if (limit.condition.when === "silent") {
    if (quality > stale) return null;
    // That its gateway is silent, or that we were away, says nothing of the device itself.
    const isExplained = limit.condition.of === "itself" && reasonOf(byte) !== "none";
    return quality === stale && isExplained ? null : quality === stale;
  }
  const vouchedFor = quality <= uncertain;
  window?.take(vouchedFor ? value : Number.NaN, nowMs);
  if (!vouchedFor) return null;
  const measure = window === null ? value : window.measure;
  if (Number.isNaN(measure)) return null;
  return open === null ? isBeyond(limit.condition, measure) : isStillBeyond(limit, measure);
}
