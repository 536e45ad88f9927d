import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contactOf } from "../../../../models/alarm/response/contacts.ts";
import { adviceFor, responseTo } from "../../../../models/alarm/response/response.ts";
import { row } from "../../../../models/alarm/response/row.ts";
import { LimitBook } from "../../../../models/alarm/rules/limit-book.ts";
import { readOverrides, type RuleOverride } from "../../../../models/alarm/rules/overrides.ts";
import { catalogue, kindOf } from "../../../../models/device/catalogue.ts";
import { parties } from "../../../../models/device/parties.ts";
import { buildingId, deviceId, gridCellId, kindId, limitId, partyId } from "../../../../models/ids.ts";
import { languages, text } from "../../../../models/language/text.ts";

const every = [...catalogue.values()].flatMap(({ limits }) => limits);

describe("the response to an alarm", () => {
  it("AR35 is there for every limit of the catalogue, in both languages", () => {
    const without = every.filter(({ id }) => adviceFor(id) === undefined).map(({ id }) => id);
    expect(without).toEqual([]);
    for (const limit of every) {
      const { meaning, steps } = responseTo(limit, undefined);
      expect(steps.length, limit.id).toBeGreaterThanOrEqual(1);
      expect(steps.length, limit.id).toBeLessThanOrEqual(6);
      for (const said of [meaning, ...steps]) {
        for (const language of languages) expect(said[language].trim(), limit.id).not.toBe("");
        expect(said.en, limit.id).not.toMatch(/\p{Script=Han}/u);
        expect(said["zh-CN"], limit.id).toMatch(/\p{Script=Han}/u);
      }
      for (const step of steps) expect(step.en.length, step.en).toBeLessThanOrEqual(120);
    }
  });

  it("AR35 names whom to call, the limit's party first and nobody twice", () => {
    for (const limit of every) {
      const called = responseTo(limit, undefined).contacts.map(({ party }) => party);
      expect(called[0], limit.id).toBe(limit.party);
      expect(new Set(called).size, limit.id).toBe(called.length);
    }
    for (const party of parties.keys()) expect(contactOf(party), party).toBeDefined();
    expect(contactOf(partyId("FIRE"))?.number).toBe("119");
    expect(contactOf(partyId("LIFT"))?.number).toBe("96333");
    expect(contactOf(partyId("NOBODY"))).toBeUndefined();
  });

  it("AR35 is one of any limit for a limit that somebody set for a point of theirs", () => {
    const own = { id: limitId("own.high"), party: partyId("PM-ENG") };
    expect(responseTo(own, undefined)).toMatchObject({ contacts: [{ party: "PM-ENG" }] });
  });

  it("AR35 has the same steps in both languages, or is refused", () => {
    expect(() => row("kind.limit", "甲", "A", "一；二", "one")).toThrow(/2 steps in Chinese, 1 in English/);
  });
});

const smoke = limitId("smoke_detector.fire");
const detector = {
  id: deviceId("smoke-1"),
  kind: kindId("smoke_detector"),
  points: kindOf(kindId("smoke_detector"))!.points,
  place: { building: buildingId("A-3"), storey: 4, dwelling: null, space: null, at: null },
};
const farthestFirst: readonly RuleOverride["at"][] = [
  { community: true },
  { gridCell: "cell-1" },
  { building: "A-3" },
  { building: "A-3", storey: 4 },
  { device: "smoke-1" },
];
const saying = (at: RuleOverride["at"], name: string): RuleOverride => ({
  limit: smoke,
  at,
  set: {
    response: { meaning: text("说明", name), steps: [text("步骤", name)], contact: text("电话", name) },
  },
  reason: "a house rule",
  who: "supervisor",
  atMs: 5,
});
const bookOf = (...overrides: RuleOverride[]) => {
  const book = new LimitBook(() => gridCellId("cell-1"));
  book.replace(overrides);
  return book;
};
const inForce = (book: LimitBook) => book.inForce(detector).find(({ limit }) => limit.id === smoke)!;

describe("a response that is otherwise at a place", () => {
  it("AR36 is the nearest one, as a whole", () => {
    fc.assert(
      fc.property(fc.subarray([...farthestFirst.keys()]), (chosen) => {
        const told = inForce(
          bookOf(...chosen.map((k) => saying(farthestFirst[k]!, `word ${k}`)).toReversed()),
        );
        const nearest = chosen.length === 0 ? null : Math.max(...chosen);
        expect(told.overrides.length).toBe(chosen.length);
        if (nearest === null) expect(told.response).toEqual(responseTo(told.limit, undefined));
        else
          expect(told.response).toMatchObject({
            meaning: { en: `word ${nearest}` },
            steps: [{ en: `word ${nearest}` }],
            contact: { en: `word ${nearest}` },
          });
      }),
    );
  });

  it("AR36 changes nothing of when the rule alarms", () => {
    const book = bookOf(saying({ device: "smoke-1" }, "word"));
    const usual = kindOf(detector.kind)!.limits.find(({ id }) => id === smoke)!;
    expect(book.limitOf(detector, smoke)).toBe(usual);
    expect(inForce(book).limit).toBe(usual);
  });

  it("AR36 of a rule that is switched off, and of one with other numbers, is told with who said so", () => {
    const off: RuleOverride = { ...saying({ building: "A-3" }, "x"), set: { enabled: false } };
    const party: RuleOverride = { ...saying({ device: "smoke-1" }, "x"), set: { party: "PM-ENG" } };
    const told = inForce(bookOf(off, party));
    expect(told).toMatchObject({ enabled: false, limit: { party: "PM-ENG" }, overrides: [off, party] });
    expect(told.response.contacts[0]?.party).toBe("PM-ENG");
  });

  it("AR20 is read in both languages, or refused with its place", () => {
    const good = saying({ community: true }, "word");
    expect(readOverrides([good])).toEqual({ ok: true, overrides: [good] });
    const half = { ...good, set: { response: { meaning: { en: "only" }, steps: [text("一", "one")] } } };
    expect(readOverrides([half])).toMatchObject({ ok: false, where: "0.set.response.meaning.zh-CN" });
    const empty = { ...good, set: { response: { meaning: text("一", "one"), steps: [] } } };
    expect(readOverrides([empty])).toMatchObject({ ok: false, where: "0.set.response.steps" });
  });
});
