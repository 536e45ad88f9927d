import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  askedBy,
  draftOf,
  emptyDraft,
  numberFields,
} from "../../../../client/desks/operator/rules/rule-draft.ts";
import { readOverrides } from "../../../../models/alarm/rules/overrides.ts";
import { catalogue } from "../../../../models/device/catalogue.ts";

const sentence = fc.stringMatching(/^[a-z](?:[a-z ]{0,20}[a-z])?$/);
const words = fc.record({ "zh-CN": sentence, en: sentence });
const ownResponse = fc.record(
  { meaning: words, steps: fc.array(words, { minLength: 1, maxLength: 12 }), contact: words },
  { requiredKeys: ["meaning", "steps"] },
);

const limits = [...catalogue.values()].flatMap((kind) => kind.limits);

const both = (said: string) => ({ "zh-CN": said, en: said });

describe("the form of a rule", () => {
  it("asks for what it was made from, whatever that was", () => {
    const at = fc.constantFrom(
      { community: true as const },
      { gridCell: "G-1" },
      { building: "B-5" },
      { building: "B-5", storey: -1 },
      { device: "pump-1" },
    );
    const set = fc.record(
      {
        enabled: fc.boolean(),
        onDelayS: fc.integer({ min: 0, max: 100 }),
        deadband: fc.constantFrom(0.5, 2),
        priority: fc.constantFrom("P1" as const, "P4" as const),
        response: ownResponse,
      },
      { requiredKeys: ["onDelayS"] },
    );
    fc.assert(
      fc.property(at, set, fc.constantFrom(...limits), (place, changes, { id }) => {
        const override = { limit: String(id), at: place, set: changes };
        expect(askedBy({ ...draftOf(override), reason: " why " })).toEqual({ ...override, reason: "why" });
      }),
    );
  });

  it("leaves as usual what is left empty, and asks the reason anew", () => {
    const draft = draftOf({ limit: "water_pump.low", at: { community: true }, set: { value: 3 } });
    expect(draft.reason).toBe("");
    expect(askedBy({ ...draft, numbers: { value: "  " } }).set).toEqual({});
    expect(askedBy(emptyDraft)).toEqual({ limit: "", at: { community: true }, set: {}, reason: "" });
  });

  it("leaves a step without its other language to be refused, and asks for no response where none is written", () => {
    const half = { meaning: both("m"), steps: { "zh-CN": "a\n\n b \n", en: "a" }, contact: both(" ") };
    const asked = askedBy({ ...emptyDraft, limit: "water_pump.low", response: half, reason: "why" });
    expect(asked.set.response).toEqual({ meaning: both("m"), steps: [both("a"), { "zh-CN": "b", en: "" }] });
    expect(readOverrides([{ ...asked, who: "-", atMs: 0 }]).ok).toBe(false);
    const empty = { ...emptyDraft.response, meaning: both(" \n") };
    expect(askedBy({ ...emptyDraft, response: empty }).set).toEqual({});
  });

  it("has for every rule of the catalogue fields that rule may be given", () => {
    for (const limit of limits) {
      const numbers = Object.fromEntries(
        numberFields(limit)
          .filter((field) => !["value", "low", "high"].includes(field))
          .map((field) => [field, "5"]),
      );
      const asked = askedBy({ ...emptyDraft, limit: String(limit.id), numbers, reason: "why" });
      expect(readOverrides([{ ...asked, who: "-", atMs: 0 }]).ok, String(limit.id)).toBe(true);
    }
  });
});
