const quarterMs = 900_000;

/** Hour of the day in a time zone, with its fraction; the zone's offset is asked once per quarter hour. */
export function localHour(timeZone: string): (atMs: number) => number {
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat("en", {
      timeZone,
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch {
    // An unknown zone: the sun still moves, by Greenwich.
  }
  let quarter = Number.NaN;
  let offsetH = 0;
  return (atMs) => {
    const now = Math.floor(atMs / quarterMs);
    const utc = (atMs / 3_600_000) % 24;
    if (now !== quarter && format) {
      quarter = now;
      const part = (type: string): number =>
        Number(format.formatToParts(now * quarterMs).find((found) => found.type === type)?.value ?? 0);
      offsetH = part("hour") + part("minute") / 60 - (((now * quarterMs) / 3_600_000) % 24);
    }
    return (utc + offsetH + 48) % 24;
  };
}
