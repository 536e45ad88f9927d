import type * as z from "zod/mini";
import type { Formats } from "../../language/formats.ts";
import type { Words } from "../../language/use-words.ts";
import type { healthAnswer } from "./answers.ts";

type Health = z.infer<typeof healthAnswer>;

export interface RoomRow {
  readonly room: string;
  readonly isTroubled: boolean;
  readonly figures: readonly (readonly [name: string, value: string])[];
}

/** One row a room: whether it has a problem, and its figures in words. */
export function roomRows(health: Health, { t }: Words, formats: Formats, nowMs: number): readonly RoomRow[] {
  const { figures, problems = [], points, devices, sessions } = health;
  if (figures === undefined) return [];
  const { twin, ingest, broker, stream, store, history } = figures;
  const count = (value: number): string => formats.number(value, 1);
  const ms = (value: number): string => `${formats.number(value, 1)} ms`;
  const connections = {
    none: t("health.noBroker"),
    external: t("health.otherBroker"),
    embedded: count(broker.clients ?? 0),
  };
  const rows: Readonly<Record<string, RoomRow["figures"]>> = {
    server: [
      [t("health.up"), formats.age(nowMs - figures.startedAtMs)],
      [t("health.memory"), formats.bytes(figures.memoryBytes)],
      [t("office.version"), health.version],
    ],
    twin: [
      [t("office.devices"), count(devices)],
      [t("office.points"), count(points)],
      [t("health.openAlerts"), count(twin.openAlerts)],
      [t("health.worstLate"), ms(twin.worstLateMs)],
      [t("health.worstTook"), ms(twin.worstTookMs)],
    ],
    ingest: [
      [t("health.waiting"), count(ingest.waiting)],
      [t("health.inTray"), count(ingest.inTray)],
    ],
    broker: [[t("health.deviceConnections"), connections[broker.kind]]],
    stream: [
      [t("health.clients"), count(stream.clients)],
      [t("office.sessions"), count(sessions)],
      [t("health.sent"), formats.bytes(stream.writtenBytes)],
      [t("health.parked"), count(stream.parked)],
      [t("health.tooSlow"), count(stream.closedTooSlow)],
    ],
    store: [
      [t("health.databaseSize"), formats.bytes(store.bytes)],
      [t("health.notOnDisk"), count(store.waiting)],
      ...(store.freeBytes === null ? [] : [[t("health.free"), formats.bytes(store.freeBytes)] as const]),
    ],
    history: [
      [t("health.written"), formats.bytes(history.writtenBytes)],
      [t("health.dropped"), count(history.droppedChunks)],
    ],
  };
  const troubled = new Set(problems.map(({ address }) => address.split("/")[0]));
  return Object.entries(rows).map(([room, own]) => ({
    room,
    isTroubled: troubled.has(room),
    figures: own,
  }));
}
