import { kindId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { refuse } from "../problem.ts";
import { clockText } from "./clock-text.ts";
import { numberIn, type CsvTable } from "./csv-table.ts";
import type { Recording } from "./recording.ts";
import { RowGatherer } from "./row-gatherer.ts";

/** Columns of room logs such as the UCI Occupancy Detection set, by name without case. */
const propertyOf = new Map(
  Object.entries({
    temperature: "temperature",
    humidity: "humidity",
    light: "light",
    co2: "co2",
  }),
);

/** Recognised by its header: a date, and something measured in a room. */
export const isRoomLog = ({ rows }: CsvTable): boolean => {
  const header = (rows[0]?.fields ?? []).map((field) => field.toLowerCase());
  return header.includes("date") && header.some((column) => propertyOf.has(column) || column === "occupancy");
};

/**
 * Dated rows without a zone. Rows may have one field more than the header: an index in front that has no name.
 * @throws FileRefused for a date or a number that is none, or a row that fits the header in neither way.
 */
export function readRoomLog(table: CsvTable, name: string): Recording {
  const [header, ...rows] = table.rows;
  const columns = (header?.fields ?? []).map((field) => field.toLowerCase());
  const gatherer = new RowGatherer();
  for (const { line, fields } of rows) {
    const extra = fields.length - columns.length;
    if (extra !== 0 && extra !== 1) {
      refuse(
        "bad-row",
        `line ${line}`,
        `该行有 ${fields.length} 个字段，表头有 ${columns.length} 个；请修正该行`,
        `the row has ${fields.length} fields, the header ${columns.length} names; mend that line`,
      );
    }
    const at = (column: string): string => fields[columns.indexOf(column) + extra] ?? "";
    const clock = clockText(at("date"));
    if (clock === null) {
      refuse(
        "bad-time",
        `line ${line}, date`,
        "日期应写作 2015-02-04 17:51:00；请修正该行",
        "a date is written 2015-02-04 17:51:00; mend that line",
      );
    }
    const values: Record<string, number | boolean> = {
      recordedMonth: clock.month,
      recordedDay: clock.day,
      recordedHour: clock.hour,
    };
    for (const column of columns) {
      const property = propertyOf.get(column);
      const value = property === undefined ? null : numberIn(at(column), line, column);
      if (property !== undefined && value !== null) values[property] = value;
    }
    const occupied = columns.includes("occupancy") ? numberIn(at("occupancy"), line, "occupancy") : null;
    if (occupied !== null) values["occupied"] = occupied !== 0;
    gatherer.add(0, clock.elapsedMs, at("date"), values);
  }
  return gatherer.finish([
    { key: "", kind: kindId("recorded_room"), name: text(`回放房间 ${name}`, `Recorded room ${name}`) },
  ]);
}
