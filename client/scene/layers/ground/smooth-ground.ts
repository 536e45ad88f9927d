import type { EastNorth } from "../../../../models/community/community.ts";

/** A place whose height is known. */
export interface Foot {
  readonly at: EastNorth;
  readonly heightM: number;
}

/** More feet than this are gathered into squares first: the work grows with their cube. */
const mostFeet = 220;
/** Heights of a foot may be off by this share of the spread; keeps a cellar from digging a pit. */
const doubt = 0.00005;

/**
 * A smooth surface through feet: simple kriging with Matérn's covariance of order 3/2, whose reach is a good part of
 * the spread of the feet. Close to a foot it has the foot's height, between feet it has no bumps of its own, and far
 * from all of them it comes back to their mean. It stays within half their spread of them: two feet close by that
 * differ much are a step, not the foot of a mountain.
 */
export function smoothGround(feet: readonly Foot[]): (at: EastNorth) => number {
  const known = gathered(feet);
  const mean = known.reduce((sum, { heightM }) => sum + heightM, 0) / Math.max(1, known.length);
  const reachM = reachOf(known);
  const weights = solved(
    known.map((a, i) => known.map((b, j) => covariance(apart(a.at, b.at) / reachM) + (i === j ? doubt : 0))),
    known.map(({ heightM }) => heightM - mean),
  );
  const heights = known.map(({ heightM }) => heightM);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const beyond = (high - low) / 2;
  return (at) => {
    const sum = known.reduce(
      (height, foot, i) => height + (weights[i] ?? 0) * covariance(apart(foot.at, at) / reachM),
      mean,
    );
    return Math.min(high + beyond, Math.max(low - beyond, sum));
  };
}

const apart = (a: EastNorth, b: EastNorth): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
const covariance = (d: number): number => (1 + d) * Math.exp(-d);

function reachOf(feet: readonly Foot[]): number {
  const [east, north] = [feet.map(({ at }) => at[0]), feet.map(({ at }) => at[1])];
  const across = Math.hypot(Math.max(...east) - Math.min(...east), Math.max(...north) - Math.min(...north));
  return Math.max(40, across * 0.16);
}

/** Many feet become the means of the squares of a grid, fine enough to leave about as many as can be solved. */
function gathered(feet: readonly Foot[]): readonly Foot[] {
  if (feet.length <= mostFeet) return feet;
  const sideM = reachOf(feet) / 0.16 / Math.SQRT2 / Math.sqrt(mostFeet);
  const squares = new Map<string, { east: number; north: number; heightM: number; count: number }>();
  for (const { at, heightM } of feet) {
    const key = `${Math.floor(at[0] / sideM)} ${Math.floor(at[1] / sideM)}`;
    const square = squares.get(key) ?? { east: 0, north: 0, heightM: 0, count: 0 };
    square.east += at[0];
    square.north += at[1];
    square.heightM += heightM;
    square.count += 1;
    squares.set(key, square);
  }
  return [...squares.values()].map(({ east, north, heightM, count }) => ({
    at: [east / count, north / count],
    heightM: heightM / count,
  }));
}

/** Solves a symmetric, positive definite system by Cholesky's decomposition; `matrix` is used up. */
function solved(matrix: number[][], right: readonly number[]): number[] {
  const n = right.length;
  const at = (i: number, j: number): number => matrix[i]?.[j] ?? 0;
  const put = (i: number, j: number, value: number): void => {
    const row = matrix[i];
    if (row) row[j] = value;
  };
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = at(i, j);
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k);
      put(i, j, i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / at(j, j));
    }
  }
  const x = [...right];
  for (let i = 0; i < n; i++) {
    let sum = x[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= at(i, k) * (x[k] ?? 0);
    x[i] = sum / at(i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= at(k, i) * (x[k] ?? 0);
    x[i] = sum / at(i, i);
  }
  return x;
}
