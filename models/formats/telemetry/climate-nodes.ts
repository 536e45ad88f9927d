import { kindId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { epochText } from "./clock-text.ts";
import { numberIn, type CsvTable } from "./csv-table.ts";
import type { RecordedDevice, Recording } from "./recording.ts";
import { RowGatherer } from "./row-gatherer.ts";
import { notes } from "../notes.ts";

/** Columns of the Room Climate Datasets (IoTsec), which have no header. */
const columns = [
  "EID",
  "AbsT",
  "RelT",
  "NID",
  "Temp",
  "RelH",
  "L1",
  "L2",
  "Occ",
  "Act",
  "Door",
  "Win",
] as const;

/** Recognised by its first row: twelve numbers, the second of them epoch milliseconds of this century. */
export const isClimateNodes = ({ rows }: CsvTable): boolean => {
  const first = rows[0]?.fields ?? [];
  const numbers = first.map(Number);
  const epochMs = numbers[1] ?? 0;
  return (
    first.length === columns.length && numbers.every(Number.isFinite) && epochMs > 9.4e11 && epochMs < 4.2e12
  );
};

/**
 * Several nodes interleaved, each a device. The two light columns have no stated unit and are left out.
 * @throws FileRefused for a field that is no number.
 */
export function readClimateNodes(table: CsvTable, name: string): Recording {
  const gatherer = new RowGatherer();
  const nodes = new Map<number, number>();
  for (const { line, fields } of table.rows) {
    const at = (column: (typeof columns)[number]): number | null => {
      const index = columns.indexOf(column);
      return numberIn(fields[index], line, column);
    };
    const [epochMs, node] = [at("AbsT"), at("NID")];
    // The bounds of what a Date can hold, in milliseconds.
    if (epochMs === null || node === null || Math.abs(epochMs) > 8.64e15) {
      gatherer.tally.add(notes.rowBare);
      continue;
    }
    const device = nodes.get(node) ?? nodes.size;
    nodes.set(node, device);
    const { written, clock } = epochText(epochMs);
    const values: Record<string, number | boolean> = {
      recordedMonth: clock.month,
      recordedDay: clock.day,
      recordedHour: clock.hour,
    };
    const set = (property: string, value: number | null): void => {
      if (value !== null) values[property] = value;
    };
    set("temperature", at("Temp"));
    set("humidity", at("RelH"));
    set("occupants", at("Occ"));
    const [door, window] = [at("Door"), at("Win")];
    if (door !== null) values["door"] = door !== 0;
    if (window !== null) values["window"] = window !== 0;
    gatherer.tally.add(notes.lightUnit, 2);
    gatherer.add(device, epochMs, written, values);
  }
  const devices = [...nodes.keys()].map((node): RecordedDevice => {
    const named = `${name} · ${node}`;
    return {
      key: String(node),
      kind: kindId("recorded_climate"),
      name: text(`回放节点 ${named}`, `Recorded node ${named}`),
    };
  });
  return gatherer.finish(devices);
}
