import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ObjectPicker } from "../../../../client/scene/picking/object-picker.ts";
import type { CityMesh, EastNorthUp } from "../../../../models/community/community.ts";
import { odd, rayFrom, toTriangle, type Point } from "./rays.ts";

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const corner = (reachM: number) =>
  fc.tuple(tenths(-reachM, reachM), tenths(-reachM, reachM), tenths(0, reachM));

/** Objects of a few triangles each around a middle of their own; some have none. */
const objects = fc.array(
  fc.record({
    middle: fc.tuple(tenths(-200, 200), tenths(-200, 200), tenths(0, 20)),
    triangles: fc.array(fc.tuple(corner(15), corner(15), corner(15)), { maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 30 },
);

function meshOf(
  all: readonly { middle: EastNorthUp; triangles: readonly (readonly EastNorthUp[])[] }[],
): CityMesh {
  const positions: number[] = [];
  const mesh = all.map(({ middle, triangles }, i) => {
    const firstVertex = positions.length / 3;
    for (const at of triangles.flat())
      positions.push(at[0] + middle[0], at[1] + middle[1], at[2] + middle[2]);
    // As a reader does it: from the numbers that are kept.
    const own = Float32Array.from(positions).slice(firstVertex * 3);
    const axis = (k: number, pick: (...of: number[]) => number): number =>
      pick(...own.filter((_, n) => n % 3 === k));
    const extent = {
      min: [axis(0, Math.min), axis(1, Math.min), axis(2, Math.min)] as const,
      max: [axis(0, Math.max), axis(1, Math.max), axis(2, Math.max)] as const,
    };
    const vertexCount = triangles.length * 3;
    const told = { id: `o${i}`, type: "Building", building: null, lod: "2", attributes: {} };
    return { ...told, firstVertex, vertexCount, extent };
  });
  return {
    positions: Float32Array.from(positions),
    normals: new Float32Array(positions.length),
    surfaces: new Uint8Array(positions.length / 3),
    objectOf: new Uint32Array(positions.length / 3),
    objects: mesh,
  };
}

describe("the city object under the pointer", () => {
  it("is the one a loop over all triangles of all objects finds", () => {
    let met = 0;
    const eye = fc.tuple(odd(-350, 350), odd(1, 200), odd(-350, 350));
    const aim = fc.record({ object: fc.nat(), off: fc.tuple(odd(-9, 9), odd(-2, 9), odd(-9, 9)) });
    fc.assert(
      fc.property(objects, eye, aim, (all, from, { object, off }) => {
        const mesh = meshOf(all);
        const [east, north, up] = all[object % all.length]!.middle;
        const ray = rayFrom(from, [east + off[0], up + off[1], -north + off[2]]);
        const p = mesh.positions;
        const at = (vertex: number): Point => [p[vertex * 3]!, p[vertex * 3 + 2]!, -p[vertex * 3 + 1]!];
        const distances = mesh.objects.map(({ firstVertex, vertexCount }) => {
          let nearest = Infinity;
          for (let v = firstVertex; v < firstVertex + vertexCount; v += 3)
            nearest = Math.min(nearest, toTriangle(ray, at(v), at(v + 1), at(v + 2)));
          return nearest;
        });
        const nearest = Math.min(...distances);
        const hit = new ObjectPicker(mesh).pick(ray);
        if (nearest === Infinity) {
          expect(hit).toBeNull();
          return;
        }
        met += 1;
        expect(hit?.distanceM).toBeCloseTo(nearest, 5);
        expect(distances[hit?.object ?? -1]).toBeCloseTo(nearest, 5);
      }),
      { numRuns: 800 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it("is none in a mesh without faces", () => {
    const mesh = meshOf([{ middle: [0, 0, 0], triangles: [] }]);
    expect(new ObjectPicker(mesh).pick(rayFrom([0, 50, 200], [0, 1, 0]))).toBeNull();
  });
});
