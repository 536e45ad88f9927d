import { type Duty, duties } from "../../../models/duty/duty.ts";
import type { TrailEntry } from "./answers.ts";

const dutyOf = (name: string | undefined): Duty | undefined => duties.find((each) => each === name);

/** The duty each session had last, as far as the entries tell (newest first). */
export function sessionDuties(entries: readonly TrailEntry[]): ReadonlyMap<string, Duty> {
  const found = new Map<string, Duty>();
  for (const { act, subject, detail } of entries) {
    const duty = dutyOf(
      act === "duty-changed" ? detail["to"] : act === "signed-in" ? detail["duty"] : undefined,
    );
    if (duty !== undefined && !found.has(subject)) found.set(subject, duty);
  }
  return found;
}

const session = /^[0-9a-f]{16}$/u;
const shown = 6;

/** As much of a session's name as tells it from others at a glance; null for what is no session. */
export const shortSession = (name: string): string | null =>
  session.test(name) ? name.slice(0, shown) : null;
