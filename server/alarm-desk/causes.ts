import { type Alarm, isActive } from "../../models/alarm/alarm.ts";
import { explainedBy, mayBeExplained } from "../../models/alarm/rules/explain.ts";
import type { Device } from "../../models/device/device.ts";
import type { Explains } from "../../models/device/kind.ts";
import type { AlarmId, DeviceId } from "../../models/ids.ts";
import { minutes, seconds } from "../../models/quantity.ts";

/** What a cause brings about may be told a little before it, and is over a little after it. */
const marginMs = 1 * minutes;

interface OpenCause {
  readonly device: DeviceId;
  readonly explains: Explains;
  readonly fromMs: number;
  /** Null while it lasts. */
  endedMs: number | null;
}

/** Alarms that explain others: of a feeder without power, of a gateway that is silent, of gateways that all are. */
export class Causes {
  readonly #lines: (device: DeviceId) => Pick<Device, "fedBy" | "via"> | undefined;
  readonly #byAlarm = new Map<AlarmId, OpenCause>();
  #byDevice = new Map<DeviceId, readonly OpenCause[]>();
  #lookedAtMs = Number.NEGATIVE_INFINITY;

  constructor(lines: (device: DeviceId) => Pick<Device, "fedBy" | "via"> | undefined) {
    this.#lines = lines;
  }

  /** An alarm that explains others, as it is now. @returns whether what is explained may be another by that. */
  note(alarm: Alarm, explains: Explains): boolean {
    const known = this.#byAlarm.get(alarm.alarm);
    if (isActive(alarm)) {
      if (known !== undefined && known.endedMs === null) return false;
      const { device, raisedAtMs: fromMs } = alarm;
      this.#byAlarm.set(alarm.alarm, { device, explains, fromMs, endedMs: null });
      this.#arrange();
      return true;
    }
    if (known !== undefined) known.endedMs ??= alarm.untilMs;
    return false;
  }

  /** Forgets causes that ended long enough ago; looked at once a second. @returns whether there was one. */
  expire(nowMs: number): boolean {
    if (nowMs >= this.#lookedAtMs && nowMs < this.#lookedAtMs + seconds) return false;
    this.#lookedAtMs = nowMs;
    let expired = false;
    for (const [alarm, { endedMs }] of this.#byAlarm)
      if (endedMs !== null && Math.abs(nowMs - endedMs) > marginMs) expired = this.#byAlarm.delete(alarm);
    if (expired) this.#arrange();
    return expired;
  }

  #arrange(): void {
    this.#byDevice = new Map();
    for (const cause of this.#byAlarm.values())
      this.#byDevice.set(cause.device, [...(this.#byDevice.get(cause.device) ?? []), cause]);
  }

  /** The device whose alarm explains this one; null where none does. @param own what it explains itself. */
  explain(alarm: Alarm, own: Explains | undefined): DeviceId | null {
    if (this.#byAlarm.size === 0) return null;
    if (!mayBeExplained({ priority: alarm.priority, ...(alarm.latched && { latches: true }) })) return null;
    const holds = (cause: OpenCause): boolean => isBroughtAbout(alarm, cause);
    const cause =
      (own === "carried" ? this.#ofSilence(holds) : null) ??
      explainedBy(alarm.device, this.#lines, this.#byDevice, holds);
    return cause?.device ?? null;
  }

  #ofSilence(holds: (cause: OpenCause) => boolean): OpenCause | null {
    for (const cause of this.#byAlarm.values())
      if (cause.explains === "silence" && holds(cause)) return cause;
    return null;
  }
}

/**
 * Whether an alarm may come of a cause by when it was raised. What is heard over a connection that is back is news,
 * whatever the connection had hidden before.
 */
function isBroughtAbout({ raisedAtMs }: Alarm, { explains, fromMs, endedMs }: OpenCause): boolean {
  if (raisedAtMs < fromMs - marginMs) return false;
  return explains === "fed" || endedMs === null || raisedAtMs <= endedMs;
}
