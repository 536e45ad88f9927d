import type { Text } from "../../models/language/text.ts";

/** A fault of our own machinery, where it is, and what it means; it ends when it is mended. */
export interface Problem {
  /** Where: a room or a part of it, e.g. `store`, `ingest/mqtt`. */
  readonly address: string;
  readonly id: string;
  readonly sentence: Text;
  /** `failing` when the server cannot do its work; `degraded` when nothing is said. */
  readonly gravity?: "degraded" | "failing";
}

export type HealthStatus = "ok" | "degraded" | "failing";

/** The problems that are open. */
export class Problems {
  readonly #open = new Map<string, Problem>();
  readonly #log: (line: string) => void;

  /** @param log told once when a problem begins and once when it ends. */
  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Raised again with the same address and id it replaces itself. */
  raise(problem: Problem): void {
    const { address, id, sentence } = problem;
    const key = `${address} ${id}`;
    if (!this.#open.has(key)) this.#log(`problem ${address} ${id}: ${sentence.en}`);
    this.#open.set(key, problem);
  }

  end(address: string, id: string): void {
    if (this.#open.delete(`${address} ${id}`)) this.#log(`mended ${address} ${id}`);
  }

  list(): readonly Problem[] {
    return [...this.#open.values()];
  }

  get status(): HealthStatus {
    const grave = this.list().some(({ gravity }) => gravity === "failing");
    if (grave) return "failing";
    return this.#open.size > 0 ? "degraded" : "ok";
  }
}
