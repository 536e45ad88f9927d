import type { DeviceId } from "../../models/ids.ts";
import { minutes } from "../../models/quantity.ts";

/** A message as it came from a device. */
export interface RawMessage {
  /** Community time it arrived at. */
  readonly atMs: number;
  /** Its topic, or the address it was handed in at. */
  readonly address: string;
  readonly payload: string;
  /** Bytes it had; more than `payload` shows where that was cut short. */
  readonly bytes: number;
}

interface Watched {
  readonly messages: RawMessage[];
  untilMs: number;
}

export const mostMessages = 50;
const longestPayload = 4096;
const mostWatched = 32;
const watchedForMs = 2 * minutes;

/**
 * Listens in on single devices for as long as somebody looks at them, and keeps their last messages in memory. Of all
 * others nothing is kept, and a message costs one look whether anybody watches.
 */
export class MessageTap {
  readonly #nowMs: () => number;
  readonly #monotonicMs: () => number;
  /** The one looked at longest ago first. */
  readonly #watched = new Map<DeviceId, Watched>();

  constructor(clock: { readonly nowMs: () => number; readonly monotonicMs: () => number }) {
    this.#nowMs = clock.nowMs;
    this.#monotonicMs = clock.monotonicMs;
  }

  /**
   * Called for each message that is understood to be of a device.
   * @param said as text, or as what was read from it where several devices share one message.
   */
  heard(device: DeviceId, address: string, said: string | object, bytes?: number): void {
    if (this.#watched.size === 0) return;
    const watched = this.#watched.get(device);
    if (watched === undefined) return;
    if (watched.untilMs < this.#monotonicMs()) {
      this.#watched.delete(device);
      return;
    }
    const { messages } = watched;
    if (messages.length >= mostMessages) messages.shift();
    const whole = typeof said === "string" ? said : JSON.stringify(said);
    const payload = whole.slice(0, longestPayload);
    messages.push({ atMs: this.#nowMs(), address, payload, bytes: bytes ?? whole.length });
  }

  /**
   * The last messages of a device, the newest last, as far as somebody has been looking; from now on it is listened to.
   * Of more devices than are listened to at once, the one looked at longest ago is let go.
   */
  look(device: DeviceId): readonly RawMessage[] {
    const untilMs = this.#monotonicMs() + watchedForMs;
    const known = this.#watched.get(device);
    // What was heard before a pause says nothing of what was said in it.
    const isFresh = known !== undefined && known.untilMs >= this.#monotonicMs();
    const messages = isFresh ? known.messages : [];
    this.#watched.delete(device);
    this.#watched.set(device, { messages, untilMs });
    if (this.#watched.size > mostWatched) {
      const [oldest] = this.#watched.keys();
      if (oldest !== undefined) this.#watched.delete(oldest);
    }
    return [...messages];
  }
}
