import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { overrideJsonSchema, placeText } from "../../../../models/alarm/rules/override-file.ts";
import { projectRoot } from "../../../project-root.ts";

describe("a file of what is otherwise", () => {
  it("has a published schema that is the code's", () => {
    const published: unknown = JSON.parse(
      readFileSync(join(projectRoot, "schemas/alarm-rules.schema.json"), "utf8"),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(overrideJsonSchema())));
  });

  it("RD3 has one text for one place, and another for another", () => {
    const places = [
      { community: true as const },
      { gridCell: "B-5" },
      { building: "B-5" },
      { building: "B-5", storey: 3 },
      { device: "B-5" },
    ];
    expect(new Set(places.map(placeText)).size).toBe(places.length);
  });
});
