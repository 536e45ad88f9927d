import type { CommandEvent, CommandRecord } from "../../models/command/command.ts";
import { isAsDesired } from "../../models/command/orders.ts";
import { qualityOf } from "../../models/device/reading.ts";
import type { PointId } from "../../models/ids.ts";
import { minutes, seconds } from "../../models/quantity.ts";
import type { TwinReader } from "../twin/twin-reader.ts";

const answeredWithinMs = 15 * seconds;
const waitedForMs = 10 * minutes;

/** A command whose device's word is waited for. */
export class LiveCommand {
  record: CommandRecord;
  readonly point: PointId;
  readonly #desired: number;
  /** Community time of the reading that was held when it was taken up: only a newer one answers it. */
  readonly #heldMs: number;
  /** Monotonic. */
  #sinceMs: number;
  #writing: Promise<void> = Promise.resolve();

  constructor(record: CommandRecord, point: PointId, desired: number, heldMs: number, sinceMs: number) {
    this.record = record;
    this.point = point;
    this.#desired = desired;
    this.#heldMs = heldMs;
    this.#sinceMs = sinceMs;
  }

  sentAt(nowMs: number): void {
    this.#sinceMs = nowMs;
  }

  /** What has happened to it by now; `over` when nobody waits any longer. */
  due(twin: TwinReader, nowMs: number): CommandEvent | "over" | null {
    const { state } = this.record;
    if (state === "accepted") return null;
    if (this.#isReported(twin)) return { event: "report" };
    if (state === "sent") return nowMs - this.#sinceMs >= answeredWithinMs ? { event: "time-out" } : null;
    return nowMs - this.#sinceMs >= waitedForMs ? "over" : null;
  }

  #isReported(twin: TwinReader): boolean {
    const index = twin.indexOf(this.point);
    if (index === undefined) return false;
    const { values, qualities, timesMs } = twin.state;
    const quality = qualityOf(qualities[index] ?? 0);
    if (quality !== "good" && quality !== "uncertain") return false;
    const isNew = (timesMs[index] ?? 0) > this.#heldMs;
    return isNew && isAsDesired(twin.specOf(index), values[index] ?? Number.NaN, this.#desired);
  }

  /** Writes one after the other; one that fails keeps no other from being tried. */
  async inTurn(write: () => Promise<void>): Promise<void> {
    const before = this.#writing;
    this.#writing = after(before, write);
    await this.#writing;
  }
}

async function after(before: Promise<void>, write: () => Promise<void>): Promise<void> {
  await before;
  try {
    await write();
  } catch {
    // The store's own problem is shown.
  }
}
