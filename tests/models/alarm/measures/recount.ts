import { floodAfterAnnouncement, floodAfterTime, noFlood } from "../../../../models/alarm/flood.ts";
import type { Trace } from "../../../../models/alarm/measures/trace.ts";
import { days, hours, minutes } from "../../../../models/quantity.ts";

/** The measures as their rules say them, counted anew from all transitions each time. */
export function recount(traces: readonly Trace[], nowMs: number) {
  const fromMs = Math.max(traces[0]?.atMs ?? nowMs, nowMs - 30 * days);
  const inWindow = ({ atMs }: { readonly atMs: number }) => atMs >= fromMs;
  const announcements = traces.filter(({ announced }) => announced);
  const announced = announcements.filter(inWindow);
  return {
    fromMs,
    announced: announced.length,
    perAlarm: countsOf(announced.map(({ alarm }) => alarm)),
    perPriority: countsOf(announced.map(({ priority }) => priority)),
    busyTenMinutes: busyShare(announced, fromMs, nowMs, 10 * minutes, 10),
    busyHours: busyShare(announced, fromMs, nowMs, hours, 30),
    peakTenMinutes: peakOf(announcements, fromMs, 10 * minutes),
    peakDay: peakOf(announcements, fromMs, days),
    lastHour: announcements.filter(({ atMs }) => nowMs - atMs < hours).length,
    floodedMs: floodedMs(announcements, fromMs, nowMs),
    chatter: countsOf(
      chatterOf(traces)
        .filter(inWindow)
        .map(({ alarm }) => alarm),
    ),
    fleeting: countsOf(
      fleetingOf(traces)
        .filter(inWindow)
        .map(({ alarm }) => alarm),
    ),
    tookMs: tookOf(traces, fromMs),
  };
}

const countsOf = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

function busyShare(announced: readonly Trace[], fromMs: number, nowMs: number, unitMs: number, most: number) {
  let [periods, busy] = [0, 0];
  for (let at = Math.ceil(fromMs / unitMs) * unitMs; at + unitMs <= nowMs; at += unitMs) {
    periods++;
    if (announced.filter(({ atMs }) => atMs >= at && atMs < at + unitMs).length > most) busy++;
  }
  return busy / Math.max(1, periods);
}

function peakOf(announcements: readonly Trace[], fromMs: number, spanMs: number) {
  let peak: { count: number; atMs: number } | null = null;
  for (const [index, { atMs }] of announcements.entries()) {
    const count = announcements.slice(0, index + 1).filter((other) => atMs - other.atMs < spanMs).length;
    if (atMs >= fromMs && count >= (peak?.count ?? 0)) peak = { count, atMs };
  }
  return peak;
}

function floodedMs(announcements: readonly Trace[], fromMs: number, nowMs: number): number {
  const moments = announcements
    .flatMap(({ atMs }) => [atMs, atMs + 10 * minutes])
    .filter((at) => at <= nowMs);
  let [watch, sumMs, lastMs] = [noFlood, 0, fromMs];
  for (const at of [...moments, nowMs].toSorted((a, b) => a - b)) {
    if (watch.flood?.untilMs === null) sumMs += Math.max(0, at - Math.max(lastMs, fromMs));
    lastMs = at;
    watch = floodAfterTime(watch, at);
    for (const { atMs } of announcements) if (atMs === at) watch = floodAfterAnnouncement(watch, at);
    // An announcement is taken once, at the first of the moments that fall together.
    announcements = announcements.filter(({ atMs }) => atMs > at);
  }
  return sumMs;
}

const conditionsOf = (traces: readonly Trace[], alarm: string) =>
  traces.filter(
    ({ alarm: of, event }) => of === alarm && (event.event === "raise" || event.event === "return"),
  );

function chatterOf(traces: readonly Trace[]): Trace[] {
  return [...new Set(traces.map(({ alarm }) => alarm))].flatMap((alarm) => {
    const all = conditionsOf(traces, alarm);
    return all.filter(
      ({ atMs }, index) => atMs - (all[index - 2]?.atMs ?? Number.NEGATIVE_INFINITY) < minutes,
    );
  });
}

function fleetingOf(traces: readonly Trace[]): Trace[] {
  return traces.filter((trace, index) => {
    if (trace.event.event !== "return") return false;
    const before = traces.slice(0, index).filter(({ alarm }) => alarm === trace.alarm);
    const raised = before.findLastIndex(({ event }) => event.event === "raise");
    const since = before.slice(raised);
    const acknowledged = since.some(({ event }) => event.event === "acknowledge");
    return raised >= 0 && !acknowledged && trace.atMs - (since[0]?.atMs ?? 0) < minutes;
  });
}

function tookOf(traces: readonly Trace[], fromMs: number): number[] {
  const took: number[] = [];
  for (const [index, trace] of traces.entries()) {
    if (trace.event.event !== "acknowledge") continue;
    const before = traces.slice(0, index).filter(({ alarm }) => alarm === trace.alarm);
    const asks = ({ state }: Trace) => state === "unacknowledged" || state === "returned";
    const since = before.slice(before.findLastIndex((each) => !asks(each)) + 1);
    const asked = since.find(({ announced }) => announced);
    if (asked !== undefined && asked.atMs >= fromMs) took.push(trace.atMs - asked.atMs);
  }
  return took.toSorted((a, b) => a - b);
}
