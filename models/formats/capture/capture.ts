import type { Skipped } from "../../community/community.ts";

/** Messages as devices of foreign makes publish them, ready to be published again. */
export interface Capture {
  /** What they are, in words. */
  readonly what: string;
  /** In the file's order; `atOffsetMs` never falls. */
  readonly messages: readonly CapturedMessage[];
  /** Topics on which the devices say that they are there, or not any more. */
  readonly presence: readonly string[];
  readonly skipped: readonly Skipped[];
}

export interface CapturedMessage {
  readonly topic: string;
  readonly payload: string;
  /** Milliseconds after the first message. */
  readonly atOffsetMs: number;
}

/** A file of a capture, and what stands beside it where it needs that. */
export interface CaptureFile {
  readonly name: string;
  readonly text: string;
  /** Text of a file in the same folder; null where there is none. */
  readonly beside: (name: string) => string | null;
}

/** Offsets from moments as messages tell them: never falling, and standing still where a message tells none. */
export class MessageClock {
  #firstMs: number | null = null;
  #offsetMs = 0;

  at(momentMs: number | null): number {
    if (momentMs === null || !Number.isFinite(momentMs)) return this.#offsetMs;
    this.#firstMs ??= momentMs;
    this.#offsetMs = Math.max(this.#offsetMs, momentMs - this.#firstMs);
    return this.#offsetMs;
  }
}
