import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Community } from "../../../models/community/community.ts";
import { distanceToRing, footprintHolds, rectangle } from "../../../models/community/geometry.ts";
import { indexCommunity } from "../../../models/community/index-community.ts";
import { buildingId, dwellingId, gridCellId, spaceId } from "../../../models/ids.ts";
import { twoHouses } from "./two-houses.ts";

const index = indexCommunity(twoHouses);

describe("the index of a community", () => {
  it("finds things by their id, and nothing by another", () => {
    expect(index.building(buildingId("west"))).toBe(twoHouses.buildings[0]);
    expect(index.dwelling(dwellingId("e1"))).toBe(twoHouses.dwellings[2]);
    expect(index.space(spaceId("hall"))).toBe(twoHouses.spaces[0]);
    expect(index.gridCell(gridCellId("G1"))).toBe(twoHouses.gridCells[0]);
    expect(index.building(buildingId("north"))).toBeUndefined();
  });

  it("knows the homes and spaces of a building", () => {
    expect(index.dwellingsOf(buildingId("east")).map(({ id }) => id)).toEqual(["e1", "e2"]);
    expect(index.spacesOf(buildingId("west")).map(({ id }) => id)).toEqual(["hall"]);
    expect(index.spacesOf(buildingId("east"))).toEqual([]);
  });

  it("finds the building at a place, and those near it from near to far", () => {
    expect(index.buildingAt([25, 22])?.id).toBe("west");
    expect(index.buildingAt([50, 20])).toBeUndefined();
    expect(
      index.buildingsNear([40, 20], 35).map(({ building, distanceM }) => [building.id, distanceM]),
    ).toEqual([
      ["west", 10],
      ["east", 30],
    ]);
    expect(index.buildingsNear([25, 22], 1).map(({ distanceM }) => distanceM)).toEqual([0]);
  });

  it("leaves a building without a footprint out of every place", () => {
    const faceless: Community = {
      ...twoHouses,
      buildings: twoHouses.buildings.map((house) => ({ ...house, footprint: [] })),
    };
    expect(indexCommunity(faceless).buildingsNear([20, 20], 500)).toEqual([]);
  });

  it("finds the same as looking at every building", () => {
    const coordinate = fc.double({ min: -400, max: 400, noNaN: true });
    const size = fc.double({ min: 1, max: 300, noNaN: true });
    const place = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, size, size), { maxLength: 12 }),
        place,
        fc.double({ min: 0, max: 300, noNaN: true }),
        (houses, at, radiusM) => {
          const buildings = houses.map(([centre, width, depth], order) => ({
            ...twoHouses.buildings[0]!,
            id: buildingId(`h${order}`),
            footprint: [rectangle(centre, width, depth)],
          }));
          const found = indexCommunity({ ...twoHouses, buildings });
          const near = buildings.filter(({ footprint }) => distanceToRing(at, footprint[0]!) <= radiusM);
          expect(
            found
              .buildingsNear(at, radiusM)
              .map(({ building }) => building.id)
              .toSorted(),
          ).toEqual(near.map(({ id }) => id).toSorted());
          const holding = buildings.filter(({ footprint }) => footprintHolds(footprint, at));
          expect(found.buildingAt(at) === undefined).toBe(holding.length === 0);
        },
      ),
    );
  });
});
