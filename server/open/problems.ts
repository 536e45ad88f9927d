import type { Text } from "../../models/language/text.ts";
import type { Log } from "../log/log.ts";

/** A fault of our own machinery, where it is, and what it means; it ends when it is mended. */
export interface Problem {
  /** Where: a room or a part of it, e.g. `store`, `ingest/mqtt`. */
  readonly address: string;
  readonly id: string;
  readonly sentence: Text;
  /** `failing` when the server cannot do its work; `degraded` when nothing is said. */
  readonly gravity?: "degraded" | "failing";
}

/** A problem that is open. */
export interface OpenProblem extends Problem {
  /** Wall time it was first seen; null where nobody tells the time. */
  readonly sinceMs: number | null;
}

export type HealthStatus = "ok" | "degraded" | "failing";

/** The problems that are open. */
export class Problems {
  readonly #open = new Map<string, OpenProblem>();
  readonly #log: Log;
  readonly #wallNowMs: () => number | null;

  /** @param log told once when a problem begins and once when it ends. */
  constructor(log: Log, wallNowMs: () => number | null = () => null) {
    this.#log = log;
    this.#wallNowMs = wallNowMs;
  }

  /** Raised again with the same address and id it replaces itself and keeps its beginning. */
  raise(problem: Problem): void {
    const { address, id, sentence, gravity = "degraded" } = problem;
    const key = `${address} ${id}`;
    const before = this.#open.get(key);
    if (before === undefined) {
      const about = { level: gravity === "failing" ? "error" : "warning", room: address } as const;
      this.#log(`problem ${address} ${id}: ${sentence.en}`, { ...about, event: "problem", fields: { id } });
    }
    this.#open.set(key, { ...problem, sinceMs: before === undefined ? this.#wallNowMs() : before.sinceMs });
  }

  end(address: string, id: string): void {
    if (!this.#open.delete(`${address} ${id}`)) return;
    this.#log(`mended ${address} ${id}`, { level: "info", room: address, event: "mended", fields: { id } });
  }

  list(): readonly OpenProblem[] {
    return [...this.#open.values()];
  }

  get status(): HealthStatus {
    const grave = this.list().some(({ gravity }) => gravity === "failing");
    if (grave) return "failing";
    return this.#open.size > 0 ? "degraded" : "ok";
  }
}
