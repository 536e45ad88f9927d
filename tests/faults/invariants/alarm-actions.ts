import type { Ledger } from "../stage/ledger.ts";
import type { TrailLine } from "./server-view.ts";

/** I1, I2 and I8 of what was done about alarms: each that was acknowledged is in the trail, and none twice. */
export function actionsAstray({ actions }: Ledger, trail: readonly TrailLine[]): string[] {
  const told = new Map<string, number>();
  for (const { act, detail } of trail) {
    const id = detail?.["action"];
    if (act.startsWith("alarm-") && act !== "alarm-refused" && id !== undefined)
      told.set(id, (told.get(id) ?? 0) + 1);
  }
  const found: string[] = [];
  for (const id of actions) if (!told.has(id)) found.push(`I1 action ${id} was done and is not in the trail`);
  for (const [id, times] of told) if (times > 1) found.push(`I2 action ${id} was done ${times} times`);
  return found;
}
