/** The moment community time begins at: an instant, or wall-clock digits to be read in the community's own zone. */
export type StartTime =
  | { readonly kind: "now" }
  | { readonly kind: "instant"; readonly atMs: number }
  /** `asIfUtcMs`: the digits read as if they were UTC. */
  | { readonly kind: "local"; readonly asIfUtcMs: number };

const pattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?))?(Z|[+-]\d{2}:\d{2})?$/;

/** @throws when it is neither `now` nor an ISO date with an optional time and offset. */
export function startTime(text: string): StartTime {
  if (text === "now") return { kind: "now" };
  const [, date, time, offset] = pattern.exec(text) ?? [];
  const atMs = date === undefined ? Number.NaN : Date.parse(`${date}T${time ?? "00:00"}${offset ?? "Z"}`);
  if (Number.isNaN(atMs))
    throw new Error("now, or a time such as 2026-11-23T07:00 or 2026-11-23T07:00:00+08:00");
  return offset === undefined ? { kind: "local", asIfUtcMs: atMs } : { kind: "instant", atMs };
}

/** @param timeZone IANA name of the community's zone. */
export function startTimeMs(start: StartTime, timeZone: string, nowMs: number): number {
  switch (start.kind) {
    case "now":
      return nowMs;
    case "instant":
      return start.atMs;
    case "local": {
      // Twice, because the offset may differ between the guess and the answer.
      const guess = start.asIfUtcMs - offsetMs(start.asIfUtcMs, timeZone);
      return start.asIfUtcMs - offsetMs(guess, timeZone);
    }
  }
}

/** How far the zone's clocks are ahead of UTC at that instant. */
function offsetMs(atMs: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const name = format.formatToParts(atMs).find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes, seconds] = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name) ?? [];
  if (hours === undefined) return 0;
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0)) * 1000;
  return sign === "-" ? -size : size;
}
