import type { Authority } from "../../models/duty/duty.ts";
import type { ChannelId, DwellingId, SessionId } from "../../models/ids.ts";
import { ownChannel } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import type { PersonalReads } from "../audit/personal-reads.ts";

/** The trail of reads, as the stream knows it. */
export type Reads = Pick<PersonalReads, "covers" | "cover">;

const againAfterMs = 1 * seconds;

/** The way to the readings of one's home: open only while the trail tells of it. */
export class HomeGate {
  readonly #reads: Reads;
  readonly #reader: SessionId | null;
  readonly #home: DwellingId | null;
  #askedMs = Number.NEGATIVE_INFINITY;
  #asking = false;

  constructor(reads: Reads, reader: SessionId | null, { dwelling }: Authority) {
    this.#reads = reads;
    this.#reader = reader;
    this.#home = dwelling;
  }

  /** Whether readings of this channel may go out now. */
  lets(channel: ChannelId): boolean {
    if (this.#home === null || channel !== ownChannel(this.#home)) return true;
    return this.#reader !== null && this.#reads.covers(this.#reader, this.#home, "own-home");
  }

  /** Has the reading written down, now and again as it goes on; `opened` is called when that opens the way. */
  ask(nowMs: number, opened: () => void): void {
    if (this.#home === null || this.#reader === null || this.#asking) return;
    if (nowMs - this.#askedMs < againAfterMs) return;
    this.#askedMs = nowMs;
    void this.#askNow(opened);
  }

  async #askNow(opened: () => void): Promise<void> {
    if (await this.enter()) opened();
  }

  /** Resolves once the reading is written down, or cannot be. @returns whether the way has opened by it. */
  async enter(): Promise<boolean> {
    if (this.#home === null || this.#reader === null) return false;
    const was = this.lets(ownChannel(this.#home));
    this.#asking = true;
    try {
      await this.#reads.cover(this.#reader, this.#home, "own-home");
      return !was;
    } catch {
      // The store's own problem is shown; it is asked again.
      return false;
    } finally {
      this.#asking = false;
    }
  }
}
