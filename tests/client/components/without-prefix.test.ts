import { describe, expect, it } from "vitest";
import { withoutPrefix } from "../../../client/components/without-prefix.ts";

describe("a name within its place", () => {
  it("loses the place's name in front, with the comma of English names", () => {
    expect(withoutPrefix("B-5, unit 1, 1201, wristband", "B-5, unit 1, 1201")).toBe("wristband");
    expect(withoutPrefix("星河花园 B-5栋", "星河花园")).toBe("B-5栋");
  });

  it("keeps a name that only begins alike, or is the place's own", () => {
    for (const name of ["B-50 lift", "B-5", "B-5, "]) expect(withoutPrefix(name, "B-5")).toBe(name);
  });
});
