import { scaleLinear } from "d3";
import { textPx } from "../fit-text.ts";

export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  /** The value as it is said, with its unit. */
  readonly said: string;
}

export interface BarMarks {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rows: readonly {
    readonly bar: Bar;
    readonly yPx: number;
    readonly startPx: number;
    readonly endPx: number;
  }[];
}

export const barRowPx = 20;
const gapPx = 6;
/** Names take at most this part of the width. */
const mostName = 0.45;

/** Bars in the order given, all from one zero; the longest leaves room for what is said behind it. */
export function layoutBars(bars: readonly Bar[], widthPx: number): BarMarks {
  const namePx = Math.min(widthPx * mostName, Math.max(0, ...bars.map(({ name }) => textPx(name))));
  const saidPx = Math.max(0, ...bars.map(({ said }) => textPx(said)));
  const startPx = namePx + gapPx;
  const most = Math.max(Number.MIN_VALUE, ...bars.map(({ value }) => value));
  const x = scaleLinear([0, most], [startPx, Math.max(startPx, widthPx - saidPx - gapPx)]);
  return {
    widthPx,
    heightPx: bars.length * barRowPx,
    rows: bars.map((bar, i) => ({ bar, yPx: i * barRowPx, startPx, endPx: x(Math.max(0, bar.value)) })),
  };
}
