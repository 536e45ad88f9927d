import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaultOffset, parseJson, placeInText } from "../../../models/formats/json-text.ts";
import { problemOf } from "../../../models/formats/problem.ts";

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("faults in JSON", () => {
  it("finds none where there is none", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("", "  ", "\n\t"), (json, space) => {
        expect(parseJson(`${space}${json}${space}`)).toEqual(JSON.parse(json));
        expect(jsonFaultOffset(`${space}${json}${space}`)).toBe(json.length + 2 * space.length);
      }),
    );
  });

  it("finds the first: what is before may go on, what is after may not", () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom("}", "]", ",", ":", '"', "x", "0", "\u0001", "'"),
      )
      .map(
        ([json, at, put]) => json.slice(0, at % (json.length + 1)) + put + json.slice(at % (json.length + 1)),
      )
      .filter((text) => !parses(text));
    fc.assert(
      fc.property(damaged, (text) => {
        const reading = problemOf(() => parseJson(text));
        expect(reading.ok ? null : reading.problem.code).toBe("not-json");
        const offset = jsonFaultOffset(text);
        expect(offset).toBeLessThanOrEqual(text.length);
        if (offset < text.length) expect(jsonFaultOffset(text.slice(0, offset))).toBe(offset);
      }),
    );
  });

  it.each([
    ['{"a": 1,\n "b": }', "line 2, column 7"],
    ["[1, 2,, 3]", "line 1, column 7"],
    ['{"a" 1}', "line 1, column 6"],
    ['{"a": [1, 2}', "line 1, column 12"],
    ['{"a": 1} x', "line 1, column 10"],
    ['{\n"a": "ab\nc"}', "line 2, column 6"],
    ["[1, 2", "line 1, column 6"],
    ["[01]", "line 1, column 3"],
  ])("%j is at %s", (text, place) => {
    const reading = problemOf(() => parseJson(text));
    expect(reading.ok ? "" : reading.problem.where).toBe(place);
  });

  it("survives nesting as deep as a file can make it", () => {
    const deep = "[".repeat(200_000);
    expect(jsonFaultOffset(deep)).toBe(deep.length);
  });

  it("counts lines from where it is told", () =>
    expect(placeInText("ab\ncd", 4, 7)).toBe("line 8, column 2"));
});
