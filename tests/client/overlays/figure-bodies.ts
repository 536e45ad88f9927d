import type { AlertsBody, EnergyBody, EnergyStep, OccupancyBody } from "../../../models/overlay/bodies.ts";
import { buildingId, deviceId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { minutes } from "../../../models/quantity.ts";

export const startMs = Date.parse("2026-06-12T02:00:00Z"); // 10:00 in Shanghai
export const shanghaiMs = 8 * 60 * minutes;

const step = (minute: number, powerKw: readonly (number | null)[]): EnergyStep => {
  return { fromMs: startMs + minute * minutes, powerKw, coverage: 1 };
};

/** Four minutes, of which the third was not heard. */
export const energyBody: EnergyBody = {
  status: "shown",
  step: "minute",
  uses: ["dwellings", "ev", "pv"],
  steps: [
    step(0, [100, 40, 60]),
    step(1, [110, 42, 61]),
    step(2, [null, null, null]),
    step(3, [120, 44, 63]),
  ],
  buildings: [
    { building: buildingId("A-1"), status: "shown", powerKw: 20 },
    { building: buildingId("A-10"), status: "privacy", powerKw: null },
    { building: buildingId("A-2"), status: "shown", powerKw: 35 },
  ],
  sources: [],
};

export const occupancyBody: OccupancyBody = {
  status: "shown",
  atMs: startMs,
  buildings: [
    { building: buildingId("B-2"), status: "shown", band: { low: 20, high: 49 }, storeys: [] },
    { building: buildingId("B-1"), status: "privacy", band: null, storeys: [] },
    { building: buildingId("B-10"), status: "shown", band: { low: 50, high: 99 }, storeys: [] },
  ],
};

const interval = (device: string, fromMinute: number, untilMinute: number | null, priority: "P1" | "P3") => ({
  point: `${device}/level` as AlertsBody["intervals"][number]["point"],
  device: deviceId(device),
  building: null,
  limit: "high" as AlertsBody["intervals"][number]["limit"],
  message: text("高", "high"),
  priority,
  fromMs: startMs + fromMinute * minutes,
  untilMs: untilMinute === null ? null : startMs + untilMinute * minutes,
});

export const alertsBody: AlertsBody = {
  status: "shown",
  fromMs: startMs,
  untilMs: startMs + 60 * minutes,
  intervals: [interval("a", 10, 20, "P3"), interval("b", 15, null, "P3"), interval("c", 59, null, "P1")],
};
