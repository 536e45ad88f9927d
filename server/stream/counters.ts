/** What happened in the stream since the start, each by name; shown on `/health` and `/metrics`. */
const names = [
  "frames-encoded",
  "keyframes-encoded",
  "catch-ups-encoded",
  "writes",
  "bytes-written",
  "epochs",
  "parked",
  "closed-too-slow",
  "asked-anew",
  "records-sent",
  "json-messages",
  "bad-messages",
  "unknown-events",
  "binary-refused",
  "closed-too-many-messages",
  "refused-origin",
  "refused-too-many",
  "refused-not-allowed",
  "looks-dropped",
] as const;
export type StreamCounter = (typeof names)[number];

export class StreamCounters {
  readonly #counts = new Map<StreamCounter, number>(names.map((name) => [name, 0]));

  add(name: StreamCounter, count = 1): void {
    this.#counts.set(name, this.get(name) + count);
  }

  get(name: StreamCounter): number {
    return this.#counts.get(name) ?? 0;
  }

  /** All counters by name, zeros included. */
  all(): ReadonlyMap<StreamCounter, number> {
    return this.#counts;
  }
}
