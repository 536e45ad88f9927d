import { missingQuality } from "../../models/device/reading.ts";
import type { TwinDelta, TwinState } from "../../models/twin/twin-state.ts";

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

const longer = <Column extends { length: number; set(from: Column): void }>(
  column: Column,
  roomy: Column,
): Column => {
  roomy.set(column);
  return roomy;
};

/** The columns of the live twin, which points changed since the last tick, and when each was last heard. */
export class Columns {
  state: Writable<TwinState> = {
    tick: 0,
    timeMs: 0,
    values: new Float64Array(0),
    qualities: new Uint8Array(0),
    timesMs: new Float64Array(0),
  };
  /** On the twin's own clock of witnessed time, which only the ticks move. */
  heardMs = new Float64Array(0);
  staleAfterMs = new Float64Array(0);

  /** One bit per point that changed since the last delta. */
  #changed = new Uint32Array(0);
  #indices = new Uint32Array(0);
  #values = new Float64Array(0);
  #qualities = new Uint8Array(0);
  #timesMs = new Float64Array(0);

  /** Makes room for `count` points. What is new is missing. */
  reserve(count: number): void {
    const have = this.state.values.length;
    if (count <= have) return;
    const room = Math.max(1024, count, have * 2);
    this.state = {
      ...this.state,
      values: longer(this.state.values, new Float64Array(room).fill(Number.NaN)),
      qualities: longer(this.state.qualities, new Uint8Array(room).fill(missingQuality)),
      timesMs: longer(this.state.timesMs, new Float64Array(room)),
    };
    this.heardMs = longer(this.heardMs, new Float64Array(room));
    this.staleAfterMs = longer(this.staleAfterMs, new Float64Array(room));
    this.#changed = longer(this.#changed, new Uint32Array(Math.ceil(room / 32)));
    this.#indices = new Uint32Array(room);
    this.#values = new Float64Array(room);
    this.#qualities = new Uint8Array(room);
    this.#timesMs = new Float64Array(room);
  }

  write(index: number, value: number, quality: number, atMs: number): void {
    const { state } = this;
    state.values[index] = value;
    state.qualities[index] = quality;
    state.timesMs[index] = atMs;
    this.#mark(index);
  }

  requalify(index: number, quality: number): void {
    this.state.qualities[index] = quality;
    this.#mark(index);
  }

  #mark(index: number): void {
    const word = index >>> 5;
    this.#changed[word] = (this.#changed[word] ?? 0) | (1 << (index & 31));
  }

  /** Moves the state one tick on and tells what changed, in arrays that are valid until the next call. */
  takeDelta(timeMs: number): TwinDelta {
    const { state } = this;
    const changed = this.#changed;
    const indices = this.#indices;
    let count = 0;
    for (let word = 0; word < changed.length; word++) {
      let bits = changed[word] ?? 0;
      if (bits === 0) continue;
      changed[word] = 0;
      while (bits !== 0) {
        const index = word * 32 + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        indices[count] = index;
        this.#values[count] = state.values[index] ?? Number.NaN;
        this.#qualities[count] = state.qualities[index] ?? missingQuality;
        this.#timesMs[count] = state.timesMs[index] ?? 0;
        count++;
      }
    }
    state.tick++;
    state.timeMs = timeMs;
    return {
      from: state.tick - 1,
      to: state.tick,
      timeMs,
      indices: indices.subarray(0, count),
      values: this.#values.subarray(0, count),
      qualities: this.#qualities.subarray(0, count),
      timesMs: this.#timesMs.subarray(0, count),
    };
  }
}
