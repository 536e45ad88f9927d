import { describe, expect, it } from "vitest";
import {
  nothingTyped,
  rowOfLetters,
  typedOn,
  type Typed,
} from "../../../client/components/list/type-ahead.ts";

const typedAll = (keys: string, everyMs: number): Typed | null =>
  Array.from(keys).reduce<Typed | null>(
    (before, key, i) => typedOn(before ?? nothingTyped, key, 1000 + i * everyMs),
    null,
  );

describe("letters typed on a list", () => {
  it("begin with a capital, for small letters and digits are shortcuts of the desk", () => {
    for (const key of ["b", "j", "1", "/", "?", " ", "é"]) expect(typedOn(nothingTyped, key, 0)).toBeNull();
    expect(typedOn(nothingTyped, "B", 0)?.letters).toBe("b");
    expect(typedOn(nothingTyped, "楼", 0)?.letters).toBe("楼");
  });

  it("are no names of keys", () => {
    for (const key of ["Enter", "ArrowDown", "Shift", "Process"])
      expect(typedOn({ letters: "b", atMs: 0 }, key, 1)).toBeNull();
  });

  it("go together without a pause, whatever follows, and begin anew after one", () => {
    expect(typedAll("B-1 j", 200)?.letters).toBe("b-1 j");
    expect(typedAll("BC", 5000)?.letters).toBe("c");
  });
});

describe("the row letters go to", () => {
  const names = ["Tower 1", "Gate", "Ｔower 2", "Tower 10", "Garden"];
  const row = (letters: string, at: number): number =>
    rowOfLetters(letters, at, names.length, (i) => names[i]!);

  it("is the next whose name begins so, round the end", () => {
    expect(row("g", 0)).toBe(1);
    expect(row("g", 1)).toBe(4);
    expect(row("g", 4)).toBe(1);
    expect(row("tower 2", 3)).toBe(2);
  });

  it("is the active one still, while more of its name is typed", () => {
    expect(row("to", 3)).toBe(3);
    expect(row("tower 1", 3)).toBe(3);
  });

  it("is one after the other for the same letter again and again", () => {
    expect(row("ttt", 0)).toBe(2);
    expect(row("ttt", 2)).toBe(3);
    expect(row("ttt", 3)).toBe(0);
  });

  it("is none where no name begins so, and none in an empty list", () => {
    expect(row("x", 0)).toBe(-1);
    expect(rowOfLetters("t", -1, 0, () => "")).toBe(-1);
  });
});
