import { z } from "zod";
import { kindId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { notes } from "../notes.ts";
import type { RecordedDevice, Recording } from "./recording.ts";
import { RowGatherer } from "./row-gatherer.ts";

const time = z.string().transform((written, context) => {
  const atMs = Date.parse(written);
  if (Number.isNaN(atMs)) context.issues.push({ code: "custom", message: "not a time", input: written });
  return atMs;
});
const session = z.object({
  connectionTime: time,
  disconnectTime: time,
  doneChargingTime: time.nullish(),
  kWhDelivered: z.number().min(0),
  stationID: z.string().min(1),
  timezone: z.string().optional(),
});
type Session = z.output<typeof session>;

/** An answer of the service, with its sessions in it. */
const page = z.object({ ["_items"]: z.array(z.unknown()) });

/** Ordinals of `recorded_charger/state`. */
const [free, charging, finished] = [0, 1, 2] as const;

/** Charging sessions as ACN-Data has them: a list, or a list below `_items`. */
export function sessionList(json: unknown): readonly unknown[] | null {
  const wrapped = page.safeParse(json);
  const list = wrapped.success ? Object.values(wrapped.data)[0] : json;
  if (!Array.isArray(list)) return null;
  const [first]: unknown[] = list;
  const isSession =
    typeof first === "object" && first !== null && "connectionTime" in first && "stationID" in first;
  return isSession ? list : null;
}

/**
 * Each station a device: free, charging, finished, and what a session gave once it is over. Who charged stays out.
 * @throws FileRefused when there is no session at all.
 */
export function readChargingSessions(list: readonly unknown[], name: string): Recording {
  const gatherer = new RowGatherer();
  const stations = new Map<string, number>();
  const events: {
    atMs: number;
    station: number;
    values: Record<string, number>;
    zone: string | undefined;
  }[] = [];
  for (const each of list) {
    const read = session.safeParse(each);
    if (!read.success || read.data.disconnectTime < read.data.connectionTime) {
      gatherer.tally.add(notes.sessionUnread);
      continue;
    }
    const { stationID, timezone: zone, kWhDelivered } = read.data;
    const station = stations.get(stationID) ?? stations.size;
    stations.set(stationID, station);
    const [from, done, to] = spanOf(read.data);
    events.push({ atMs: from, station, zone, values: { state: charging, session: 0 } });
    if (done !== null)
      events.push({ atMs: done, station, zone, values: { state: finished, session: kWhDelivered } });
    events.push({ atMs: to, station, zone, values: { state: free, session: kWhDelivered } });
  }
  events.sort((a, b) => a.atMs - b.atMs);
  const clocks = new Map<string, (atMs: number) => Record<string, number>>();
  for (const { atMs, station, values, zone = "UTC" } of events) {
    const clock = clocks.get(zone) ?? localClock(zone);
    clocks.set(zone, clock);
    gatherer.add(station, atMs, new Date(atMs).toISOString(), { ...values, ...clock(atMs) });
  }
  const devices = [...stations.keys()].map((station): RecordedDevice => {
    const named = `${name} · ${station}`;
    return {
      key: station.replaceAll(/[^\p{L}\p{N}._-]+/gu, "-"),
      kind: kindId("recorded_charger"),
      name: text(`回放充电桩 ${named}`, `Recorded charger ${named}`),
    };
  });
  return gatherer.finish(devices);
}

/** A car that is said to be full after it left was full when it left. */
function spanOf({
  connectionTime,
  doneChargingTime,
  disconnectTime,
}: Session): [number, number | null, number] {
  const done = doneChargingTime ?? null;
  const within = done !== null && done >= connectionTime && done < disconnectTime ? done : null;
  return [connectionTime, within, disconnectTime];
}

/** Month, day and hour where the station stands; UTC for a zone that nobody knows. */
function localClock(zone: string): (atMs: number) => Record<string, number> {
  const format = formatFor(zone) ?? formatFor("UTC");
  return (atMs) => {
    const parts = new Map(format?.formatToParts(atMs).map(({ type, value }) => [type, Number(value)]));
    const hour = (parts.get("hour") ?? 0) + (parts.get("minute") ?? 0) / 60;
    return { recordedMonth: parts.get("month") ?? 1, recordedDay: parts.get("day") ?? 1, recordedHour: hour };
  };
}

function formatFor(zone: string): Intl.DateTimeFormat | null {
  const fields = {
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  } as const;
  try {
    return new Intl.DateTimeFormat("en-US", { ...fields, timeZone: zone });
  } catch {
    return null;
  }
}
