import type { Daily } from "./daily.ts";
import { valueAt } from "./daily.ts";
import type { Moment } from "./moment.ts";

/** One battery container. */
const storageKwh = 1000;

/** Charge by the hour, percent: filled at night and by the midday sun, emptied into the evening peak. */
const chargePercent: Daily = [
  48, 57, 66, 74, 80, 82, 82, 78, 73, 69, 68, 72, 78, 84, 88, 91, 92, 92, 84, 68, 50, 33, 28, 38,
];

export const storageChargePercent = ({ hour }: Moment): number => valueAt(chargePercent, hour);

/** Positive while charging, kW: the slope of the charge. */
export const storagePowerKw = ({ hour }: Moment): number => {
  const step = Math.floor(hour);
  return ((valueAt(chargePercent, step + 1) - valueAt(chargePercent, step)) / 100) * storageKwh;
};
