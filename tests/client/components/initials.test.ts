import { expect, it } from "vitest";
import { initialsOf } from "../../../client/components/company/initials.ts";

it.each([
  ["Li Na", "LN"],
  ["Olga", "O"],
  ["Anna Maria van den Berg", "AB"],
  ["张伟", "张伟"],
  ["欧阳娜娜", "娜娜"],
  ["李 娜", "李娜"],
  ["Operator 2", "O2"],
  ["", ""],
  ["😀 x", "😀X"],
])("the initials of %j are %j", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
