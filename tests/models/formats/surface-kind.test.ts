import { describe, expect, it } from "vitest";
import { surfaceKindOf } from "../../../models/formats/cityjson/surface-kind.ts";

const upright = { up: 0, heightM: 3, lowestM: 0, highestM: 6 };

describe("the kind of a face", () => {
  it("is what the file says of it, else what its object is, else how it stands", () => {
    expect(surfaceKindOf("RoofSurface", "Road", upright)).toBe("roof");
    expect(surfaceKindOf("Chimney", "Road", upright)).toBe("road");
    expect(surfaceKindOf(null, "BuildingPart", upright)).toBe("wall");
    expect(surfaceKindOf(null, "Bench", upright)).toBe("other");
  });

  it.each(["valueOf", "constructor", "__proto__", "toString"])("is not misled by a type named %s", (name) => {
    expect(surfaceKindOf(null, name, upright)).toBe("other");
    expect(surfaceKindOf(name, "Building", upright)).toBe("wall");
  });
});
