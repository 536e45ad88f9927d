import { hours, minutes } from "../../quantity.ts";
import type { DemoDevice } from "../devices/device.ts";
import type { Now } from "../rhythm/sky.ts";
import { garageC, indoorC } from "./climate.ts";
import type { Readers } from "./reader.ts";
import { around, batteryPercent } from "./reader.ts";

/** Static pressure falls with height; roofs have the least. */
const staticMpa = (device: DemoDevice, now: Now): number =>
  around(device, now, device.place.at[2] > 0 ? 0.22 : 0.92, 0.03, 20 * minutes, 1);

export const fireReaders: Readers = {
  smoke_detector: (device, now) => ({
    obscuration: around(device, now, 0.015, 0.012, 40 * minutes, 1),
    state: "normal",
  }),
  home_smoke: (device, now) => ({
    smoke: false,
    temperature: indoorC(device.seed, now),
    batteryVoltage: 2.72 + 0.5 * (batteryPercent(device, now) / 100),
  }),
  heat_detector: (device, now) => ({
    temperature: around(device, now, garageC(now), 1, hours, 1),
    rate: around(device, now, 0, 0.3, 10 * minutes, 2),
  }),
  manual_call_point: () => ({ pressed: false }),
  fire_panel: (device, now) => ({
    mode: "automatic",
    loopFaults: device.seed % 5 === 0 ? 1 : 0,
    mainVoltage: around(device, now, 228, 4, 5 * minutes, 1),
    backupVoltage: around(device, now, 27.2, 0.2, hours, 2),
    disabled: (device.seed % 9) / 10,
    bell: false,
    pumpStart: false,
  }),
  ebike_lift_cam: (device, now) => ({ ebike: false, confidence: around(device, now, 6, 5, 3 * minutes, 1) }),
  fire_water_pressure: (device, now) => ({ pressure: staticMpa(device, now), valveOpen: true }),
  hydrant: (device, now) => ({
    pressure: around(device, now, 0.3, 0.02, hours, 1),
    flow: 0,
    tilt: device.seed % 4,
    capOpen: false,
    battery: batteryPercent(device, now),
    rssi: around(device, now, -82, 8, 6 * hours, 2),
  }),
  fire_tank: (device, now) => {
    const fill = around(device, now, 96, 1.5, 9 * hours, 1);
    return {
      fill,
      level: (fill / 100) * (device.place.at[2] < 0 ? 3.6 : 2.2),
      temperature: around(
        device,
        now,
        device.place.at[2] < 0 ? 13 : Math.max(6.5, garageC(now)),
        0.6,
        5 * hours,
        2,
      ),
    };
  },
  firelane_camera: () => ({ occupied: false, seconds: 0 }),
};
