import type { SessionId } from "../../models/ids.ts";
import type { RecordEvent } from "../../models/stream/messages.ts";
import type { Reads } from "./home-gate.ts";

/** Who is told of an alarm of somebody's home has read of it. An alarm waits for nobody: the trail is told beside. */
export function noteAlarms(reads: Reads, reader: SessionId | null, records: readonly RecordEvent[]): void {
  if (reader === null) return;
  for (const { record } of records) {
    const home = record.alert.about?.place.dwelling ?? null;
    if (home === null || reads.covers(reader, home, "alarm")) continue;
    // What could not be written shows as the store's problem, and is tried again with the next alarm.
    reads.cover(reader, home, "alarm").catch(() => undefined);
  }
}
