/** One value per hour, 0 to 23; between the hours the line is straight, and the day joins itself at midnight. */
export type Daily = readonly number[];

/** @param hour any number; 24 is 0 again. */
export function valueAt(daily: Daily, hour: number): number {
  const turned = ((hour % 24) + 24) % 24;
  const step = Math.floor(turned);
  const from = daily[step] ?? 0;
  const to = daily[(step + 1) % 24] ?? 0;
  return from + (to - from) * (turned - step);
}

/** Integral of `valueAt` from midnight to `hour` (0 to 24), in value × hours. */
export function sumUntil(daily: Daily, hour: number): number {
  const whole = Math.min(24, Math.floor(hour));
  let sum = 0;
  for (let step = 0; step < whole; step++) sum += ((daily[step] ?? 0) + (daily[(step + 1) % 24] ?? 0)) / 2;
  const part = hour - whole;
  if (part > 0) sum += ((valueAt(daily, whole) + valueAt(daily, hour)) / 2) * part;
  return sum;
}

/** Scaled so that the day's mean is 1. */
export function ofMeanOne(daily: Daily): Daily {
  const mean = daily.reduce((sum, value) => sum + value, 0) / daily.length;
  return daily.map((value) => value / mean);
}
