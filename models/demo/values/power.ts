import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import type { Feeder } from "../devices/grid.ts";
import { sumUntil, valueAt } from "../rhythm/daily.ts";
import { loadWorkday } from "../rhythm/household.ts";
import type { Now } from "../rhythm/sky.ts";
import { storageChargePercent, storagePowerKw } from "../rhythm/storage.ts";
import { chance, drift } from "../seed.ts";
import { garageC } from "./climate.ts";
import type { Readers } from "./reader.ts";
import { around, clamp } from "./reader.ts";

const transformerKva = 630;
const gridSeed = 0x6d1d;

/** Voltage of a phase, V: it sags a little when all cook and light. */
export const mainsVoltage = (device: DemoDevice, now: Now, phase: number): number =>
  229.5 -
  2.4 * valueAt(loadWorkday, now.moment.hour) +
  1.6 * drift(gridSeed, now.moment.atMs, 4 * minutes, phase) +
  0.8 * drift(device.seed, now.moment.atMs, 90_000, 60 + phase);

/** Grid frequency is one for the whole country. */
const frequencyHz = ({ moment }: Now): number =>
  50 + 0.03 * drift(gridSeed, moment.atMs, 40_000, 9) + 0.012 * drift(gridSeed, moment.atMs, 7000, 10);

/** Usual power factor and current distortion of a use. */
const characterOf: Readonly<
  Record<Feeder["use"], readonly [powerFactor: number, distortionPercent: number]>
> = {
  dwellings: [0.94, 9],
  public: [0.93, 11],
  lifts: [0.87, 17],
  lighting: [0.95, 13],
  pumps: [0.9, 16],
  heating: [0.91, 12],
  ev: [0.98, 6],
  pv: [1, 3],
  battery: [1, 3],
};

