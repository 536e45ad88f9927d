/** An axis-aligned box in metres, grown point by point; empty while `minE > maxE`. */
export interface MetreBox {
  minE: number;
  minN: number;
  minU: number;
  maxE: number;
  maxN: number;
  maxU: number;
}

export const emptyBox = (): MetreBox => ({
  minE: Infinity,
  minN: Infinity,
  minU: Infinity,
  maxE: -Infinity,
  maxN: -Infinity,
  maxU: -Infinity,
});

export const isEmptyBox = (box: MetreBox): boolean => box.minE > box.maxE;

export function growBox(box: MetreBox, e: number, n: number, u: number): void {
  if (e < box.minE) box.minE = e;
  if (n < box.minN) box.minN = n;
  if (u < box.minU) box.minU = u;
  if (e > box.maxE) box.maxE = e;
  if (n > box.maxN) box.maxN = n;
  if (u > box.maxU) box.maxU = u;
}

export function joinBox(box: MetreBox, other: MetreBox): void {
  if (isEmptyBox(other)) return;
  growBox(box, other.minE, other.minN, other.minU);
  growBox(box, other.maxE, other.maxN, other.maxU);
}

/** The contract's extent of a box; an empty one is a point at the origin. */
export function extentOf(box: MetreBox): {
  min: [number, number, number];
  max: [number, number, number];
} {
  return isEmptyBox(box)
    ? { min: [0, 0, 0], max: [0, 0, 0] }
    : { min: [box.minE, box.minN, box.minU], max: [box.maxE, box.maxN, box.maxU] };
}
