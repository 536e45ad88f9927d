import { activeSinceMs, isOpen, standsOut } from "../../models/alarm/alarm.ts";
import { priorities } from "../../models/device/kind.ts";
import type { AlertId, DeviceId } from "../../models/ids.ts";
import { hours } from "../../models/quantity.ts";
import type { Alert } from "../../models/alarm/alert.ts";

const keptEndedMs = 1 * hours;
const keptEnded = 2000;

/** 0 none, 1 P4 … 4 P1. */
const severityOf = (alert: Alert): number => priorities.length - priorities.indexOf(alert.priority);

/** Open alerts, and those that ended in the last hour. */
export class AlertBook {
  readonly #alerts = new Map<AlertId, Alert>();
  #severities: ReadonlyMap<DeviceId, number> = new Map();

  take(alert: Alert): void {
    this.#alerts.set(alert.id, alert);
  }

  /** These are all that are open; what ended before stays told. */
  takeOpen(open: readonly Alert[]): void {
    for (const alert of this.#alerts.values()) if (isOpen(alert)) this.#alerts.delete(alert.id);
    for (const alert of open) this.take(alert);
  }

  clear(): void {
    this.#alerts.clear();
  }

  /** Leaves out what ended long ago; @returns whether that was anything. */
  prune(nowMs: number): boolean {
    const ended = [...this.#alerts.values()].filter((alert) => !isOpen(alert));
    const excess = ended.length - keptEnded;
    let pruned = false;
    for (const [at, alert] of ended.entries()) {
      if (at >= excess && nowMs - (alert.untilMs ?? nowMs) <= keptEndedMs) continue;
      this.#alerts.delete(alert.id);
      pruned = true;
    }
    return pruned;
  }

  /** By priority, then the newest first. */
  list(): readonly Alert[] {
    return [...this.#alerts.values()].toSorted(
      (a, b) => severityOf(b) - severityOf(a) || activeSinceMs(b) - activeSinceMs(a),
    );
  }

  /** Works out each device's severity: the highest of its open alerts. @returns the devices whose severity changed. */
  reckon(): readonly DeviceId[] {
    const before = this.#severities;
    const severities = new Map<DeviceId, number>();
    for (const alert of this.#alerts.values()) {
      if (!standsOut(alert)) continue;
      severities.set(alert.device, Math.max(severities.get(alert.device) ?? 0, severityOf(alert)));
    }
    this.#severities = severities;
    const touched = new Set([...before.keys(), ...severities.keys()]);
    return [...touched].filter((device) => before.get(device) !== severities.get(device));
  }

  severity(device: DeviceId): number {
    return this.#severities.get(device) ?? 0;
  }
}
