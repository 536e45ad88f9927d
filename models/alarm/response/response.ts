import type { Limit } from "../../device/kind.ts";
import type { LimitId } from "../../ids.ts";
import { partyId } from "../../ids.ts";
import type { Text } from "../../language/text.ts";
import { careNetworkAdvice } from "./care-network.ts";
import { type Contact, contactOf } from "./contacts.ts";
import { fireAdvice } from "./fire.ts";
import { gasHeatAdvice } from "./gas-heat.ts";
import { liftAccessAdvice } from "./lift-access.ts";
import { outdoorsAdvice } from "./outdoors.ts";
import { powerAdvice } from "./power.ts";
import { row, type Advice } from "./row.ts";
import { waterAdvice } from "./water.ts";

/** What somebody said instead for a place: all of it, for half an advice of one hand and half of another misleads. */
export interface OwnResponse {
  readonly meaning: Text;
  readonly steps: readonly Text[];
  /** Whom to call first here, and how. */
  readonly contact?: Text | undefined;
}

/** What an operator is told to do about an alarm. */
export interface AlarmResponse {
  readonly meaning: Text;
  readonly steps: readonly Text[];
  /** Set for the place; stands before the contacts. */
  readonly contact: Text | null;
  /** The limit's party first. */
  readonly contacts: readonly Contact[];
}

const advice: ReadonlyMap<string, Advice> = new Map(
  [
    ...fireAdvice,
    ...gasHeatAdvice,
    ...waterAdvice,
    ...powerAdvice,
    ...liftAccessAdvice,
    ...outdoorsAdvice,
    ...careNetworkAdvice,
  ].flatMap(([limits, said]) => limits.map((name) => [name, said])),
);

/** Of a limit that somebody set for a point of theirs. */
const [, ofAnyLimit] = row(
  [],
  "数值超出了本地设定的限值",
  "The value is beyond a limit that was set here",
  "核对数值质量和时间；到现场查看；仍超限则联系责任方并记录",
  "Look at the value's quality and time; go and look; if it stays beyond, call who is responsible and note it",
);

/** @returns undefined where nobody wrote any: limits of the catalogue all have one. */
export function adviceFor(limit: LimitId): Advice | undefined {
  return advice.get(limit) ?? advice.get(limit.slice(limit.indexOf(".") + 1));
}

/** The response to a limit as it is in force: what is written for it, or what was said instead. */
export function responseTo(
  { id, party }: Pick<Limit, "id" | "party">,
  own: OwnResponse | undefined,
): AlarmResponse {
  const { meaning, steps, also } = adviceFor(id) ?? ofAnyLimit;
  const called = new Set([party, ...also.map((code) => partyId(code))]);
  return {
    meaning: own?.meaning ?? meaning,
    steps: own?.steps ?? steps,
    contact: own?.contact ?? null,
    contacts: [...called].flatMap((each) => contactOf(each) ?? []),
  };
}
