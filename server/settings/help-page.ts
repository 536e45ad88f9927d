import { settingsTable } from "../settings.ts";
import type { Setting } from "./setting.ts";

const columnWidth = 26;

/** The text of `--help`. */
export function helpPage(): string {
  const lines = Object.entries(settingsTable).map(([name, setting]: [string, Setting<unknown>]) => {
    const option = setting.takes === null ? `--${name}` : `--${name} ${setting.takes}`;
    const gap = option.length < columnWidth ? "" : `\n${" ".repeat(columnWidth + 2)}`;
    return `  ${option.padEnd(columnWidth)}${gap}${setting.meaning} (default: ${setting.shownDefault})`;
  });
  return [
    "Courtyard, a live digital twin of a residential community.",
    "",
    "  npm start -- [options]",
    "",
    ...lines,
    "",
    "Every option can also be set in the environment: --mqtt-port is COURTYARD_MQTT_PORT.",
  ].join("\n");
}
