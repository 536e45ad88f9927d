import { isUnderWay, type CommandRecord } from "../../models/command/command.ts";

/** What is desired of a point, and the last word on another command that did not take its place. */
export interface Standing {
  readonly desired: CommandRecord;
  readonly beside: CommandRecord | null;
}

/** Asked and not taken, as far as is known: such a command changes nothing of what is under way. */
const isNotTaken = ({ state }: CommandRecord): boolean =>
  state === "asked" || state === "refused" || state === "unknown";

/** What stands after a step: a command under way is desired until it ends, whatever else is asked meanwhile. */
export function standingAfter(before: Standing | undefined, step: CommandRecord): Standing {
  if (before === undefined) return { desired: step, beside: null };
  const { desired } = before;
  if (step.id === desired.id) return { ...before, desired: step };
  const isBeside = step.id === before.beside?.id || isUnderWay(desired.state);
  return isBeside && isNotTaken(step) ? { desired, beside: step } : { desired: step, beside: null };
}
