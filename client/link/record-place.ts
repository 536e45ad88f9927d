import type { ChannelHead, RecordEvent } from "../../models/stream/messages.ts";

/**
 * How far we are in the records of our audience. Another audience or run begins anew, and so does another dictionary:
 * what is open at a point that came or went with it was told to others.
 */
export class RecordPlace {
  #audience = "";
  #last: { readonly run: number; readonly seq: number } | null = null;

  get last(): { readonly run: number; readonly seq: number } | null {
    return this.#last;
  }

  /** The channels we are in and their epochs, which decide whose records we get. */
  belongTo(run: number, heads: readonly ChannelHead[]): void {
    const audience = `${run} ${heads.map((head) => `${head.channel} ${head.epoch}`).join(" ")}`;
    if (audience !== this.#audience) this.#last = null;
    this.#audience = audience;
  }

  /** What we had is no longer held anywhere. */
  forget(): void {
    this.#last = null;
  }

  reach(run: number, seq: number): void {
    this.#last = { run, seq };
  }

  /** Whether this record is the next one, one we have, or one after a gap. */
  judge({ seq }: RecordEvent): "next" | "known" | "gap" {
    if (this.#last === null) return "gap";
    if (seq <= this.#last.seq) return "known";
    return seq === this.#last.seq + 1 ? "next" : "gap";
  }
}
