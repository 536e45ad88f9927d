import type { Capture, CapturedMessage, CaptureFile } from "./capture/capture.ts";
import { isConsole, isMessageLines, readConsole, readMessageLines } from "./capture/message-lines.ts";
import { isCoIoT, isShellyDump, readCoIoT, readShellyDump } from "./capture/shelly-dump.ts";
import { isTable, readTable } from "./capture/table.ts";
import { parseJson } from "./json-text.ts";
import { problemOf, refuse, type FormatProblem } from "./problem.ts";
import { csvTable } from "./telemetry/csv-table.ts";

export type CaptureReading =
  | { readonly ok: true; readonly capture: Capture }
  | { readonly ok: false; readonly problem: FormatProblem };

/** Messages of foreign devices from the text of a file, told by its contents. */
export function readCapture(file: CaptureFile): CaptureReading {
  const reading = problemOf(() => read({ ...file, text: file.text.replace(/^\ufeff/, "") }));
  return reading.ok ? { ok: true, capture: reading.result } : reading;
}

function read(file: CaptureFile): Capture {
  const { text, name } = file;
  if (isMessageLines(text)) return readMessageLines(text);
  if (isConsole(text)) return readConsole(text);
  if (/^\s*[[{]/.test(text)) return readJson(parseJson(text), file);
  const table = csvTable(text);
  if (isTable(table)) return readTable(table, name);
  return refuse(
    "not-a-capture",
    "line 1",
    "不是可回放的记录：可回放带表头的表格、每行一条消息的文件、设备状态转储",
    "not a recording that can be played: a table with a header, one message a line, or a device's status can",
  );
}

function readJson(json: unknown, file: CaptureFile): Capture {
  if (isShellyDump(json)) return readShellyDump(json, file);
  if (isCoIoT(json)) return readCoIoT(json, file);
  const list = bridgeList(json);
  if (list) return list;
  const keys =
    typeof json === "object" && json !== null ? Object.keys(json).slice(0, 4).join(", ") : typeof json;
  return refuse(
    "not-a-capture",
    "",
    `该 JSON（${keys}）不含读数；请播放它所描述的数据文件`,
    `this JSON (${keys}) holds no readings; play the files of data that it describes`,
  );
}

/** What a Zigbee2MQTT bridge says of its devices and groups. */
function bridgeList(json: unknown): Capture | null {
  if (!Array.isArray(json) || json.length === 0) return null;
  const all = (key: string): boolean =>
    json.every((each: unknown) => typeof each === "object" && each !== null && key in each);
  if (!all("friendly_name")) return null;
  const about = all("ieee_address") ? "devices" : "groups";
  const message: CapturedMessage = {
    topic: `zigbee2mqtt/bridge/${about}`,
    payload: JSON.stringify(json),
    atOffsetMs: 0,
  };
  return { what: `a bridge's ${about}`, messages: [message], presence: [], skipped: [] };
}
