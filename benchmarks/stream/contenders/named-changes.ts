import { countOf } from "../../../models/stream/channel-state.ts";
import type { TickResult } from "../../../server/twin/twin-reader.ts";
import type { BusyTwin } from "../busy-twin.ts";
import { nameOf, type Seen } from "../contender.ts";

/** A change as it is usually sent: an object that explains itself. */
export interface NamedChange {
  readonly id: string;
  readonly v: number;
  readonly at: number;
}

/** The changes of a tick, or with `all` everything the twin holds. */
export class NamedChanges {
  readonly #busy: BusyTwin;
  readonly #names: readonly string[];

  constructor(busy: BusyTwin) {
    this.#busy = busy;
    this.#names = Array.from({ length: busy.twin.pointCount }, (_, index) => nameOf(busy, index));
  }

  of({ delta }: TickResult): NamedChange[] {
    return Array.from(delta.indices, (index, row) => ({
      id: this.#names[index] ?? "",
      v: delta.values[row] ?? 0,
      at: delta.timesMs[row] ?? 0,
    }));
  }

  all(): NamedChange[] {
    const { values, timesMs } = this.#busy.twin.state;
    return this.#names.map((id, index) => ({ id, v: values[index] ?? 0, at: timesMs[index] ?? 0 }));
  }
}

/** The client's side: values by the point's number, which costs less than the usual map of objects. */
export class NamedValues {
  readonly #seen: Seen;
  readonly #values: Float64Array;

  constructor(seen: Seen) {
    this.#seen = seen;
    this.#values = seen.initial.map((count, index) => count * (seen.resolutions[index] ?? 1));
  }

  take(tick: number, changes: readonly NamedChange[]): void {
    for (const { id, v } of changes) {
      const index = this.#seen.indexOf.get(id);
      if (index !== undefined) this.#values[index] = v;
    }
    this.#seen.at(tick);
  }

  counts(): Float64Array {
    return this.#values.map((value, index) => countOf(value, this.#seen.resolutions[index] ?? 1));
  }
}
