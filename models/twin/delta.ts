import type { TwinDelta, TwinState } from "./twin-state.ts";

const valueUnchanged = (a: TwinState, b: TwinState, i: number): boolean =>
  Object.is(a.values[i], b.values[i]) && a.qualities[i] === b.qualities[i] && a.timesMs[i] === b.timesMs[i];

/**
 * All that turns `earlier` into `later`. Points that `later` has beyond those of `earlier` are always listed.
 * @throws RangeError when `later` has fewer points: points are only ever added.
 */
export function between(earlier: TwinState, later: TwinState): TwinDelta {
  const known = earlier.values.length;
  if (later.values.length < known) {
    throw new RangeError(`the later state has ${later.values.length} points, the earlier one ${known}`);
  }
  const changed: number[] = [];
  for (let i = 0; i < later.values.length; i++) {
    if (i >= known || !valueUnchanged(earlier, later, i)) changed.push(i);
  }
  const indices = Uint32Array.from(changed);
  return {
    from: earlier.tick,
    to: later.tick,
    timeMs: later.timeMs,
    indices,
    values: Float64Array.from(indices, (i) => later.values[i] ?? Number.NaN),
    qualities: Uint8Array.from(indices, (i) => later.qualities[i] ?? 0),
    timesMs: Float64Array.from(indices, (i) => later.timesMs[i] ?? 0),
  };
}

function grown<Column extends Float64Array | Uint8Array>(
  column: Column,
  length: number,
  make: (n: number) => Column,
): Column {
  const copy = make(length);
  copy.set(column);
  return copy;
}

/**
 * The state after the difference. Without changed points the columns are the very same ones (TW3); otherwise new ones.
 * @throws RangeError when the difference does not begin at the state's tick.
 */
export function apply(state: TwinState, delta: TwinDelta): TwinState {
  if (delta.from !== state.tick) {
    throw new RangeError(
      `a difference from tick ${delta.from} does not apply to a state at tick ${state.tick}`,
    );
  }
  const { indices } = delta;
  if (indices.length === 0) return { ...state, tick: delta.to, timeMs: delta.timeMs };
  const length = Math.max(state.values.length, (indices[indices.length - 1] ?? 0) + 1);
  const values = grown(state.values, length, (n) => new Float64Array(n));
  const qualities = grown(state.qualities, length, (n) => new Uint8Array(n));
  const timesMs = grown(state.timesMs, length, (n) => new Float64Array(n));
  for (const [k, i] of indices.entries()) {
    values[i] = delta.values[k] ?? Number.NaN;
    qualities[i] = delta.qualities[k] ?? 0;
    timesMs[i] = delta.timesMs[k] ?? 0;
  }
  return { tick: delta.to, timeMs: delta.timeMs, values, qualities, timesMs };
}

/**
 * Two differences in a row as one: ascending, each point once, the newer value where both have it.
 * @throws RangeError when the second does not begin where the first ends.
 */
export function squash(first: TwinDelta, second: TwinDelta): TwinDelta {
  if (first.to !== second.from) {
    throw new RangeError(`a difference to tick ${first.to} is not followed by one from tick ${second.from}`);
  }
  const most = first.indices.length + second.indices.length;
  const indices = new Uint32Array(most);
  const values = new Float64Array(most);
  const qualities = new Uint8Array(most);
  const timesMs = new Float64Array(most);
  let [a, b, count] = [0, 0, 0];
  while (a < first.indices.length || b < second.indices.length) {
    const i = first.indices[a] ?? Number.POSITIVE_INFINITY;
    const j = second.indices[b] ?? Number.POSITIVE_INFINITY;
    const [source, at] = j <= i ? [second, b] : [first, a];
    indices[count] = Math.min(i, j);
    values[count] = source.values[at] ?? Number.NaN;
    qualities[count] = source.qualities[at] ?? 0;
    timesMs[count] = source.timesMs[at] ?? 0;
    count++;
    if (i <= j) a++;
    if (j <= i) b++;
  }
  return {
    from: first.from,
    to: second.to,
    timeMs: second.timeMs,
    indices: indices.slice(0, count),
    values: values.slice(0, count),
    qualities: qualities.slice(0, count),
    timesMs: timesMs.slice(0, count),
  };
}
