import { minutes } from "../../quantity.ts";
import { lampBrightness, lampHours } from "../rhythm/lamps.ts";
import { lampWatts } from "../works.ts";
import { mainsVoltage } from "./power.ts";
import type { Readers } from "./reader.ts";
import { around, clamp } from "./reader.ts";

const contentOf = (hour: number): string => {
  if (hour < 6 || hour >= 22.5) return "none";
  const turn = Math.floor(hour * 4) % 3;
  return turn === 0 ? "weather" : turn === 1 ? "notice" : "safety";
};

export const lightNetworkReaders: Readers = {
  street_light: (device, now) => {
    const brightness = lampBrightness(now);
    const voltage = mainsVoltage(device, now, 2);
    const power = brightness > 0 ? around(device, now, lampWatts * brightness, 0.6, 9 * minutes, 1) : 0;
    return {
      state: brightness > 0 ? "on" : "off",
      dim: brightness * 100,
      power,
      voltage,
      current: power / voltage / 0.95,
      leakage: around(device, now, 3, 2, 30 * minutes, 2),
      energy: (lampHours(now.moment) * lampWatts) / 1000,
    };
  },
  gateway: (device, now) => ({
    cpu: around(device, now, 24, 9, 70_000, 1),
    memory: around(device, now, 46, 3, 20 * minutes, 2),
    loss: clamp(around(device, now, 0.3, 0.5, 3 * minutes, 3), 0, 3),
    latency: around(device, now, 24, 9, 50_000, 4),
    queue: clamp(around(device, now, 1, 3, 40_000, 5), 0, 9),
    childrenOnline: around(device, now, 99.4, 0.5, 15 * minutes, 6),
  }),
  pa_display: (_device, now) => ({
    online: true,
    volume: now.moment.hour >= 7 && now.moment.hour < 21 ? 35 : 0,
    content: contentOf(now.moment.hour),
  }),
};
