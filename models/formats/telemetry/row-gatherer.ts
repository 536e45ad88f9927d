import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { Tally } from "../tally.ts";
import type { RecordedDevice, RecordedRow, Recording } from "./recording.ts";

/** Gathers rows into a recording: moments become offsets from the first that never fall. */
export class RowGatherer {
  readonly tally = new Tally();
  readonly #rows: RecordedRow[] = [];
  #firstMs: number | null = null;
  #lastOffsetMs = 0;

  /** `momentMs` on any scale whose differences are milliseconds. */
  add(device: number, momentMs: number, originalTime: string, values: RecordedRow["values"]): void {
    this.#firstMs ??= momentMs;
    const offset = momentMs - this.#firstMs;
    if (offset < this.#lastOffsetMs) this.tally.add(notes.rowEarlier);
    this.#lastOffsetMs = Math.max(this.#lastOffsetMs, offset);
    this.#rows.push({ device, atOffsetMs: this.#lastOffsetMs, originalTime, values });
  }

  /** @throws FileRefused when there is no row at all. */
  finish(devices: readonly RecordedDevice[]): Recording {
    const [first, last] = [this.#rows[0], this.#rows.at(-1)];
    if (!first || !last) {
      refuse(
        "no-rows",
        "",
        "文件没有数据行；请选择含数据的文件",
        "the file has no rows of data; choose one that has",
      );
    }
    return {
      devices,
      rows: this.#rows,
      stepMs: this.#usualStepMs(),
      span: [first.originalTime, last.originalTime],
      skipped: this.tally.list(),
    };
  }

  /** Median distance of neighbouring rows of one device. */
  #usualStepMs(): number {
    const before = new Map<number, number>();
    const steps: number[] = [];
    for (const { device, atOffsetMs } of this.#rows) {
      const earlier = before.get(device);
      if (earlier !== undefined && atOffsetMs > earlier) steps.push(atOffsetMs - earlier);
      before.set(device, atOffsetMs);
    }
    return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0;
  }
}
