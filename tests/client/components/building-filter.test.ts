import { describe, expect, it } from "vitest";
import type { BuildingStanding } from "../../../client/components/building-standings.ts";
import { orderBuildings, type BuildingOrder } from "../../../client/components/list/building-filter.ts";
import type { Language } from "../../../models/language/text.ts";
import { text } from "../../../models/language/text.ts";

const house = (id: string, zh: string, en: string, heightM: number) => ({
  id: id as never,
  name: text(zh, en),
  type: "C1",
  heightM,
});
const houses = [
  house("B-10", "十号楼", "Tower 10", 30),
  house("B-2", "二号楼", "Tower 2", 60),
  house("P1", "幼儿园", "Kindergarten", 12),
  house("B-3", "三号楼", "Tower 3", 30),
];
const standing = (worst: BuildingStanding["worst"]): BuildingStanding =>
  ({ devices: 3, worst }) as BuildingStanding;
const standings = new Map([
  ["P1", standing("P3")],
  ["B-10", standing("P1")],
  ["B-2", standing(null)],
]);

const list = (words: string, order: BuildingOrder, language: Language = "en"): string[] =>
  orderBuildings(
    houses,
    ({ name }) => name[language],
    words,
    order,
    standings,
    new Intl.Collator(language, { numeric: true }),
  ).map(({ id }) => id);

describe("the list of buildings", () => {
  it("is in the order of names, numbers as numbers", () => {
    expect(list("", "name")).toEqual(["P1", "B-2", "B-3", "B-10"]);
  });

  it("puts the highest first, or the one that is worst off; the rest by name", () => {
    expect(list("", "height")).toEqual(["B-2", "B-3", "B-10", "P1"]);
    expect(list("", "state")).toEqual(["B-10", "P1", "B-2", "B-3"]);
  });

  it("is found by name in either language, by id and by type", () => {
    expect(list("幼儿", "name", "zh-CN")).toEqual(["P1"]);
    expect(list("  tower  B-1 ", "name")).toEqual(["B-10"]);
    expect(list("ｂ－２", "name", "zh-CN")).toEqual(["B-2"]);
    expect(list("c1", "name")).toHaveLength(4);
    expect(list("castle", "name")).toEqual([]);
  });
});
