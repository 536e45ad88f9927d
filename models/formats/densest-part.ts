import { emptyBox, joinBox, type MetreBox } from "./metre-box.ts";

/** Up to this half diagonal a whole model is one look; beyond it the densest part is looked for. */
const wholeLookM = 900;
const windowSidesM = Array.from({ length: 11 }, (_, step) => 200 * 1.2 ** step);
const smallestRadiusM = 40;
/** Fewer things than this are no part of a town: of things so lonely the bulkiest is looked at, with its neighbours. */
const fewestTogether = 5;
const neighbourM = 250;

export interface DensestPart {
  readonly centreE: number;
  readonly centreN: number;
  /** Low end (tenth percentile) of the bases of what stands there: the local ground. */
  readonly groundM: number;
  readonly radiusM: number;
  readonly heightM: number;
}

/**
 * Where a first look at things with these boxes should go. Models no larger than one look are taken whole. Larger ones:
 * among windows of growing side that with the most `things^1.5 / side` wins, so that a tight group beats a lonely pair
 * among scattered things, and a larger share of an even city beats a small one; where hardly anything stands together,
 * the bulkiest thing with its neighbours. Independent of the order of the boxes.
 */
export function densestPart(boxes: readonly MetreBox[]): DensestPart {
  const all = boxOf(boxes);
  if (boxes.length === 0) return { centreE: 0, centreN: 0, groundM: 0, radiusM: smallestRadiusM, heightM: 0 };
  if (halfDiagonal(all) <= wholeLookM) return partOf(boxes);
  let best = { score: 0, inside: boxes };
  for (const side of windowSidesM) {
    const found = densestWindow(boxes, all, side);
    const score = found.length ** 1.5 / side;
    if (score > best.score) best = { score, inside: found };
  }
  return partOf(best.inside.length < fewestTogether ? bulkiestWithNeighbours(boxes) : best.inside);
}

/** The bulkiest thing that has a neighbour, and its neighbours; when none has one, the bulkiest alone. */
function bulkiestWithNeighbours(boxes: readonly MetreBox[]): readonly MetreBox[] {
  const byBulk = boxes.toSorted((a, b) => bulkOf(b) - bulkOf(a) || a.minE - b.minE || a.minN - b.minN);
  const around = (box: MetreBox): readonly MetreBox[] =>
    boxes.filter(
      (other) => Math.hypot(middleE(other) - middleE(box), middleN(other) - middleN(box)) <= neighbourM,
    );
  for (const box of byBulk) {
    const together = around(box);
    if (together.length > 1) return together;
  }
  return byBulk.slice(0, 1);
}

/** The things whose middle lies in the square of 3 × 3 grid cells that holds most of them. */
function densestWindow(boxes: readonly MetreBox[], all: MetreBox, side: number): readonly MetreBox[] {
  const cell = side / 3;
  const columns = Math.floor((all.maxE - all.minE) / cell) + 3;
  const cellOf = (box: MetreBox): number =>
    Math.floor((middleE(box) - all.minE) / cell) +
    1 +
    columns * (Math.floor((middleN(box) - all.minN) / cell) + 1);
  const held = new Map<number, number>();
  for (const box of boxes) held.set(cellOf(box), (held.get(cellOf(box)) ?? 0) + 1);
  const around = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => row * columns + column));
  let best = { cell: 0, count: 0 };
  for (const at of held.keys()) {
    const count = around.reduce((sum, step) => sum + (held.get(at + step) ?? 0), 0);
    if (count > best.count || (count === best.count && at < best.cell)) best = { cell: at, count };
  }
  const inside = new Set(around.map((step) => best.cell + step));
  return boxes.filter((box) => inside.has(cellOf(box)));
}

function partOf(boxes: readonly MetreBox[]): DensestPart {
  const box = boxOf(boxes);
  const bases = boxes.map((each) => each.minU).toSorted((a, b) => a - b);
  const groundM = bases[Math.floor((bases.length - 1) * 0.1)] ?? 0;
  return {
    centreE: middleE(box),
    centreN: middleN(box),
    groundM,
    radiusM: Math.max(smallestRadiusM, halfDiagonal(box)),
    heightM: Math.max(0, box.maxU - groundM),
  };
}

function boxOf(boxes: readonly MetreBox[]): MetreBox {
  const all = emptyBox();
  for (const box of boxes) joinBox(all, box);
  return all;
}

const bulkOf = (box: MetreBox): number =>
  (box.maxE - box.minE) * (box.maxN - box.minN) * (box.maxU - box.minU);
const middleE = (box: MetreBox): number => (box.minE + box.maxE) / 2;
const middleN = (box: MetreBox): number => (box.minN + box.maxN) / 2;
const halfDiagonal = (box: MetreBox): number => Math.hypot(box.maxE - box.minE, box.maxN - box.minN) / 2;
