import { type Audience, channelsOfAlert, channelsOfPoint } from "../../models/duty/authority.ts";
import { publicChannel, staffChannel } from "../../models/ids.ts";
import type { Limit } from "../../models/device/kind.ts";
import type { AlertsBody, AlertInterval } from "../../models/overlay/bodies.ts";
import { hours } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { TwinReader } from "../twin/twin-reader.ts";

const shownMs = 6 * hours;
/** Intervals kept at most; the oldest ended ones go first. */
const kept = 5000;

/** Whom an alert is told to beyond a home; nobody when it is that home's alone. */
export type Hearers = "everybody" | "staff" | "nobody";

/** Alerts as intervals over the last hours, each told to the audiences that may hear of it. */
export class AlertLog {
  readonly #twin: TwinReader;
  readonly #limitOf: (alert: Alert) => Limit | undefined;
  readonly #intervals = new Map<string, { readonly hearers: Hearers; readonly interval: AlertInterval }>();

  constructor(twin: TwinReader, limitOf: (alert: Alert) => Limit | undefined) {
    this.#twin = twin;
    this.#limitOf = limitOf;
  }

  note(alert: Alert): Hearers {
    const index = this.#twin.indexOf(alert.point);
    const limit = this.#limitOf(alert);
    if (index === undefined || limit === undefined) return "nobody";
    const { visibility } = this.#twin.specOf(index);
    const { device, point, priority, fromMs, untilMs } = alert;
    const { kind, name, place, party } = this.#twin.deviceAt(index).device;
    const channels = channelsOfAlert(visibility, place, limit.tellsStaff);
    const hearers = channels.includes(publicChannel)
      ? "everybody"
      : channels.includes(staffChannel)
        ? "staff"
        : "nobody";
    const interval: AlertInterval = {
      point,
      device,
      building: place.building,
      limit: alert.limit,
      message: limit.message,
      priority,
      fromMs,
      untilMs,
      ...(hearers === "staff" && !channelsOfPoint(visibility, place).includes(staffChannel)
        ? { about: { kind, name, place, party } }
        : {}),
    };
    this.#intervals.delete(alert.id);
    this.#intervals.set(alert.id, { hearers, interval });
    if (this.#intervals.size > kept) this.#dropOldest();
    return hearers;
  }

  body(audience: Audience, nowMs: number): AlertsBody {
    const fromMs = nowMs - shownMs;
    const intervals: AlertInterval[] = [];
    for (const { hearers, interval } of this.#intervals.values()) {
      if (interval.untilMs !== null && interval.untilMs < fromMs) continue;
      if (hearers === "everybody" || (hearers === "staff" && audience === "staff")) intervals.push(interval);
    }
    return { status: this.measured ? "shown" : "not-measured", fromMs, untilMs: nowMs, intervals };
  }

  /** Whether there is anything here that could be beyond a limit. */
  get measured(): boolean {
    return this.#twin.pointCount > 0;
  }

  #dropOldest(): void {
    for (const [id, { interval }] of this.#intervals) {
      if (interval.untilMs === null) continue;
      this.#intervals.delete(id);
      return;
    }
  }
}
