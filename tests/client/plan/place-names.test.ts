import { describe, expect, it } from "vitest";
import { boxesTouch } from "../../../client/plan/names/pane-box.ts";
import { placeNames, type NameWish } from "../../../client/plan/names/place-names.ts";
import { buildingId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";

const measure = { title: (words: string) => words.length * 8, line: (words: string) => words.length * 7 };
const wish = (title: string, left: number, wide: number, more: Partial<NameWish> = {}): NameWish => ({
  anchor: {
    id: buildingId(title),
    name: text(title, title),
    ...{ x: 0, z: 0, footM: 0, topM: 9, halfM: 9, speaks: true, isPublic: false },
  },
  box: { left, right: left + wide, top: 100, bottom: 140 },
  title,
  line: null,
  isCalled: false,
  isOpen: false,
  ...more,
});
const place = (...wishes: readonly NameWish[]) => placeNames(wishes, [], 1, measure);

describe("names on the plan", () => {
  it("lie inside the walls where they fit, with what there is to say below, and below the walls elsewhere", () => {
    expect(place(wish("C1-5", 0, 90, { line: "9 devices" }))).toMatchObject([
      { isInside: true, line: "9 devices" },
    ]);
    expect(place(wish("C1-5", 0, 60, { line: "9 devices" }))).toMatchObject([{ isInside: true, line: null }]);
    const [below] = place(wish("C1-5", 0, 20));
    expect([below?.isInside, below!.box.top >= 140]).toEqual([false, true]);
  });

  it("stand above a building whose devices fill it", () => {
    const [above] = place(wish("C1-5", 0, 90, { isOpen: true }));
    expect(above!.box.bottom).toBeLessThanOrEqual(100);
  });

  it("never lie on one another or on what is taken; who is called comes first", () => {
    const crowd = Array.from({ length: 30 }, (_, i) => wish(`House ${i}`, i * 9, 18));
    const called = wish("Here", 100, 3, { isCalled: true });
    const taken = [{ left: 0, right: 60, top: 0, bottom: 300 }];
    const placed = placeNames([...crowd, called], taken, 1, measure);
    expect(placed[0]?.title).toBe("Here");
    expect(placed.length).toBeGreaterThan(2);
    placed.forEach((one, i) => {
      for (const other of [...placed.slice(i + 1).map(({ box }) => box), ...taken])
        expect(boxesTouch(one.box, other)).toBe(false);
    });
  });

  it("are not given to what is tiny, or named for machines, unless it is called", () => {
    expect(place(wish("A", 0, 10, { box: { left: 0, right: 10, top: 0, bottom: 8 } }))).toEqual([]);
    const machine = wish("x", 0, 90);
    const silent = { ...machine, anchor: { ...machine.anchor, speaks: false } };
    expect(place(silent)).toEqual([]);
    expect(place({ ...silent, isCalled: true })).toHaveLength(1);
  });
});
