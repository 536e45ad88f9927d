import { kindId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { hours } from "../../quantity.ts";
import { refuse } from "../problem.ts";
import { numberIn, type CsvTable } from "./csv-table.ts";
import type { Recording } from "./recording.ts";
import { RowGatherer } from "./row-gatherer.ts";

/** Columns of the hourly home files of CityLearn (its 2022 challenge: homes in Fontana) and their properties. */
const propertyOf = new Map(
  Object.entries({
    indoor_dry_bulb_temperature: "temperature",
    indoor_relative_humidity: "humidity",
    average_unmet_cooling_setpoint_difference: "unmetCooling",
    // kWh of an hour = mean kW of it.
    non_shiftable_load: "load",
    dhw_demand: "hotWater",
    cooling_demand: "cooling",
    heating_demand: "heating",
    // W per kW installed.
    solar_generation: "pvPerKw",
  }),
);

/** From day type 1 on; the same order as the states of `recordedWeekday`. */
const dayTypes = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "holiday"];

/** Recognised by its header: hour without a date, and at least a load or a generation. */
export const isHomeHours = ({ rows }: CsvTable): boolean => {
  const header = rows[0]?.fields ?? [];
  return (
    header.includes("month") &&
    header.includes("hour") &&
    (header.includes("non_shiftable_load") || header.includes("solar_generation"))
  );
};

/**
 * One row an hour, without a date: month, hour 1 to 24 and day type are all it says of its time.
 * @throws FileRefused for a field that is no number, or an hour that is none.
 */
export function readHomeHours(table: CsvTable, name: string): Recording {
  const [header, ...rows] = table.rows;
  const columns = header?.fields ?? [];
  const gatherer = new RowGatherer();
  rows.forEach(({ line, fields }, i) => {
    const row = new Map(columns.map((column, at) => [column, numberIn(fields[at], line, column)]));
    const [month, hour, dayType] = [row.get("month"), row.get("hour"), row.get("day_type")];
    if (typeof month !== "number" || typeof hour !== "number" || hour < 0 || hour > 24) {
      refuse(
        "bad-time",
        `line ${line}`,
        "month 与 hour（1–24）缺失或超出范围；请修正该行",
        "month and hour (1 to 24) are missing or out of range; mend that line",
      );
    }
    const values: Record<string, number> = { recordedMonth: month, recordedHour: hour };
    const day = typeof dayType === "number" ? dayTypes[dayType - 1] : undefined;
    if (typeof dayType === "number" && day !== undefined) values["recordedWeekday"] = dayType - 1;
    for (const [column, value] of row) {
      const property = propertyOf.get(column);
      if (property !== undefined && value !== null) values[property] = value;
    }
    gatherer.add(0, i * hours, `month ${month}, hour ${hour}${day === undefined ? "" : `, ${day}`}`, values);
  });
  return gatherer.finish([
    { key: "", kind: kindId("recorded_home"), name: text(`回放住宅 ${name}`, `Recorded home ${name}`) },
  ]);
}
