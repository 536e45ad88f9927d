import { describe, expect, it } from "vitest";
import { plantCover } from "../../../client/scene/layers/city-mesh/plant-cover.ts";
import type { CityMesh } from "../../../models/community/community.ts";
import { surfaceKinds } from "../../../models/community/community.ts";

type Corner = readonly [number, number, number];

/** A cover of triangles over measured points, wound as files do: some up, some down. */
function cover(type: string, faces: readonly (readonly [Corner, Corner, Corner])[]): CityMesh {
  const corners = faces.flat();
  const normals = faces.flatMap(([a, b, c]) => {
    const u = b.map((value, i) => value - a[i]!);
    const v = c.map((value, i) => value - a[i]!);
    const n = [u[1]! * v[2]! - u[2]! * v[1]!, u[2]! * v[0]! - u[0]! * v[2]!, u[0]! * v[1]! - u[1]! * v[0]!];
    const length = Math.hypot(...n);
    return [n, n, n].flat().map((value) => value / length);
  });
  const axis = (i: number, pick: (...values: number[]) => number) =>
    pick(...corners.map((corner) => corner[i]!));
  return {
    positions: Float32Array.from(corners.flat()),
    normals: Float32Array.from(normals),
    surfaces: new Uint8Array(corners.length).fill(surfaceKinds.indexOf("plant")),
    objectOf: new Uint32Array(corners.length),
    objects: [
      {
        id: "cover",
        type,
        building: null,
        lod: "1",
        firstVertex: 0,
        vertexCount: corners.length,
        extent: {
          min: [axis(0, Math.min), axis(1, Math.min), axis(2, Math.min)],
          max: [axis(0, Math.max), axis(1, Math.max), axis(2, Math.max)],
        },
        attributes: {},
      },
    ],
  };
}

/** A square of ground with one point in a crown, eleven metres up. */
const top: Corner = [5, 5, 11];
const spike = cover("PlantCover", [
  [[0, 0, 0], [10, 0, 0], top],
  [[10, 0, 0], [10, 10, 0], top],
  [[10, 10, 0], [0, 10, 0], top],
  [top, [0, 10, 0], [0, 0, 0]].toReversed() as unknown as [Corner, Corner, Corner],
]);
/** A clipped hedge: a box. */
const hedge = cover("PlantCover", [
  [
    [0, 0, 0],
    [8, 0, 0],
    [8, 0, 2],
  ],
  [
    [0, 0, 0],
    [8, 0, 2],
    [0, 0, 2],
  ],
  [
    [0, 0, 2],
    [8, 0, 2],
    [8, 1, 2],
  ],
  [
    [0, 0, 2],
    [8, 1, 2],
    [0, 1, 2],
  ],
]);

const heights = (positions: Float32Array): number[] => [...positions].filter((_, i) => i % 3 === 2);

describe("a plant cover", () => {
  it("draws no spike: its sheet stays low, and a tree of the measured height stands at the top", () => {
    const { positions, plants } = plantCover(spike);
    expect(Math.max(...heights(positions))).toBeLessThan(1);
    expect(plants).toHaveLength(1);
    expect(plants[0]).toMatchObject({ kind: "tree", at: [5, 5, 0] });
    expect(plants[0]!.scale * 7.6).toBeCloseTo(11, 5);
  });

  it("has normals of length 1 that look up, and faces wound like them, whichever way the file winds", () => {
    const { positions, normals } = plantCover(spike);
    for (let v = 0; v < normals.length / 3; v++) {
      const [x, y, z] = normals.slice(v * 3, v * 3 + 3);
      expect(Math.hypot(x!, y!, z!)).toBeCloseTo(1, 5);
      expect(z).toBeGreaterThan(0.5);
    }
    for (let v = 0; v < positions.length / 3; v += 3) {
      const at = (corner: number, i: number) => positions[(v + corner) * 3 + i]!;
      const turn =
        (at(1, 0) - at(0, 0)) * (at(2, 1) - at(0, 1)) - (at(1, 1) - at(0, 1)) * (at(2, 0) - at(0, 0));
      expect(turn).toBeGreaterThanOrEqual(0);
    }
  });

  it("keeps the form of a body, and what is not a cover as it is", () => {
    expect(heights(plantCover(hedge).positions)).toEqual(heights(hedge.positions));
    expect(plantCover(hedge).plants).toEqual([]);
    const other = cover("SolitaryVegetationObject", [
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 0, 9],
      ],
    ]);
    expect(plantCover(other).positions).toEqual(other.positions);
  });

  it("gives a crown the room it needs: tops close by are one tree", () => {
    const near = cover("PlantCover", [
      [
        [0, 0, 0],
        [1, 0, 9],
        [0.5, 0.5, 8],
      ],
      [
        [20, 0, 0],
        [21, 0, 9],
        [20.5, 0.5, 1.5],
      ],
    ]);
    expect(plantCover(near).plants.filter(({ kind }) => kind === "tree")).toHaveLength(2);
  });
});
