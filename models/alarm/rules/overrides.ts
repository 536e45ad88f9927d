import { z } from "zod";
import { catalogue } from "../../device/catalogue.ts";
import { priorities, type Limit, type LimitCondition, type PointSpec } from "../../device/kind.ts";
import { parties } from "../../device/parties.ts";
import { asking, issueWords } from "../../language/issue-words.ts";
import { text, type Text } from "../../language/text.ts";

const id = z.string().min(1).max(256);
const measure = z.number().min(-1e9).max(1e9);
const durationS = z.number().min(0).max(604_800);
const stretchS = z.number().min(1).max(604_800);
const partyCodes = [...parties.keys()].map(String);

/** Where an override holds, from the whole community to one device. */
export const overridePlace = z.union([
  z.strictObject({ community: z.literal(true) }),
  z.strictObject({ gridCell: id }),
  z.strictObject({ building: id }),
  z.strictObject({ building: id, storey: z.int() }),
  z.strictObject({ device: id }),
]);
export type OverridePlace = z.output<typeof overridePlace>;

const sentence = z.string().trim().min(1).max(500);
const words = z.strictObject({ "zh-CN": sentence, en: sentence });

export const ruleChanges = z
  .strictObject({
    /** False switches the rule off here; true on again within a place where it is off. */
    enabled: z.boolean().optional(),
    /** Numbers of the rule's condition; only those that it has. */
    value: measure.optional(),
    low: measure.optional(),
    high: measure.optional(),
    by: measure.optional(),
    withinS: stretchS.optional(),
    windowS: stretchS.optional(),
    forS: stretchS.optional(),
    deadband: z.number().min(0).max(1e9).optional(),
    onDelayS: durationS.optional(),
    offDelayS: durationS.optional(),
    priority: z.enum(priorities).optional(),
    party: z.enum(partyCodes).optional(),
    /** What to do here instead of the usual, all of it; it changes nothing of when the rule alarms. */
    response: z
      .strictObject({
        meaning: words,
        steps: z.array(words).min(1).max(12),
        contact: words.optional(),
      })
      .optional(),
  })
  .refine((set) => Object.keys(set).length > 0, asking("请说明要改什么", "say what is to be different"));
export type RuleChanges = z.output<typeof ruleChanges>;

/** What of a rule is otherwise at a place, why, and who said so. */
const ruleOverride = z.strictObject({
  /** The id of a limit of the catalogue, such as `garage_co.co`. */
  limit: id,
  at: overridePlace,
  set: ruleChanges,
  reason: z.string().trim().min(1).max(500),
  who: z.string().min(1).max(200),
  atMs: z.number().min(0),
});
export type RuleOverride = z.output<typeof ruleOverride>;

const ruleOverrides = z.array(ruleOverride).max(5000);

export type OverridesReading =
  | { readonly ok: true; readonly overrides: readonly RuleOverride[] }
  | { readonly ok: false; readonly where: string; readonly sentence: Text };

/** Which numbers a condition has. */
export const numbersOf: Readonly<Record<LimitCondition["when"], readonly (keyof RuleChanges)[]>> = {
  above: ["value"],
  below: ["value"],
  outside: ["low", "high"],
  is: [],
  rising: ["by", "withinS"],
  falling: ["by", "withinS"],
  "mean-above": ["value", "windowS"],
  "mean-below": ["value", "windowS"],
  unchanged: ["forS"],
  silent: [],
  together: [],
};
const everyNumber = ["value", "low", "high", "by", "withinS", "windowS", "forS"] as const;

const rules: ReadonlyMap<string, { readonly limit: Limit; readonly spec: PointSpec | undefined }> = new Map(
  [...catalogue.values()].flatMap((kind) =>
    kind.limits.map((limit) => [
      String(limit.id),
      { limit, spec: kind.points.find(({ property }) => property === limit.property) },
    ]),
  ),
);

/** Reads overrides, or says which is wrong and why: each must fit the rule it changes. */
export function readOverrides(json: unknown): OverridesReading {
  const parsed = ruleOverrides.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = (issue?.path ?? []).map(String).join(".");
    return {
      ok: false,
      where,
      sentence: issue ? issueWords(issue) : text("不是规则调整", "not a list of overrides"),
    };
  }
  for (const [k, override] of parsed.data.entries()) {
    const fault = misfit(override);
    if (fault !== null) return { ok: false, where: `${k}.${fault.field}`, sentence: fault.sentence };
  }
  return { ok: true, overrides: parsed.data };
}

function misfit({ limit: name, set }: RuleOverride): { field: string; sentence: Text } | null {
  const rule = rules.get(name);
  if (rule === undefined)
    return { field: "limit", sentence: text(`没有规则 ${name}`, `there is no rule ${name}`) };
  const { limit, spec } = rule;
  const { when } = limit.condition;
  const foreign = everyNumber.find((key) => set[key] !== undefined && !numbersOf[when].includes(key));
  if (foreign !== undefined)
    return {
      field: `set.${foreign}`,
      sentence: text(`规则 ${name} 没有这个数值`, `the rule ${name} has no such number`),
    };
  const outOfRange = (["value", "low", "high"] as const).find((key) => {
    const number = set[key];
    return number !== undefined && spec !== undefined && (number < spec.min || number > spec.max);
  });
  if (outOfRange !== undefined)
    return {
      field: `set.${outOfRange}`,
      sentence: text(
        `测点的范围是 ${spec?.min} 至 ${spec?.max}`,
        `the point ranges from ${spec?.min} to ${spec?.max}`,
      ),
    };
  // A pair is given whole, so that no two overrides together can cross it.
  if ((set.low === undefined) !== (set.high === undefined) || (set.low ?? 0) > (set.high ?? 0))
    return {
      field: "set.low",
      sentence: text(
        "请同时给出下限和上限，且下限不高于上限",
        "give low and high together, low not above high",
      ),
    };
  return null;
}

/** A rule with its changes. */
export function changed(limit: Limit, set: RuleChanges): Limit {
  const { deadband = limit.deadband, offDelayS = limit.offDelayS } = set;
  return {
    ...limit,
    condition: changedCondition(limit.condition, set),
    onDelayS: set.onDelayS ?? limit.onDelayS,
    priority: set.priority ?? limit.priority,
    party: [...parties.keys()].find((party) => party === set.party) ?? limit.party,
    ...(deadband !== undefined && { deadband }),
    ...(offDelayS !== undefined && { offDelayS }),
  };
}

/** The same object where no number of it is another, so that whoever looks back goes on. */
function changedCondition(condition: LimitCondition, set: RuleChanges): LimitCondition {
  const given = numbersOf[condition.when].filter((key) => set[key] !== undefined);
  if (given.length === 0) return condition;
  return { ...condition, ...Object.fromEntries(given.map((key) => [key, set[key]])) };
}
