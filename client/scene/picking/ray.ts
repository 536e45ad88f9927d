/** A ray of the scene (x east, y up, z south); the direction has length 1. */
export interface Ray {
  readonly ox: number;
  readonly oy: number;
  readonly oz: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
}

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly maxZ: number;
}

/** Distance at which the ray enters the box grown by `byM`, 0 from inside, −1 when it misses (slab test). */
export function entersBox(ray: Ray, box: Bounds, byM = 0): number {
  let near = 0;
  let far = Infinity;
  const slab = (o: number, d: number, low: number, high: number): boolean => {
    if (Math.abs(d) < 1e-12) return o >= low && o <= high;
    const a = (low - o) / d;
    const b = (high - o) / d;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    return near <= far;
  };
  return slab(ray.ox, ray.dx, box.minX - byM, box.maxX + byM) &&
    slab(ray.oy, ray.dy, box.minY - byM, box.maxY + byM) &&
    slab(ray.oz, ray.dz, box.minZ - byM, box.maxZ + byM)
    ? near
    : -1;
}
