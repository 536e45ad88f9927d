import { nameOf } from "./file-name.ts";
import { problemOf, refuse, type FormatProblem } from "./problem.ts";
import { readChargingSessions, sessionList } from "./telemetry/charging-sessions.ts";
import { isClimateNodes, readClimateNodes } from "./telemetry/climate-nodes.ts";
import { csvTable } from "./telemetry/csv-table.ts";
import { isHomeHours, readHomeHours } from "./telemetry/home-hours.ts";
import type { Recording } from "./telemetry/recording.ts";
import { isRoomLog, readRoomLog } from "./telemetry/room-log.ts";

export type RecordingReading =
  | { readonly ok: true; readonly recording: Recording }
  | { readonly ok: false; readonly problem: FormatProblem };

const kinds = [
  { is: isHomeHours, read: readHomeHours },
  { is: isRoomLog, read: readRoomLog },
  { is: isClimateNodes, read: readClimateNodes },
];

/** A recording of devices from the text of a file, told by its contents (its header or first row). */
export function readRecording({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): RecordingReading {
  const reading = problemOf(() => {
    const sessions = sessionList(wholeJson(text));
    if (sessions) return readChargingSessions(sessions, nameOf(name));
    const table = csvTable(text.startsWith("\ufeff") ? text.slice(1) : text);
    const kind = kinds.find(({ is }) => is(table));
    if (kind) return kind.read(table, nameOf(name));
    const first = table.rows[0]?.fields.join(", ").slice(0, 60) ?? "";
    return refuse(
      "not-a-recording",
      "line 1",
      `不是可回放的记录（${first}）；可回放：带 month、hour 的住宅逐时数据，带 date 的房间数据，12 列的房间气候数据，充电会话`,
      `not a recording that can be played (${first}); these can: hourly homes with month and hour, rooms with a date, room climate of 12 columns, charging sessions`,
    );
  });
  return reading.ok ? { ok: true, recording: reading.result } : reading;
}

/** The value of a text that is one piece of JSON; undefined for any other. */
function wholeJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
