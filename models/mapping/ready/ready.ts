import type { MappingFile, MappingRow } from "../mapping-file.ts";
import { shellyRows } from "./shelly.ts";
import { tableRows } from "./tables.ts";
import { zigbee2mqttRows } from "./zigbee2mqtt.ts";

/** Rows for the shapes the product knows: what the tray suggests, and a mapping file to begin with. */
export const readyRows: readonly MappingRow[] = [...zigbee2mqttRows, ...shellyRows, ...tableRows];

export const readyFile: MappingFile = { mapping: 1, rows: [...readyRows] };