export const powerReaders: Readers = {
  elec_feeder: (device, now, works) => {
    const feeder = works.feederOf(device.id);
    if (!feeder) throw new Error(`${device.id} feeds nothing`);
    const power = works.feederKw(feeder, now);
    const [usual, distortion] = characterOf[feeder.use];
    const powerFactor = clamp(around(device, now, usual, 0.015, 6 * minutes, 1), 0.8, 1);
    const apparentPower = power / powerFactor;
    const voltages = [1, 2, 3].map((phase) => mainsVoltage(device, now, phase));
    const shares = [1, 2, 3].map(
      (phase) => 1 + 0.05 * drift(device.seed, now.moment.atMs, 11 * minutes, 10 + phase),
    );
    const total = shares.reduce((sum, share) => sum + share, 0);
    const currents = voltages.map(
      (voltage, phase) => ((apparentPower * 1000) / voltage) * ((shares[phase] ?? 1) / total),
    );
    const mean = currents.reduce((sum, current) => sum + current, 0) / 3;
    const [voltageA = 0, voltageB = 0, voltageC = 0] = voltages;
    const [currentA = 0, currentB = 0, currentC = 0] = currents;
    const load = (Math.max(...currents) / feeder.ratedA) * 100;
    return {
      use: feeder.use,
      voltageA,
      voltageB,
      voltageC,
      currentA,
      currentB,
      currentC,
      load,
      unbalance:
        mean > 0 ? (Math.max(...currents.map((current) => Math.abs(current - mean))) / mean) * 100 : 0,
      power,
      reactivePower: Math.sqrt(Math.max(0, apparentPower ** 2 - power ** 2)),
      apparentPower,
      powerFactor,
      frequency: frequencyHz(now),
      voltageDistortion: around(device, now, 2.1, 0.7, 14 * minutes, 3),
      currentDistortion: around(device, now, distortion, 2, 9 * minutes, 4),
      energy: feederEnergyKwh(feeder, now),
      breaker: "closed",
      temperature: garageC(now) + 8 + 0.28 * load,
    };
  },
  transformer: (device, now, works) => {
    const power = works.transformerKw(device.id, now);
    const reactivePower = Math.abs(power) * 0.29 + 6;
    const load = (Math.hypot(power, reactivePower) / transformerKva) * 100;
    const ambient = garageC(now) + 6;
    const winding = (phase: number): number =>
      ambient + 18 + 0.72 * load + 2 * drift(device.seed, now.moment.atMs, 30 * minutes, phase);
    return {
      load,
      windingA: winding(1),
      windingB: winding(2) + 2,
      windingC: winding(3),
      core: ambient + 15 + 0.45 * load,
      ambient,
      power,
      reactivePower,
      fan: winding(2) + 2 >= 80,
      breaker: "closed",
      partialDischarge: around(device, now, 14, 6, 20 * minutes, 4),
    };
  },
  elec_fire_monitor: (device, now) => {
    const warmC = garageC(now) + 6 + 5 * valueAt(loadWorkday, now.moment.hour);
    const cable = (number: number): number =>
      around(device, now, warmC + ((device.seed >>> number) % 4), 1.2, 13 * minutes, number);
    return {
      residual: around(device, now, 38 + (device.seed % 60), 9, 3 * minutes, 5),
      cable1: cable(1),
      cable2: cable(2),
      cable3: cable(3),
      cable4: cable(4),
    };
  },
  pv_inverter: (device, now, works) => {
    const power = works.panelsKw(device.id, now) * (1 - 0.01 * chance(device.seed, 0, 1));
    const kwp = works.panelsKwp.get(device.id) ?? 1;
    const working = power > 0.05;
    const volts = working ? 640 - 1.4 * (now.weather.temperatureC - 25) : 0;
    const amperes = working ? (power * 1000) / 0.96 / volts / 4 : 0;
    const string = (number: number): number => amperes * around(device, now, 1, 0.03, 15 * minutes, number);
    return {
      power,
      energy: kwp * 3.1 * (now.moment.day - 18_200 + sunUsed(now)),
      ...Object.fromEntries(
        [1, 2, 3, 4].flatMap((number) => [
          [
            `string${number}Voltage`,
            volts === 0 ? 0 : around(device, now, volts, 4, 6 * minutes, 10 + number),
          ],
          [`string${number}Current`, string(number)],
        ]),
      ),
      weakestString: around(device, now, 96, 2.5, 2 * hours, 20),
      temperature: now.weather.temperatureC + 4 + 26 * (power / kwp),
      insulation: around(device, now, 5200, 1800, 5 * hours, 21),
      state: working ? "generating" : "standby",
    };
  },
  bess: (device, now) => {
    const power = storagePowerKw(now.moment) * around(device, now, 1, 0.03, 50_000, 1);
    const charge = storageChargePercent(now.moment);
    const voltage = 720 + 0.9 * charge + power * 0.03;
    const cell = 3.18 + 0.0016 * charge;
    const cellMax = 22 + Math.abs(power) * 0.024 + around(device, now, 1, 0.6, 10 * minutes, 2);
    const cellSpread = around(device, now, 2.4, 0.6, 12 * minutes, 3);
    return {
      charge,
      health: 96.4 - (device.seed % 10) / 10,
      power,
      voltage,
      current: (power * 1000) / voltage,
      cellVoltageMax: cell + 0.012,
      cellVoltageMin: cell - 0.014,
      cellMax,
      cellMin: cellMax - cellSpread,
      cellSpread,
      hydrogen: around(device, now, 3, 2, 20 * minutes, 4),
      carbonMonoxide: around(device, now, 2, 1.5, 25 * minutes, 5),
      smoke: false,
      cooling: Math.abs(power) > 40 || now.weather.temperatureC > 24 ? "on" : "off",
    };
  },
};

/** Mean power of a use for its meter, kW per ampere rated. */
const meanKwPerA = 0.17;

const feederEnergyKwh = (feeder: Feeder, { moment }: Now): number =>
  feeder.ratedA *
  meanKwPerA *
  24 *
  (moment.day - 18_000 + sumUntil(loadWorkday, moment.hour) / sumUntil(loadWorkday, 24));

/** Share of a day's sun that has shone: a half-sine between seven and seventeen. */
const sunUsed = ({ moment: { hour } }: Now): number =>
  (1 - Math.cos(Math.PI * clamp((hour - 7) / 10, 0, 1))) / 2;
