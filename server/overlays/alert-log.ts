import type { Audience } from "../../models/duty/authority.ts";
import type { Limit, Visibility } from "../../models/device/kind.ts";
import type { AlertsBody, AlertInterval } from "../../models/overlay/bodies.ts";
import { hours } from "../../models/quantity.ts";
import type { Alert } from "../../models/stream/messages.ts";
import type { TwinReader } from "../twin/twin-reader.ts";

const shownMs = 6 * hours;
/** Intervals kept at most; the oldest ended ones go first. */
const kept = 5000;

/** Alerts as intervals over the last hours, each told to the audiences that may see its point. */
export class AlertLog {
  readonly #twin: TwinReader;
  readonly #limitOf: (alert: Alert) => Limit | undefined;
  readonly #intervals = new Map<
    string,
    { readonly visibility: Visibility; readonly interval: AlertInterval }
  >();

  constructor(twin: TwinReader, limitOf: (alert: Alert) => Limit | undefined) {
    this.#twin = twin;
    this.#limitOf = limitOf;
  }

  note(alert: Alert): Visibility | null {
    const index = this.#twin.indexOf(alert.point);
    const limit = this.#limitOf(alert);
    if (index === undefined || limit === undefined) return null;
    const { visibility } = this.#twin.specOf(index);
    const { device, point, priority, fromMs, untilMs } = alert;
    const building = this.#twin.device(device)?.device.place.building ?? null;
    const interval = {
      point,
      device,
      building,
      limit: alert.limit,
      message: limit.message,
      priority,
      fromMs,
      untilMs,
    };
    this.#intervals.delete(alert.id);
    this.#intervals.set(alert.id, { visibility, interval });
    if (this.#intervals.size > kept) this.#dropOldest();
    return visibility;
  }

  body(audience: Audience, nowMs: number): AlertsBody {
    const fromMs = nowMs - shownMs;
    const intervals: AlertInterval[] = [];
    for (const { visibility, interval } of this.#intervals.values()) {
      if (interval.untilMs !== null && interval.untilMs < fromMs) continue;
      if (visibility === "public" || (visibility === "staff" && audience === "staff"))
        intervals.push(interval);
    }
    return { fromMs, untilMs: nowMs, intervals };
  }

  #dropOldest(): void {
    for (const [id, { interval }] of this.#intervals) {
      if (interval.untilMs === null) continue;
      this.#intervals.delete(id);
      return;
    }
  }
}
