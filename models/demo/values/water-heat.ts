import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import { sumUntil } from "../rhythm/daily.ts";
import { loadWorkday } from "../rhythm/household.ts";
import type { Now } from "../rhythm/sky.ts";
import {
  boostedShare,
  floorSupplyC,
  heatPerM2W,
  isHeating,
  substationElectricKw,
  waterPerPersonLh,
} from "../rhythm/supply.ts";
import { chance } from "../seed.ts";
import type { Works } from "../works.ts";
import { substations, waterKwhPerM3 } from "../works.ts";
import { garageC } from "./climate.ts";
import type { Readers, Values } from "./reader.ts";
import { around, batteryPercent, clamp } from "./reader.ts";

const pumpSets = 8;

/** Outlet set point of a zone, MPa: three zones, the higher the more. */
const setPointMpa = (device: DemoDevice): number => 0.55 + 0.32 * (device.seed % 3);

const residentsOf = ({ site }: Works): number =>
  site.community.dwellings.reduce((sum, { residents }) => sum + residents, 0);

/** Pumps join in one after another; each runs faster as the flow rises. */
function pumpValues(flowM3h: number): Values {
  const running = flowM3h > 16 ? 2 : 1;
  const perPump = flowM3h / running;
  return Object.fromEntries(
    [1, 2, 3].flatMap((pump) => {
      const on = pump <= running;
      return [
        [`pump${pump}Frequency`, on ? clamp(27 + 1.15 * perPump, 27, 49.5) : 0],
        [`pump${pump}Current`, on ? 4 + 0.85 * perPump : 0],
        [`pump${pump}State`, on ? "running" : "stopped"],
      ];
    }),
  );
}

/** A pit that fills slowly and is pumped out within minutes: level, and whether the pump runs. */
function pit(device: DemoDevice, now: Now): { levelM: number; running: boolean } {
  const cycleMs = (45 + (device.seed % 60)) * minutes;
  const along = ((now.moment.atMs + device.seed * 7) % cycleMs) / cycleMs;
  const running = along > 0.93;
  const fill = running ? (1 - along) / 0.07 : along / 0.93;
  return { levelM: 0.25 + 0.6 * fill + (now.weather.rainMmH > 2 ? 0.1 : 0), running };
}

export const waterHeatReaders: Readers = {
  water_pump: (device, now, works) => {
    const litres = residentsOf(works) * waterPerPersonLh(now.moment) * (boostedShare / pumpSets);
    const flow = (litres / 1000) * around(device, now, 1, 0.18, 70_000, 1);
    const setDeviation = around(device, now, 0, 2.5, 30_000, 2);
    return {
      inletPressure: around(device, now, 0.27, 0.02, 3 * minutes, 3),
      outletPressure: setPointMpa(device) * (1 + setDeviation / 100),
      setDeviation,
      flow,
      ...pumpValues(flow),
      mode: "automatic",
      energy:
        ((residentsOf(works) * 0.11 * boostedShare) / pumpSets) *
        waterKwhPerM3 *
        (now.moment.day - 18_000 + sumUntil(loadWorkday, now.moment.hour) / sumUntil(loadWorkday, 24)),
      vibration: around(device, now, 0.0016, 0.0004, 40_000, 4),
      starts: flow > 16 ? 1 : 0,
    };
  },
  water_quality: (device, now) => ({
    turbidity: around(device, now, 0.22, 0.08, 2 * hours, 1),
    freeChlorine: around(device, now, 0.32, 0.07, 5 * hours, 2),
    pH: around(device, now, 7.4, 0.12, 8 * hours, 3),
    temperature: clamp(around(device, now, garageC(now), 0.5, 6 * hours, 4), 4, 26),
    level: around(device, now, 2.1, 0.35, 3 * hours, 5),
    lidOpen: false,
  }),
  sump_pump: (device, now) => {
    const { levelM, running } = pit(device, now);
    return {
      level: levelM,
      pump1State: running ? "running" : "stopped",
      pump2State: "stopped",
      current: running ? around(device, now, 7.8, 0.4, 20_000, 1) : 0,
      starts: 1,
      state: "normal",
    };
  },
  leak_sensor: () => ({ wet: false, length: 0 }),
  manhole: (device, now) => ({
    tilt: device.seed % 3,
    moved: false,
    freeboard: around(device, now, 190 - 9 * Math.min(8, now.weather.rainMmH), 25, 9 * hours, 1),
    methane: around(device, now, 2, 2, 7 * hours, 2),
    battery: batteryPercent(device, now),
  }),
  heat_substation: (device, now, works) => {
    const heatedM2 = works.site.community.dwellings.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const power = (heatPerM2W(now) * heatedM2) / substations / 1000;
    const heating = isHeating(now.moment);
    const setDeviation = around(device, now, 0, 0.9, 25 * minutes, 1);
    const secondarySupply = heating ? floorSupplyC(now) + setDeviation : garageC(now) + 4;
    const difference = heating ? clamp(4 + 0.1 * heatPerM2W(now), 4, 9) : 0.4;
    const flow = heating ? clamp(power / (1.163 * difference), 0, 590) : 0;
    return {
      primarySupply: heating ? 62 + 0.7 * heatPerM2W(now) : 24,
      primaryReturn: heating ? 36 + 0.3 * heatPerM2W(now) : 23,
      secondarySupply,
      secondaryReturn: secondarySupply - difference,
      setDeviation: heating ? setDeviation : 0,
      primaryPressure: around(device, now, 9.2, 0.3, hours, 2),
      secondaryPressure: around(device, now, 4.6, 0.15, hours, 3),
      flow,
      valve: heating ? clamp(18 + 1.1 * heatPerM2W(now), 10, 92) : 0,
      makeUp: heating ? around(device, now, 0.28, 0.12, 2 * hours, 4) : 0,
      pumpFrequency: heating ? clamp(26 + flow / 25, 26, 49) : 0,
      power,
      electricity: substationElectricKw(power),
      pumps: heating ? (power > 2600 ? "both-running" : "one-running") : "stopped",
    };
  },
  heat_meter: (device, now, works) => {
    const house = device.place.building === null ? null : works.site.house(device.place.building);
    const m2 = house ? (house.homes * 108) / Math.max(1, house.building.units) : 1000;
    const heating = isHeating(now.moment);
    const power = (heatPerM2W(now) * m2 * around(device, now, 1, 0.06, 3 * hours, 1)) / 1000;
    // A meter without flow holds the last difference it measured.
    const difference = clamp(4 + 0.1 * heatPerM2W(now), 4, 9) + around(device, now, 0, 0.4, hours, 2);
    const supply = heating ? floorSupplyC(now) - 0.6 : garageC(now) + difference;
    return {
      energy: (m2 * 0.09 * (now.moment.day + now.moment.hour / 24 - 18_000)) / 365,
      supply,
      return: supply - difference,
      difference,
      flow: power / (1.163 * difference),
      imbalance: around(device, now, 24 * (chance(device.seed, 0, 3) - 0.5), 3, 5 * hours, 4),
      power,
      pressure: around(device, now, 4.3, 0.15, hours, 5),
    };
  },
};
