import type { PointId } from "../../models/ids.ts";

export const pointsPerPage = 1024;
const bytesPerValue = 16;
const bytesPerChange = 20;

export interface KeptValue {
  readonly point: PointId;
  readonly value: number;
  /** Source time, community time. */
  readonly atMs: number;
}

/** A page as it is stored. */
export interface StoredPage {
  readonly page: number;
  readonly points: readonly PointId[];
  /** Float64 value and time of each point in turn. */
  readonly data: Uint8Array;
}

/**
 * The values as they were last written, in pages. A point keeps its slot for ever, so that a journal of changes can
 * name it by number.
 */
export class ValuePages {
  readonly #slots = new Map<PointId, number>();
  readonly #points: PointId[] = [];
  #values = new Float64Array(0);

  get size(): number {
    return this.#points.length;
  }

  slotOf(point: PointId): number | undefined {
    return this.#slots.get(point);
  }

  add(point: PointId): number {
    const slot = this.#points.length;
    this.#slots.set(point, slot);
    this.#points.push(point);
    this.#reserve(slot + 1);
    return slot;
  }

  /** @returns false when it holds just that. */
  set(slot: number, value: number, atMs: number): boolean {
    if (Object.is(this.#values[slot * 2], value) && this.#values[slot * 2 + 1] === atMs) return false;
    this.#values[slot * 2] = value;
    this.#values[slot * 2 + 1] = atMs;
    return true;
  }

  page(page: number): StoredPage {
    const from = page * pointsPerPage;
    const points = this.#points.slice(from, from + pointsPerPage);
    const data = new Uint8Array(this.#values.slice(from * 2, (from + points.length) * 2).buffer);
    return { page, points, data };
  }

  /** @throws Error when the page does not follow the one before or its bytes do not fit its points. */
  takePage({ page, points, data }: StoredPage): void {
    if (page * pointsPerPage !== this.size || data.byteLength !== points.length * bytesPerValue)
      throw new Error(
        `page ${page} of the last values does not fit: ${points.length} points, ${data.byteLength} bytes`,
      );
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (const [at, point] of points.entries()) {
      this.set(this.add(point), view.getFloat64(at * 16, true), view.getFloat64(at * 16 + 8, true));
    }
  }

  /** The changes of these slots, packed: u32 slot, f64 value, f64 time each. */
  packChanges(slots: readonly number[]): Uint8Array {
    const data = new Uint8Array(slots.length * bytesPerChange);
    const view = new DataView(data.buffer);
    for (const [at, slot] of slots.entries()) {
      view.setUint32(at * bytesPerChange, slot, true);
      view.setFloat64(at * bytesPerChange + 4, this.#values[slot * 2] ?? 0, true);
      view.setFloat64(at * bytesPerChange + 12, this.#values[slot * 2 + 1] ?? 0, true);
    }
    return data;
  }

  /** @throws Error when the bytes are no changes of these pages. */
  takeChanges(data: Uint8Array): void {
    if (data.byteLength % bytesPerChange !== 0)
      throw new Error(`${data.byteLength} bytes are no whole changes`);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    for (let at = 0; at < data.byteLength; at += bytesPerChange) {
      const slot = view.getUint32(at, true);
      if (slot >= this.size) throw new Error(`a change names slot ${slot} of ${this.size}`);
      this.set(slot, view.getFloat64(at + 4, true), view.getFloat64(at + 12, true));
    }
  }

  *values(): Iterable<KeptValue> {
    for (const [slot, point] of this.#points.entries()) {
      yield { point, value: this.#values[slot * 2] ?? 0, atMs: this.#values[slot * 2 + 1] ?? 0 };
    }
  }

  #reserve(points: number): void {
    if (points * 2 <= this.#values.length) return;
    const grown = new Float64Array(Math.max(pointsPerPage, points * 2) * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}
