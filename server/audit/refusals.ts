import { minutes } from "../../models/quantity.ts";
import type { Audit } from "./audit.ts";
import type { TrailAct, TrailEntry } from "./entry.ts";

/** Something that was asked for and refused to the one who asked. */
export interface RefusedAct extends TrailEntry {
  readonly act: Extract<TrailAct, "command-refused" | "alarm-refused" | "duty-refused">;
}

/** What a session was refused in a minute. */
interface Minute {
  readonly sinceMs: number;
  full: number;
  /** Those that stand in no entry yet, and what was asked last. */
  more: Record<RefusedAct["act"], number>;
  last: string;
}

const minuteMs = 1 * minutes;
const inFull = 5;
const mostSessions = 2_000;
const longest = 200;

const bounded = (words: string): string => words.replaceAll(/\p{Cc}/gu, " ").slice(0, longest);

/**
 * Refusals on their way into the trail. Whoever is refused more than a few times a minute is told of by number, so
 * that nobody can fill the trail by asking; what cannot be written now is counted with what comes.
 */
export class Refusals {
  readonly #audit: Pick<Audit, "before">;
  readonly #monotonicMs: () => number;
  /** By who asked; in the order their minutes began. */
  readonly #minutes = new Map<string, Minute>();
  #writing: Promise<unknown> = Promise.resolve();

  constructor(audit: Pick<Audit, "before">, monotonicMs: () => number) {
    this.#audit = audit;
    this.#monotonicMs = monotonicMs;
  }

  /** Refusing waits for nobody: it is told whether or not it can be written down. */
  note(refused: RefusedAct): void {
    const minute = this.#minuteOf(refused.who);
    const entry = {
      ...refused,
      subject: bounded(refused.subject),
      detail: Object.fromEntries(Object.entries(refused.detail).map(([key, value]) => [key, bounded(value)])),
    };
    if (minute.full >= inFull) return this.#count(minute, entry);
    minute.full++;
    this.#write(entry, () => this.#count(minute, entry));
  }

  /** Writes the numbers of the minutes that are over. */
  sumUp(): void {
    const nowMs = this.#monotonicMs();
    for (const [who, minute] of this.#minutes) {
      if (nowMs - minute.sinceMs < minuteMs) return;
      this.#end(who, minute);
    }
  }

  /** Resolves once what stands in full so far is written down, or could not be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** Minutes that are not over are told of as they are. */
  async close(): Promise<void> {
    await this.#writing;
    for (const [who, minute] of this.#minutes) this.#end(who, minute);
    await this.#writing;
  }

  #minuteOf(who: string): Minute {
    const known = this.#minutes.get(who);
    if (known !== undefined && this.#monotonicMs() - known.sinceMs < minuteMs) return known;
    if (known !== undefined) this.#end(who, known);
    if (this.#minutes.size >= mostSessions) {
      for (const [oldest, minute] of this.#minutes) {
        this.#end(oldest, minute);
        break;
      }
    }
    return this.#begin(who);
  }

  #begin(who: string): Minute {
    const sinceMs = this.#monotonicMs();
    const minute = {
      sinceMs,
      full: 0,
      more: { "command-refused": 0, "alarm-refused": 0, "duty-refused": 0 },
      last: "",
    };
    this.#minutes.set(who, minute);
    return minute;
  }

  #count(minute: Minute, { act, subject }: RefusedAct): void {
    minute.more[act]++;
    minute.last = subject;
  }

  #end(who: string, minute: Minute): void {
    this.#minutes.delete(who);
    const { "command-refused": commands, "alarm-refused": alarms, "duty-refused": others } = minute.more;
    const times = commands + alarms + others;
    if (times === 0) return;
    const counts = { times: String(times), commands: String(commands), alarms: String(alarms) };
    const detail = { ...counts, last: minute.last };
    this.#write({ act: "refused-more", who, subject: who, detail }, () => {
      // Told with what the next minutes bring.
      const next = this.#minutes.get(who) ?? this.#begin(who);
      next.more["command-refused"] += commands;
      next.more["alarm-refused"] += alarms;
      next.more["duty-refused"] += others;
      if (next.last === "") next.last = minute.last;
    });
  }

  #write(entry: TrailEntry, otherwise: () => void): void {
    const written = this.#audit.before(entry, () => Promise.resolve()).catch(otherwise);
    this.#writing = Promise.all([this.#writing, written]);
  }
}
