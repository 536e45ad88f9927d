import { z } from "zod";
import { overridePlace, ruleChanges, type OverridePlace, type RuleOverride } from "./overrides.ts";

const said = z.strictObject({
  limit: z.string().min(1).max(256),
  at: overridePlace,
  set: ruleChanges,
  reason: z.string().trim().min(1).max(500),
});

/** What somebody asks to be otherwise, without who and when, which the server knows. */
export type AskedOverride = z.output<typeof said>;

/** All that is to hold, as it is taken out and put back; who and when of what was taken out may stand there. */
const overrideFile = z.strictObject({
  "alarm-rules": z.literal(1),
  overrides: z
    .array(said.extend({ who: z.string().max(200).optional(), atMs: z.number().optional() }))
    .max(5000),
});

export const askedOverride = said;
export const readableOverrideFile = overrideFile;

export const overrideJsonSchema = (): object => ({
  title: "Courtyard alarm rules: what is otherwise for places",
  ...z.toJSONSchema(overrideFile, { io: "input" }),
});

/** A place in one form, so that the same place is the same text. */
export function placeText(at: OverridePlace): string {
  if ("community" in at) return "community";
  if ("gridCell" in at) return `cell ${at.gridCell}`;
  if ("device" in at) return `device ${at.device}`;
  return "storey" in at ? `storey ${at.storey} of building ${at.building}` : `building ${at.building}`;
}

/** What one word is about: a rule at a place. */
export const overrideKey = ({ limit, at }: Pick<RuleOverride, "limit" | "at">): string =>
  `${limit} at ${placeText(at)}`;
