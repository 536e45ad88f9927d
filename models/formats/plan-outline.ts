import type { EastNorth } from "../community/community.ts";

/** Twice the signed area of a ring of `[east, north]`; positive counter-clockwise. */
export function twiceSignedArea(ring: readonly EastNorth[]): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [ae, an] = ring[i] ?? [0, 0];
    const [be, bn] = ring[(i + 1) % ring.length] ?? [0, 0];
    sum += ae * bn - be * an;
  }
  return sum;
}

/** The ring not closed, counter-clockwise (`outer`) or clockwise (a hole). */
export function wound(ring: readonly EastNorth[], as: "outer" | "hole"): readonly EastNorth[] {
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = first && last && ring.length > 1 && first[0] === last[0] && first[1] === last[1];
  const open = closed ? ring.slice(0, -1) : ring;
  return twiceSignedArea(open) > 0 === (as === "outer") ? open : open.toReversed();
}

/** Convex hull, counter-clockwise, by Andrew's monotone chain. */
export function convexHull(points: readonly EastNorth[]): readonly EastNorth[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (along: readonly EastNorth[]): EastNorth[] => {
    const chain: EastNorth[] = [];
    for (const point of along) {
      while (chain.length > 1 && !leftTurn(chain.at(-2), chain.at(-1), point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function leftTurn(a: EastNorth | undefined, b: EastNorth | undefined, c: EastNorth): boolean {
  if (!a || !b) return true;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}

/**
 * The outline of faces that lie side by side, each an outer ring and holes: edges that two faces share cancel, what
 * remains is chained into rings. Null when it is not one piece (the caller then takes a hull). Vertices closer than a
 * millimetre are one.
 */
export function outlineOf(
  faces: readonly (readonly (readonly EastNorth[])[])[],
): readonly (readonly EastNorth[])[] | null {
  const edges = new Map<string, { from: string; to: string; at: EastNorth }>();
  for (const face of faces) {
    face.forEach((ring, i) => {
      const points = wound(ring, i === 0 ? "outer" : "hole");
      points.forEach((at, j) => {
        const [from, to] = [keyOf(at), keyOf(points[(j + 1) % points.length] ?? at)];
        if (from === to || edges.delete(`${to} ${from}`)) return;
        edges.set(`${from} ${to}`, { from, to, at });
      });
    });
  }
  const next = new Map([...edges.values()].map((edge) => [edge.from, edge]));
  if (next.size !== edges.size) return null;
  const rings: EastNorth[][] = [];
  while (next.size > 0) {
    const [start] = next.keys();
    const ring: EastNorth[] = [];
    for (let edge = next.get(start ?? ""); edge; edge = next.get(edge.to)) {
      next.delete(edge.from);
      ring.push(edge.at);
    }
    if (ring.length >= 3) rings.push(ring);
  }
  const [outer, ...others] = rings.toSorted(
    (a, b) => Math.abs(twiceSignedArea(b)) - Math.abs(twiceSignedArea(a)),
  );
  const onePiece = outer && twiceSignedArea(outer) > 0 && others.every((ring) => twiceSignedArea(ring) < 0);
  return onePiece ? [outer, ...others] : null;
}

const keyOf = ([e, n]: EastNorth): string => `${Math.round(e * 1000)},${Math.round(n * 1000)}`;
