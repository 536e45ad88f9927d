import type { Ledger } from "../stage/ledger.ts";
import type { TrailLine } from "./server-view.ts";

/**
 * I1, I2 and I8 of commands: one that was acknowledged is in the trail, once, with an end (which may be that nobody knows
 * its end); none went to its device twice, or without the trail telling of it.
 */
export function commandsAstray({ commands, heard }: Ledger, trail: readonly TrailLine[]): string[] {
  const asked = countOf(trail, "command-asked");
  const ended = countOf(trail, "command-ended");
  const found: string[] = [];
  for (const id of commands) {
    if (!asked.has(id)) found.push(`I1 command ${id} was acknowledged and is not in the trail`);
    else if (!ended.has(id)) found.push(`I1 command ${id} has no end`);
  }
  for (const [id, times] of asked) if (times > 1) found.push(`I2 command ${id} was taken ${times} times`);
  for (const [id, times] of heard) {
    if (times > 1) found.push(`I2 command ${id} went to its device ${times} times`);
    if (!asked.has(id)) found.push(`I8 the trail does not tell of command ${id}, which went to its device`);
  }
  return found;
}

function countOf(trail: readonly TrailLine[], wanted: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { act, detail } of trail) {
    const id = detail?.["command"];
    if (act === wanted && id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
