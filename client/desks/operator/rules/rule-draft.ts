import type { AskedOverride } from "../../../../models/alarm/rules/override-file.ts";
import { numbersOf, type OverridePlace, type RuleChanges } from "../../../../models/alarm/rules/overrides.ts";
import { priorities, type Limit } from "../../../../models/device/kind.ts";
import { emptyResponse, responseAskedBy, responseDraftOf, type ResponseDraft } from "./response-draft.ts";

export const placeKinds = ["everywhere", "cell", "building", "storey", "device"] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** A form of a change as it is filled in; a field that is empty stays as usual. */
export interface RuleDraft {
  readonly limit: string;
  readonly place: PlaceKind;
  readonly cell: string;
  readonly building: string;
  readonly storey: string;
  readonly device: string;
  readonly enabled: "" | "on" | "off";
  readonly numbers: Readonly<Partial<Record<NumberField, string>>>;
  readonly priority: string;
  readonly party: string;
  readonly reason: string;
  readonly response: ResponseDraft;
}

export const everyNumberField = [
  ...(["value", "low", "high", "by", "withinS", "windowS", "forS"] as const),
  ...(["deadband", "onDelayS", "offDelayS"] as const),
] as const;
export type NumberField = (typeof everyNumberField)[number];

/** The numbers a rule has, and those every rule has. */
export const numberFields = ({ condition }: Pick<Limit, "condition">): readonly NumberField[] => {
  const own: readonly string[] = numbersOf[condition.when];
  return everyNumberField.filter((field) => own.includes(field) || everyNumberField.indexOf(field) > 6);
};

export const emptyDraft: RuleDraft = {
  limit: "",
  place: "everywhere",
  cell: "",
  building: "",
  storey: "",
  device: "",
  enabled: "",
  numbers: {},
  priority: "",
  party: "",
  reason: "",
  response: emptyResponse,
};

/** An override as a form to change it in; the reason is asked anew. */
export function draftOf({ limit, at, set }: Pick<AskedOverride, "limit" | "at" | "set">): RuleDraft {
  const numbers = Object.fromEntries(
    everyNumberField.flatMap((field) => {
      const number = set[field];
      return number === undefined ? [] : [[field, String(number)]];
    }),
  );
  return {
    ...emptyDraft,
    ...placeFields(at),
    limit,
    numbers,
    enabled: set.enabled === undefined ? "" : set.enabled ? "on" : "off",
    priority: set.priority ?? "",
    party: set.party ?? "",
    response: responseDraftOf(set.response),
  };
}

function placeFields(at: OverridePlace): Partial<RuleDraft> {
  if ("community" in at) return { place: "everywhere" };
  if ("gridCell" in at) return { place: "cell", cell: at.gridCell };
  if ("device" in at) return { place: "device", device: at.device };
  if ("storey" in at) return { place: "storey", building: at.building, storey: String(at.storey) };
  return { place: "building", building: at.building };
}

function placeOf({ place, cell, building, storey, device }: RuleDraft): OverridePlace {
  switch (place) {
    case "everywhere":
      return { community: true };
    case "cell":
      return { gridCell: cell };
    case "building":
      return { building };
    case "storey":
      return { building, storey: Number(storey) };
    case "device":
      return { device: device.trim() };
  }
}

/** What a form asks for; whether it may be is the server's to say. */
export function askedBy(draft: RuleDraft): AskedOverride {
  const numbers = Object.fromEntries(
    Object.entries(draft.numbers)
      .filter(([, words]) => words.trim() !== "")
      .map(([field, words]) => [field, Number(words)]),
  );
  const priority = priorities.find((each) => each === draft.priority);
  const response = responseAskedBy(draft.response);
  const set: RuleChanges = {
    ...(draft.enabled !== "" && { enabled: draft.enabled === "on" }),
    ...numbers,
    ...(priority !== undefined && { priority }),
    ...(draft.party !== "" && { party: draft.party }),
    ...(response !== undefined && { response: { ...response, steps: [...response.steps] } }),
  };
  return { limit: draft.limit, at: placeOf(draft), set, reason: draft.reason.trim() };
}
