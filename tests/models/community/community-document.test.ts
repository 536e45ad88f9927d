import { describe, expect, it } from "vitest";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument, publicDocument } from "../../../models/community/community.ts";

const garden = xingheGarden();
const forStaff = communityDocument(garden);

describe("the community as a document", () => {
  it("DU8 tells staff the residents of a building and of nothing smaller", () => {
    expect(JSON.stringify(forStaff.dwellings)).not.toContain("residents");
    expect(forStaff.dwellings).toHaveLength(garden.dwellings.length);
    expect(forStaff.buildings.every(({ residentsByStorey }) => residentsByStorey.length === 0)).toBe(true);
    const told = forStaff.buildings.reduce((sum, { residents }) => sum + (residents ?? 0), 0);
    expect(told).toBe(garden.dwellings.reduce((sum, { residents }) => sum + residents, 0));
  });

  it("DU8 tells nobody of fewer than ten in a building", () => {
    const few = garden.buildings.map((building) => ({ ...building, residentsByStorey: [4, 5] }));
    expect(communityDocument({ ...garden, buildings: few }).buildings[0]?.residents).toBeNull();
    const enough = garden.buildings.map((building) => ({ ...building, residentsByStorey: [4, 6] }));
    expect(communityDocument({ ...garden, buildings: enough }).buildings[0]?.residents).toBe(10);
  });

  it("DU8 tells the public of no resident at all", () => {
    const forAll = publicDocument(forStaff);
    expect(forAll.dwellings).toEqual([]);
    expect(forAll.buildings.every(({ residents }) => residents === null)).toBe(true);
  });
});
