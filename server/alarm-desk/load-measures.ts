import { AlarmMeasures } from "../../models/alarm/measures/alarm-measures.ts";
import { daysNeeded } from "../../models/alarm/measures/bounds.ts";
import type { CommunityId } from "../../models/ids.ts";
import { days } from "../../models/quantity.ts";
import type { Database } from "../store/open-store.ts";
import { firstTransitionMs, tracesBetween } from "./past-store.ts";

/** All alarms of the community come to one operator position. */
const position = "control-room";
/** Before the window, so that what began shortly before it is known: a flood, a minute of chatter. */
const leadMs = 1 * days;

/** The measures as the kept transitions have them. @param nowMs community time. */
export async function loadMeasures(
  db: Database,
  community: CommunityId,
  nowMs: number,
): Promise<AlarmMeasures> {
  const measures = new AlarmMeasures(position, await firstTransitionMs(db, community, nowMs));
  const fromMs = nowMs - daysNeeded * days - leadMs;
  for await (const trace of tracesBetween(db, community, fromMs, nowMs)) measures.note(trace);
  return measures;
}
