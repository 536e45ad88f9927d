import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { find, FindIndex, type Findable } from "../../../client/components/find/find-index.ts";

const thing = (names: readonly string[], about: readonly string[] = []): Findable<string> => ({
  thing: names[0] ?? "",
  names,
  about,
});
const devices = new FindIndex([
  thing(["XH-LIFT-1", "1号电梯", "C1-1, lift 1"], ["电梯", "Lift", "C1-1栋", "C1-1", "3 层", "Floor 3"]),
  thing(
    ["XH-SMOKE-7", "7层走廊 感烟探测器", "C1-1, corridor, smoke detector"],
    ["感烟探测器", "Smoke detector"],
  ),
  thing(["XH-PUMP-2", "消防泵 2", "Fire pump 2"], ["水泵", "Pump"]),
]);
const buildings = new FindIndex([thing(["C1-1", "C1-1栋", "C1-1"], ["楼栋", "Building"])]);
const lookFor = (typed: string) => find([buildings, devices], typed, 10);

describe("finding", () => {
  it.each([
    ["XH-LIFT-1", ["XH-LIFT-1"], "an id"],
    ["电梯", ["XH-LIFT-1"], "a word of the other language"],
    ["corridor", ["XH-SMOKE-7"], "a word in a name"],
    ["ＰＵＭＰ", ["XH-PUMP-2"], "the wide letters of a Chinese keyboard"],
    ["lift floor 3", ["XH-LIFT-1"], "words of name and place, in any order"],
    ["pump lift", [], "words that no one thing has"],
    ["   ", [], "nothing"],
    ["|", [], "what stands between names"],
  ])("%j finds %j: %s", (typed, found) => {
    expect(lookFor(typed)).toEqual(found);
  });

  it("what is called so comes first, then what begins so, then words of a name, then what it is about", () => {
    const index = new FindIndex([
      thing(["about"], ["pump"]),
      thing(["has both", "a hydrant-pump"]),
      thing(["word", "fire pump"]),
      thing(["begins", "pump house"]),
      thing(["is", "pump"]),
    ]);
    expect(find([index], "pump", 10)).toEqual(["is", "begins", "word", "has both", "about"]);
  });

  it("at the same rank the things of the earlier index come first, and no more than asked for", () => {
    expect(lookFor("c1-1")).toEqual(["C1-1", "XH-LIFT-1", "XH-SMOKE-7"]);
    expect(find([buildings, devices], "c1-1", 2)).toEqual(["C1-1", "XH-LIFT-1"]);
  });

  it("finds just those of which every word typed occurs somewhere, each once", () => {
    const word = fc.constantFrom("pump", "fire", "C1", "层", "电梯", "Floor");
    const things = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(things, fc.array(word, { minLength: 1, maxLength: 3 }), (rows, typed) => {
        const given = rows.map((names, n) => ({ thing: n, names: [names[0]!], about: names.slice(1) }));
        const found = find([new FindIndex(given)], typed.join(" "), 100);
        const wanted = rows.flatMap((names, n) =>
          typed.every((each) => names.some((name) => name.toLowerCase().includes(each.toLowerCase())))
            ? [n]
            : [],
        );
        expect([...found].toSorted((a, b) => a - b)).toEqual(wanted);
      }),
    );
  });
});
