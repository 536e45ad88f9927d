import { hours } from "../../quantity.ts";
import { communityIdOf } from "../file-name.ts";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { Tally } from "../tally.ts";
import { clockText } from "../telemetry/clock-text.ts";
import type { CsvTable } from "../telemetry/csv-table.ts";
import { MessageClock, type Capture, type CapturedMessage } from "./capture.ts";

const timeName =
  /^(?:time|timestamp|date|datetime|date[ _-]?time|at|ts|utc|utc[ _-]timestamp|local[ _-]?time)$/i;
const missing = /^(?:|nan|null|na|n\/a|-)$/i;
const isNumber = (field: string): boolean => field !== "" && Number.isFinite(Number(field));

/** Columns with names, and below them at least one number. */
export const isTable = ({ rows }: CsvTable): boolean => {
  const [header, first] = rows;
  return (
    header !== undefined &&
    first !== undefined &&
    header.fields.every((field) => field !== "" && !isNumber(field)) &&
    new Set(header.fields).size === header.fields.length &&
    first.fields.length >= header.fields.length &&
    first.fields.length <= header.fields.length + 1 &&
    first.fields.some(isNumber)
  );
};

/**
 * A table nobody knows the columns of: each row a message on `table/<name>`. Rows without a time are an hour apart.
 * @throws FileRefused for a row that fits the header in no way.
 */
export function readTable(table: CsvTable, name: string): Capture {
  const [header, ...rows] = table.rows;
  const columns = header?.fields ?? [];
  const device = communityIdOf(name);
  const timeAt = columns.findIndex((column) => timeName.test(column));
  const clock = new MessageClock();
  const tally = new Tally();
  const messages = rows.map(({ line, fields }, row): CapturedMessage => {
    const extra = fields.length - columns.length;
    if (extra !== 0 && extra !== 1) {
      refuse(
        "bad-row",
        `line ${line}`,
        `该行有 ${fields.length} 个字段，表头有 ${columns.length} 个；请修正该行`,
        `the row has ${fields.length} fields, the header ${columns.length} names; mend that line`,
      );
    }
    const message: Record<string, number | string> = { row: row + 1 };
    let momentMs: number | null = timeAt < 0 ? row * hours : null;
    columns.forEach((column, at) => {
      const field = fields[at + extra] ?? "";
      if (at === timeAt) momentMs = momentOf(field);
      else if (missing.test(field)) tally.add(notes.fieldEmpty);
      else message[column] = isNumber(field) ? Number(field) : field;
    });
    return { topic: `table/${device}`, payload: JSON.stringify(message), atOffsetMs: clock.at(momentMs) };
  });
  return { what: "a table", messages, presence: [`table/${device}/online`], skipped: tally.list() };
}

/** Epoch milliseconds of a time however it is written; null where it is none. Without a zone only distances count. */
function momentOf(field: string): number | null {
  if (isNumber(field)) return Number(field) * (Number(field) > 1e11 ? 1 : 1000);
  const plain = clockText(field);
  if (plain) return plain.elapsedMs;
  const parsed = Date.parse(field);
  return Number.isNaN(parsed) ? null : parsed;
}
