import type { Duty } from "../../models/duty/duty.ts";
import { commandId, deviceId, propertyId } from "../../models/ids.ts";
import type { CommandRecord, CommandState, RefusalReason } from "../../models/command/command.ts";
import type { Database } from "../store/open-store.ts";

/** A command as it is kept; `who` is the session that asked. */
export interface KeptCommand {
  readonly record: CommandRecord;
  readonly who: string;
}

export async function keepCommand(
  db: Database,
  community: string,
  { record, who }: KeptCommand,
): Promise<void> {
  const { id, device, property, value, state, reason, by, askedAtMs, changedAtMs } = record;
  await db
    .insertInto("command")
    .values({
      id,
      community,
      device,
      property,
      value: JSON.stringify(value),
      who,
      duty: by,
      state,
      reason,
      community_asked_at_ms: Math.round(askedAtMs),
      community_changed_at_ms: Math.round(changedAtMs),
    })
    .execute();
}

export async function changeCommand(db: Database, { id, state, changedAtMs }: CommandRecord): Promise<void> {
  await db
    .updateTable("command")
    .set({ state, community_changed_at_ms: Math.round(changedAtMs) })
    .where("id", "=", id)
    .execute();
}

export async function commandById(db: Database, community: string, id: string): Promise<KeptCommand | null> {
  const row = await db
    .selectFrom("command")
    .selectAll()
    .where("id", "=", id)
    .where("community", "=", community)
    .executeTakeFirst();
  return row === undefined ? null : keptOf(row);
}

/** The newest first. */
export async function newestCommands(db: Database, community: string, limit: number): Promise<KeptCommand[]> {
  const rows = await db
    .selectFrom("command")
    .selectAll()
    .where("community", "=", community)
    .orderBy("community_asked_at_ms", "desc")
    .limit(limit)
    .execute();
  return rows.map(keptOf);
}

type Row = {
  readonly id: string;
  readonly device: string;
  readonly property: string;
  readonly value: string;
  readonly who: string;
  readonly duty: string;
  readonly state: string;
  readonly reason: string | null;
  readonly community_asked_at_ms: number;
  readonly community_changed_at_ms: number;
};

const keptOf = (row: Row): KeptCommand => ({
  who: row.who,
  record: {
    id: commandId(row.id),
    device: deviceId(row.device),
    property: propertyId(row.property),
    value: JSON.parse(row.value) as number | string,
    state: row.state as CommandState,
    reason: row.reason as RefusalReason | null,
    by: row.duty as Duty,
    askedAtMs: row.community_asked_at_ms,
    changedAtMs: row.community_changed_at_ms,
  },
});
