import { describe, expect, it } from "vitest";
import { groundBox } from "../../../client/scene/layers/ground/ground-rect.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";

describe("the ground that is painted in detail", () => {
  it("is the site's, not the parks of the city around: a sheet of 4,096 pixels has 7 for a metre", () => {
    const { west, east, south, north } = groundBox(communityDocument(xingheGarden()));
    expect(4096 / Math.max(east - west, north - south)).toBeGreaterThan(7);
  });
});
