import type { DeviceKind } from "../../models/device/kind.ts";
import type { DeviceId, KindId, PropertyId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import { isClockSuspect } from "../../models/twin/source-time.ts";
import type { Twin } from "../twin/twin.ts";
import type { Counters, Outcome } from "./codes.ts";
import { qualityFromSource, timeFromSource, valueFromSource } from "./source-value.ts";
import type { TrayNote } from "./tray.ts";

export interface IntakeOptions {
  readonly twin: Pick<Twin, "device" | "indexOf" | "specOf" | "report">;
  readonly tray: { note(note: TrayNote): void };
  readonly counters: Counters;
  /** Community time. */
  readonly now: () => number;
  /** A clock that only ever goes forward, for the time budget. */
  readonly monotonicMs: () => number;
  readonly kindOf: (kind: KindId) => DeviceKind | undefined;
  /** Readings taken at once between two ticks; what is beyond waits, newest per point. */
  readonly perTick?: number;
  /** Milliseconds of a tick that may go into readings that waited. */
  readonly drainBudgetMs?: number;
}

interface Waiting {
  value: number;
  quality: number;
  atMs: number;
}

/**
 * The one entry of readings, whatever their source: a known point, a finite value, a readable time, else a counted
 * refusal or the tray. Under overload the newest reading of each point waits for the next tick; the tick never waits.
 */
export class Intake {
  readonly counters: Counters;
  readonly #options: IntakeOptions;
  readonly #waiting = new Map<number, Waiting>();
  #takenThisTick = 0;

  constructor(options: IntakeOptions) {
    this.#options = options;
    this.counters = options.counters;
  }

  /** Readings that wait for a tick; at most one per point. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** @param topic where it came from, for the tray. */
  offer(
    device: DeviceId,
    property: PropertyId,
    raw: unknown,
    at: unknown,
    quality: unknown,
    topic: string,
  ): Outcome {
    const outcome = this.#consider(device, property, raw, at, quality, topic);
    this.counters[outcome]++;
    return outcome;
  }

  #consider(
    device: DeviceId,
    property: PropertyId,
    raw: unknown,
    at: unknown,
    quality: unknown,
    topic: string,
  ): Outcome {
    const { twin } = this.#options;
    const index = twin.indexOf(pointId(device, property));
    if (index === undefined) return this.#unknown(device, property, raw, at, topic);
    const value = valueFromSource(twin.specOf(index), raw);
    if (typeof value === "string") return value;
    const nowMs = this.#options.now();
    const atMs = timeFromSource(at, nowMs);
    if (Number.isNaN(atMs)) return "bad-time";
    const byte = qualityFromSource(quality);
    if (byte === null) return "malformed";
    // Once something waits everything does, so that readings of a point keep their order.
    if (this.#waiting.size > 0 || this.#takenThisTick >= (this.#options.perTick ?? 20_000)) {
      return this.#wait(index, value, byte, atMs, nowMs);
    }
    this.#takenThisTick++;
    const outcome = twin.report(index, value, byte, atMs, nowMs);
    return outcome === "taken" ? "accepted" : outcome;
  }

  #wait(index: number, value: number, quality: number, atMs: number, nowMs: number): Outcome {
    const waiting = this.#waiting.get(index);
    if (waiting === undefined) {
      this.#waiting.set(index, { value, quality, atMs });
      return "accepted";
    }
    if (atMs < waiting.atMs && !isClockSuspect(atMs, nowMs) && !isClockSuspect(waiting.atMs, nowMs))
      return "late";
    waiting.value = value;
    waiting.quality = quality;
    waiting.atMs = atMs;
    this.counters.coalesced++;
    return "accepted";
  }

  #unknown(device: DeviceId, property: PropertyId, raw: unknown, at: unknown, topic: string): Outcome {
    const { twin, tray, kindOf } = this.#options;
    const nowMs = this.#options.now();
    const known = twin.device(device);
    const spec = known && kindOf(known.device.kind)?.points.find((point) => point.property === property);
    if (spec?.type === "event") return "event";
    const why = known ? "unknown-property" : "unknown-device";
    const readAtMs = timeFromSource(at, nowMs);
    tray.note({
      device,
      property,
      why,
      value: raw,
      topic,
      atMs: Number.isNaN(readAtMs) ? nowMs : readAtMs,
      nowMs,
    });
    return why;
  }

  /** Called at the beginning of each tick: what waited goes in, for as long as the budget lasts. */
  drain(): void {
    this.#takenThisTick = 0;
    if (this.#waiting.size === 0) return;
    const { twin, now, monotonicMs } = this.#options;
    const untilMs = monotonicMs() + (this.#options.drainBudgetMs ?? 10);
    const nowMs = now();
    let done = 0;
    for (const [index, { value, quality, atMs }] of this.#waiting) {
      this.#waiting.delete(index);
      const outcome = twin.report(index, value, quality, atMs, nowMs);
      // It was counted as accepted when it came; what the twin thinks of it is counted beside.
      if (outcome !== "taken") this.counters[outcome]++;
      if ((++done & 255) === 0 && monotonicMs() >= untilMs) break;
    }
  }
}
