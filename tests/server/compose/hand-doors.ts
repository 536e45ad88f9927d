import { seededBytes } from "../access/door.ts";
import type { Doors } from "../../../server/compose/doors.ts";

interface Timer {
  atMs: number;
  readonly everyMs: number | null;
  readonly act: () => void;
}

let made = 0;

/** Time that passes only when told to; timers run in their order. */
export class HandDoors implements Doors {
  nowMs = 0;
  readonly lines: string[] = [];
  readonly #timers = new Set<Timer>();
  readonly random = seededBytes(`hand ${made++}`);
  readonly wallNowMs = (): number => this.nowMs;
  readonly monotonicMs = (): number => this.nowMs;
  readonly print = (line: string): void => void this.lines.push(line);
  readonly log = (line: string): void => void this.lines.push(line);
  readonly every = (ms: number, act: () => void): (() => void) => this.#begin(ms, ms, act);
  readonly after = (ms: number, act: () => void): (() => void) => this.#begin(ms, null, act);
  readonly soon = (act: () => void): void => void this.#begin(0, null, act);

  #begin(ms: number, everyMs: number | null, act: () => void): () => void {
    const timer = { atMs: this.nowMs + ms, everyMs, act };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  get waiting(): number {
    return this.#timers.size;
  }

  /** @param lateMs how much after its time each timer runs. */
  pass(ms: number, lateMs = 0): void {
    const untilMs = this.nowMs + ms;
    for (;;) {
      const [next] = [...this.#timers]
        .filter(({ atMs }) => atMs + lateMs <= untilMs)
        .toSorted((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      this.nowMs = Math.max(this.nowMs, next.atMs + lateMs);
      if (next.everyMs === null) this.#timers.delete(next);
      else next.atMs += next.everyMs;
      next.act();
    }
    this.nowMs = untilMs;
  }
}
