import { nothingToDraw } from "../../../models/formats/drawable.ts";
import { describe, expect, it } from "vitest";
import { boxVertices, loaded, model, problem, solid } from "./box-models.ts";

describe("a sequence of features", () => {
  const head = { ...model({}), vertices: [] };
  const feature = (id: string, objects: object) => ({
    type: "CityJSONFeature",
    id,
    CityObjects: objects,
    vertices: boxVertices(0),
  });
  const lines = (...all: object[]) => all.map((line) => JSON.stringify(line)).join("\r\n");
  const house = { type: "Building", geometry: [solid("2")] };

  it("is known by its second line, whatever its name", () => {
    const { source, counts } = loaded(
      lines(head, feature("a", { a: house }), feature("b", { b: house })),
      "a.city.json",
    );
    expect([source.format, counts.buildings, counts.vertices]).toEqual(["CityJSONSeq", 2, 16]);
  });

  it("has the objects of its first line too, which a document taken for a sequence has all of", () => {
    const whole = JSON.stringify(model({ a: house }));
    expect(loaded(whole, "a.city.jsonl").counts).toEqual(loaded(whole).counts);
    const both = loaded(lines(model({ a: house }), feature("b", { b: house })));
    expect(both.counts).toMatchObject({ buildings: 2, triangles: 24 });
  });

  it("of a first line only says that nothing of it can be seen", () => {
    expect(nothingToDraw(loaded(lines(head), "a.city.jsonl"))).toMatchObject({ code: "nothing-to-draw" });
  });

  it("keeps the first of an id that comes twice", () => {
    const community = loaded(lines(head, feature("a", { a: house }), feature("a", { a: house })));
    expect(community.counts.buildings).toBe(1);
    expect(community.skipped).toMatchObject([{ count: 1 }]);
  });

  it.each([
    ["whose id names nothing", lines(head, feature("z", { a: house })), "feature-id", "line 2 $.id"],
    ["that is no feature", lines(head, { ...head }), "missing-type", "line 2 $.type"],
    [
      "that is cut off",
      `${lines(head, feature("a", { a: house }))}\n{"type":`,
      "not-json",
      "line 3, column 9",
    ],
    ["of nothing", "\n\n", "empty", ""],
  ])("with a line %s is refused there", (_, text, code, where) => {
    expect(problem(text, "a.city.jsonl")).toMatchObject({ code, where });
  });
});
