import { describe, expect, it } from "vitest";
import { z } from "zod";
import { issueWords } from "../../../models/language/issue-words.ts";
import { units } from "../../../models/quantity.ts";

const words = (schema: z.ZodType, value: unknown) => {
  const read = schema.safeParse(value, { reportInput: true });
  if (read.success) throw new Error("it fits");
  return issueWords(read.error.issues[0]!);
};

describe("what is wrong with a part", () => {
  it.each([
    [z.number(), "warm", 'must be a number, not "warm"', '应为数，现为 "warm"'],
    [z.record(z.string(), z.unknown()), [1], "must be an object, not a list", "应为对象，现为 列表"],
    [z.int(), 1.5, "must be a whole number, not 1.5", "应为整数，现为 1.5"],
    [z.string(), undefined, "is missing; add it", "缺少此项，请补上"],
    [z.enum(["a", "b"]), undefined, "is missing; add it", "缺少此项，请补上"],
    [z.literal(1), 2, "must be 1, not 2", "应为1，现为 2"],
    [z.string().min(1), "", "must have at least 1 characters", "至少 1 个字符"],
    [z.number().max(20), 21, "must not be more than 20", "不得大于 20"],
    [z.array(z.number()).max(1), [1, 2], "must have at most 1 entries", "最多 1 项"],
    [z.strictObject({}), { odd: 1 }, "odd: not known here; leave it out", "odd：此处没有这一项，请删去"],
    [z.string().regex(/^a/), "b", "is not what may stand here; mend it", "内容不符合要求，请更正"],
  ])("is said in both languages, in our own words: %#", (schema, value, en, zh) => {
    expect(words(schema, value)).toEqual({ en, "zh-CN": zh });
  });

  it("names as many of what may stand there as can be read, each whole, and how many there are", () => {
    const { en } = words(z.enum(units), "furlong");
    expect(en).toMatch(/^must be one of [^…]+ … \(\d+ in all\), not "furlong"$/);
    const named = en.slice("must be one of ".length, en.indexOf(" …")).split(", ");
    expect(named.filter((unit) => !units.some((each) => each === unit))).toEqual([]);
  });
});
