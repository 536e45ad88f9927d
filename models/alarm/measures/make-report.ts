import type { Priority } from "../../device/kind.ts";
import type { AlarmId } from "../../ids.ts";
import { days, hours, minutes } from "../../quantity.ts";
import { type Alarm, isActive, isSilenced, stateOf } from "../alarm.ts";
import type { Flood } from "../flood.ts";
import { daysNeeded, judged, type JudgedMeasure, loadOf, priorityTargets } from "./bounds.ts";
import type { MeasuresReport, Often, Since, Span } from "./report.ts";
import type { RollingCount } from "./rolling-count.ts";
import type { SlidingTally } from "./sliding-tally.ts";

const mostInPeriod = { tenMinutes: 10, hour: 30 } as const;
const staleMs = 24 * hours;
const mostNamed = 10;

/** What was counted of an operator position; each tally holds what is within the window. */
export interface Counted {
  readonly position: string;
  readonly announcedOf: SlidingTally<AlarmId>;
  readonly priorities: SlidingTally<Priority>;
  /** By the number of the 10 minutes, and of the hour, since the epoch. */
  readonly tenMinutes: SlidingTally<number>;
  readonly hours: SlidingTally<number>;
  readonly rolling: Readonly<Record<Span, RollingCount>>;
  readonly chatter: SlidingTally<AlarmId>;
  readonly fleeting: SlidingTally<AlarmId>;
  /** By how long it took, milliseconds. */
  readonly acknowledged: SlidingTally<number>;
  readonly unauthorised: SlidingTally<AlarmId>;
  /** Where the window begins that ends then. */
  fromMs(nowMs: number): number;
  /** Those in the window, the oldest first. */
  floodsAt(nowMs: number): readonly Flood[];
}

/** What was counted and what is open, as numbers with their bounds. */
export function reportOf(counted: Counted, open: Iterable<Alarm>, untilMs: number): MeasuresReport {
  const fromMs = counted.fromMs(untilMs);
  const lastedMs = untilMs - fromMs;
  const wholeDays = Math.floor(lastedMs / days);
  const announced = counted.announcedOf.total;
  const { rolling } = counted;
  const peaks = {
    tenMinutes: rolling.tenMinutes.peakSince(fromMs),
    hour: rolling.hour.peakSince(fromMs),
    day: rolling.day.peakSince(fromMs),
  };
  const floods = counted.floodsAt(untilMs);
  const frequent = oftenest(counted.announcedOf)
    .slice(0, mostNamed)
    .map((often) => ({ ...often, share: often.times / announced }));
  const chattering = oftenest(counted.chatter);
  const fleeting = oftenest(counted.fleeting).filter(({ alarm }) => counted.chatter.countOf(alarm) === 0);
  const now = standingOf(open);
  const stale = now.standing.filter(({ sinceMs }) => untilMs - sinceMs > staleMs);
  const priorities = mixOf(counted.priorities);
  const numbers: Record<JudgedMeasure, number> = {
    perTenMinutes: average(announced, lastedMs, 10 * minutes),
    perHour: average(announced, lastedMs, hours),
    perDay: average(announced, lastedMs, days),
    busyTenMinutes: busyShare(counted.tenMinutes, fromMs, untilMs, 10 * minutes, mostInPeriod.tenMinutes),
    busyHours: busyShare(counted.hours, fromMs, untilMs, hours, mostInPeriod.hour),
    peakTenMinutes: peaks.tenMinutes?.count ?? 0,
    flood: lastedMs === 0 ? 0 : floodedMs(floods, fromMs, untilMs) / lastedMs,
    frequent: frequent.reduce((sum, { times }) => sum + times, 0) / Math.max(1, announced),
    chattering: chattering.length,
    fleeting: fleeting.length,
    stale: stale.length,
    standing: now.standing.length,
    shelved: now.shelved,
    shareP1: priorities.P1.share,
    shareP2: priorities.P2.share,
    shareP3: priorities.P3.share,
    unauthorisedSuppressions: counted.unauthorised.total,
  };
  const enough = wholeDays >= daysNeeded;
  return {
    position: counted.position,
    ...{ fromMs, untilMs, days: wholeDays, daysNeeded, announced },
    judged: Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [name, judged(name as JudgedMeasure, value, enough)]),
    ) as MeasuresReport["judged"],
    load: enough ? loadOf(numbers.perTenMinutes) : null,
    rolling: {
      tenMinutes: rolling.tenMinutes.countAt(untilMs),
      hour: rolling.hour.countAt(untilMs),
      day: rolling.day.countAt(untilMs),
    },
    ...{ peaks, floods, frequent, chattering, fleeting, stale, standing: now.standing },
    suppressed: now.suppressed,
    outOfService: now.outOfService,
    priorities,
    acknowledging: acknowledgingOf(counted.acknowledged, fromMs),
  };
}

