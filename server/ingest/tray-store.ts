import type { CommunityId } from "../../models/ids.ts";
import type { Database } from "../store/open-store.ts";
import type { TrayDevice, TrayNote } from "./tray.ts";

/** What an unknown device, or an unknown property of one, has said so far. */
export interface TrayRow {
  readonly device: string;
  /** `""` for the description of a whole device. */
  readonly property: string;
  readonly why: string;
  /** Community time. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** When the last one was measured, as it said. */
  readonly atMs: number;
  /** Messages since the row was last written, or in all when read back. */
  readonly count: number;
  readonly topic: string;
  /** The kind of value, without the value. */
  readonly shape: string;
  /** The last payload as JSON; `""` when it was too large to keep. */
  readonly payload: string;
}

/** A row as it is kept, for its point. */
export type WaitingRow = Pick<TrayRow, "device" | "property" | "lastMs" | "atMs" | "count" | "payload">;

const rowsAtOnce = 500;
const wholeDevice = "";
const payloadLimit = 4096;

/** The row that one note makes. */
export function trayRowOf(
  { device, property, why, topic, value, atMs, nowMs }: TrayNote,
  shape: string,
): TrayRow {
  const payload = JSON.stringify(value) ?? "";
  return {
    device,
    property: property ?? wholeDevice,
    why,
    firstMs: nowMs,
    lastMs: nowMs,
    atMs,
    count: 1,
    topic,
    shape,
    payload: payload.length > payloadLimit ? "" : payload,
  };
}

export const mergeTrayRows = (waiting: TrayRow, newer: TrayRow): TrayRow => ({
  ...newer,
  firstMs: waiting.firstMs,
  count: waiting.count + newer.count,
});

export async function keepTrayRows(
  db: Database,
  community: CommunityId,
  news: readonly TrayRow[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < news.length; at += rowsAtOnce) {
      const rows = news.slice(at, at + rowsAtOnce).map((row) => ({
        community,
        device: row.device,
        property: row.property,
        reason: row.why,
        first_at_ms: row.firstMs,
        last_at_ms: row.lastMs,
        source_at_ms: row.atMs,
        seen: row.count,
        last_topic: row.topic,
        shape: row.shape,
        last_payload: row.payload,
      }));
      await tx
        .insertInto("tray")
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(["community", "device", "property"]).doUpdateSet((row) => ({
            reason: row.ref("excluded.reason"),
            last_at_ms: row.ref("excluded.last_at_ms"),
            source_at_ms: row.ref("excluded.source_at_ms"),
            seen: row.eb("tray.seen", "+", row.ref("excluded.seen")),
            last_topic: row.ref("excluded.last_topic"),
            shape: row.ref("excluded.shape"),
            last_payload: row.ref("excluded.last_payload"),
          })),
        )
        .execute();
    }
  });
}

/** The devices heard of last, most recent first. */
export async function keptTray(
  db: Database,
  community: CommunityId,
  mostRows: number,
): Promise<TrayDevice[]> {
  const rows = await db
    .selectFrom("tray")
    .selectAll()
    .where("community", "=", community)
    .orderBy("last_at_ms", "desc")
    .limit(mostRows)
    .execute();
  const devices = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) devices.set(row.device, [...(devices.get(row.device) ?? []), row]);
  return [...devices.values()].map((own) => ({
    device: own[0]?.device ?? "",
    topic: own[0]?.last_topic ?? "",
    why: (own[0]?.reason ?? "unknown-device") as TrayDevice["why"],
    firstMs: Math.min(...own.map((row) => row.first_at_ms)),
    lastMs: Math.max(...own.map((row) => row.last_at_ms)),
    count: own.reduce((sum, row) => sum + row.seen, 0),
    described: own.some((row) => row.property === wholeDevice),
    problem: null,
    properties: own
      .filter((row) => row.property !== wholeDevice)
      .map((row) => ({ property: row.property, shape: row.shape, lastMs: row.last_at_ms, count: row.seen })),
  }));
}

/** Rows of these devices in the order of their names, those after one of them. */
export async function waitingRows(
  db: Database,
  community: CommunityId,
  devices: readonly string[],
  after: WaitingRow | null,
  most: number,
): Promise<WaitingRow[]> {
  const ofThem = db
    .selectFrom("tray")
    .selectAll()
    .where("community", "=", community)
    .where("device", "in", devices)
    .orderBy("device")
    .orderBy("property")
    .limit(most);
  const rows = await (after === null
    ? ofThem
    : ofThem.where((key) =>
        key.eb(key.refTuple("device", "property"), ">", key.tuple(after.device, after.property)),
      )
  ).execute();
  return rows.map((row) => ({
    device: row.device,
    property: row.property,
    lastMs: row.last_at_ms,
    atMs: row.source_at_ms ?? row.last_at_ms,
    count: row.seen,
    payload: row.last_payload,
  }));
}

/** Rows leave, unless something newer was written there since; what stays of a known device waits by its property. */
export async function dropFromTray(
  db: Database,
  community: CommunityId,
  devices: readonly string[],
  rows: readonly WaitingRow[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const { device, property, lastMs, count } of rows) {
      await tx
        .deleteFrom("tray")
        .where("community", "=", community)
        .where("device", "=", device)
        .where("property", "=", property)
        .where("last_at_ms", "=", lastMs)
        .where("seen", "=", count)
        .execute();
    }
    await tx
      .updateTable("tray")
      .set({ reason: "unknown-property" })
      .where("community", "=", community)
      .where("device", "in", devices)
      .where("reason", "=", "unknown-device")
      .execute();
  });
}
