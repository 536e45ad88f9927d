import { statfsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Visibility } from "../../models/device/kind.ts";
import type { Figures, HistoryFigures } from "../open/figures.ts";
import type { TickWatch } from "../open/tick-watch.ts";
import { databaseIn } from "../settings.ts";
import type { Stream } from "../stream/stream.ts";
import type { House } from "./house.ts";

/** What is only there once the server is open. */
export interface LateRooms {
  readonly stream: () => Stream;
  readonly brokerClients: () => number | null;
}

/** @returns the look at all rooms that `/health`, `/metrics` and the administrator's desk are answered from. */
export function figuresOf(house: House, ticks: TickWatch, late: LateRooms): () => Figures {
  const { settings, doors, rooms, history } = house;
  const { twin, intake, tray, values } = rooms;
  const startedAtMs = doors.wallNowMs();
  const folder = resolve(settings.data);
  const database = databaseIn(folder);
  const external = settings.broker !== null;
  const kind = external ? "external" : settings["mqtt-port"] === 0 ? "none" : "embedded";
  const kept = (visibility: Visibility): HistoryFigures => ({
    ...history.sizes[visibility],
    keepDays: settings[`keep-${visibility}`],
  });
  return () => {
    const { counters, sessions } = late.stream();
    return {
      startedAtMs,
      memoryBytes: process.memoryUsage.rss(),
      twin: {
        openAlerts: twin.openAlerts.size,
        worstLateMs: ticks.worstLateMs,
        worstTookMs: ticks.worstTookMs,
        ticks: ticks.ticks,
      },
      ingest: { waiting: intake.waiting, inTray: tray.list().length },
      broker: { kind, clients: late.brokerClients() },
      stream: {
        clients: sessions.size,
        writtenBytes: counters.get("bytes-written"),
        parked: counters.get("parked"),
        closedTooSlow: counters.get("closed-too-slow"),
      },
      store: {
        bytes: sizeOf(database) + sizeOf(`${database}-wal`),
        waiting: values.waiting,
        freeBytes: freeIn(folder),
      },
      history: {
        kept: { public: kept("public"), staff: kept("staff"), personal: kept("personal") },
        writtenBytes: history.writtenBytes,
        droppedChunks: history.droppedChunks,
      },
    };
  };
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function freeIn(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}