const average = (times: number, lastedMs: number, unitMs: number): number =>
  times / Math.max(1, lastedMs / unitMs);

/** The share of whole periods in which there were more than so many. */
function busyShare(
  { counts }: SlidingTally<number>,
  fromMs: number,
  untilMs: number,
  unitMs: number,
  most: number,
): number {
  const first = Math.ceil(fromMs / unitMs);
  const end = Math.floor(untilMs / unitMs);
  let busy = 0;
  for (const [period, count] of counts) if (period >= first && period < end && count > most) busy++;
  return busy / Math.max(1, end - first);
}

function floodedMs(floods: readonly Flood[], fromMs: number, untilMs: number): number {
  let sumMs = 0;
  for (const flood of floods)
    sumMs += Math.max(0, (flood.untilMs ?? untilMs) - Math.max(flood.fromMs, fromMs));
  return sumMs;
}

const oftenest = ({ counts }: SlidingTally<AlarmId>): Often[] =>
  [...counts]
    .map(([alarm, times]) => ({ alarm, times }))
    .toSorted((a, b) => b.times - a.times || (a.alarm < b.alarm ? -1 : 1));

function mixOf(mix: SlidingTally<Priority>): MeasuresReport["priorities"] {
  const of = (priority: Priority) => ({
    times: mix.countOf(priority),
    share: mix.countOf(priority) / Math.max(1, mix.total),
    target: priorityTargets[priority],
  });
  return { P1: of("P1"), P2: of("P2"), P3: of("P3"), P4: of("P4") };
}

/** What is there now, the oldest first. */
function standingOf(open: Iterable<Alarm>) {
  const standing: Since[] = [];
  let [shelved, suppressed, outOfService] = [0, 0, 0];
  for (const alarm of open) {
    const state = stateOf(alarm);
    if (state === "shelved") shelved++;
    if (state === "suppressed") suppressed++;
    if (state === "out-of-service") outOfService++;
    if (isActive(alarm) && !isSilenced(alarm))
      standing.push({ alarm: alarm.alarm, sinceMs: alarm.raisedAtMs });
  }
  standing.sort((a, b) => a.sinceMs - b.sinceMs || (a.alarm < b.alarm ? -1 : 1));
  return { standing, shelved, suppressed, outOfService };
}

/** Of those that were announced in the window. */
function acknowledgingOf(
  acknowledged: SlidingTally<number>,
  fromMs: number,
): MeasuresReport["acknowledging"] {
  const tookMs = [...acknowledged.entries()]
    .filter(({ key, atMs }) => atMs - key >= fromMs)
    .map(({ key }) => key)
    .toSorted((a, b) => a - b);
  const times = tookMs.length;
  if (times === 0) return { times, meanMs: null, p90Ms: null };
  const meanMs = tookMs.reduce((sum, ms) => sum + ms, 0) / times;
  return { times, meanMs, p90Ms: tookMs[Math.ceil(0.9 * times) - 1] ?? null };
}
