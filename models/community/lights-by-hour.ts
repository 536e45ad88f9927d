/** Share of dwellings with lights on, by the hour of a usual day (the demo's rhythm table; synthetic). */
const byHour = [
  0.06, 0.03, 0.02, 0.02, 0.02, 0.05, 0.2, 0.22, 0.08, 0.04, 0.03, 0.03, 0.05, 0.03, 0.03, 0.03, 0.08, 0.35,
  0.66, 0.8, 0.82, 0.74, 0.48, 0.2,
];

/** The same between the hours: `hour` is local time, 0 … 24, fractions allowed. */
export function lightsByHour(hour: number): number {
  const whole = Math.floor(hour);
  const before = byHour[((whole % 24) + 24) % 24] ?? 0;
  const after = byHour[(((whole + 1) % 24) + 24) % 24] ?? 0;
  return before + (after - before) * (hour - whole);
}
