import { may } from "../../duty/authority.ts";
import type { AlarmId } from "../../ids.ts";
import { days, hours, minutes } from "../../quantity.ts";
import type { Priority } from "../../device/kind.ts";
import type { Alarm } from "../alarm.ts";
import {
  type Flood,
  floodAfterAnnouncement,
  floodAfterTime,
  type FloodWatch,
  isFlooded,
  noFlood,
} from "../flood.ts";
import type { AlarmEvent } from "../transition.ts";
import { daysNeeded } from "./bounds.ts";
import { type Counted, reportOf } from "./make-report.ts";
import type { MeasuresReport } from "./report.ts";
import { RollingCount } from "./rolling-count.ts";
import { SlidingTally } from "./sliding-tally.ts";
import type { Trace } from "./trace.ts";

const windowMs = daysNeeded * days;
const togetherMs = 1 * minutes;
const mostRemembered = 200_000;

/** What has to be remembered of one alarm. */
interface Course {
  /** The last two transitions of its condition. */
  lastMs: readonly number[];
  /** Active since then, and not acknowledged since. */
  raisedAtMs: number | null;
  /** Announced then, and not acknowledged since. */
  askedAtMs: number | null;
}

/** The measures of one operator position, counted as things happen. */
export class AlarmMeasures implements Counted {
  readonly position: string;
  readonly announcedOf: SlidingTally<AlarmId>;
  readonly priorities: SlidingTally<Priority>;
  readonly tenMinutes: SlidingTally<number>;
  readonly hours: SlidingTally<number>;
  readonly chatter: SlidingTally<AlarmId>;
  readonly fleeting: SlidingTally<AlarmId>;
  readonly acknowledged: SlidingTally<number>;
  readonly unauthorised: SlidingTally<AlarmId>;
  readonly rolling: Counted["rolling"];
  readonly #courses = new Map<AlarmId, Course>();
  #beganMs: number | null;
  #lastMs = Number.NEGATIVE_INFINITY;
  #watch: FloodWatch = noFlood;
  #floods: Flood[] = [];

  /**
   * @param position whose alarms these are.
   * @param beganMs when the first transition was that anybody knows; null where the first one is still to come.
   */
  constructor(position: string, beganMs: number | null, most = mostRemembered) {
    this.position = position;
    this.#beganMs = beganMs;
    this.announcedOf = new SlidingTally(most);
    this.priorities = new SlidingTally(most);
    this.tenMinutes = new SlidingTally(most);
    this.hours = new SlidingTally(most);
    this.chatter = new SlidingTally(most);
    this.fleeting = new SlidingTally(most);
    this.acknowledged = new SlidingTally(most);
    this.unauthorised = new SlidingTally(most);
    this.rolling = {
      tenMinutes: new RollingCount(10 * minutes, most),
      hour: new RollingCount(1 * hours, most),
      day: new RollingCount(1 * days, most),
    };
  }

  note(trace: Trace): void {
    const atMs = Math.max(trace.atMs, this.#lastMs);
    this.#lastMs = atMs;
    this.#beganMs ??= atMs;
    this.fromMs(atMs);
    const course = this.#courseOf(trace.alarm);
    if (trace.announced) this.#announce(trace, course, atMs);
    this.#condition(trace, course, atMs);
    this.#answer(trace, course, atMs);
    if (!isAuthorised(trace.event)) this.unauthorised.add(trace.alarm, atMs);
  }

  #courseOf(alarm: AlarmId): Course {
    const known = this.#courses.get(alarm) ?? { lastMs: [], raisedAtMs: null, askedAtMs: null };
    this.#courses.set(alarm, known);
    return known;
  }

  #announce({ alarm, priority }: Trace, course: Course, atMs: number): void {
    course.askedAtMs ??= atMs;
    this.announcedOf.add(alarm, atMs);
    this.priorities.add(priority, atMs);
    this.tenMinutes.add(Math.floor(atMs / (10 * minutes)), atMs);
    this.hours.add(Math.floor(atMs / hours), atMs);
    for (const count of Object.values(this.rolling)) count.add(atMs);
    const passed = floodAfterTime(this.#watch, atMs);
    if (isFlooded(this.#watch) && !isFlooded(passed) && passed.flood !== null)
      this.#floods.push(passed.flood);
    this.#watch = floodAfterAnnouncement(passed, atMs);
  }

  #condition({ alarm, event }: Trace, course: Course, atMs: number): void {
    if (event.event !== "raise" && event.event !== "return") return;
    const [first, second] = course.lastMs;
    if (first !== undefined && second !== undefined && atMs - first < togetherMs)
      this.chatter.add(alarm, atMs);
    course.lastMs = [...course.lastMs, atMs].slice(-2);
    const raisedAtMs = course.raisedAtMs;
    course.raisedAtMs = event.event === "raise" ? atMs : null;
    const isGone = event.event === "return" && raisedAtMs !== null;
    if (isGone && atMs - raisedAtMs < togetherMs) this.fleeting.add(alarm, atMs);
  }

  #answer({ state, event }: Trace, course: Course, atMs: number): void {
    if (event.event === "acknowledge") {
      if (course.askedAtMs !== null) this.acknowledged.add(atMs - course.askedAtMs, atMs);
      course.raisedAtMs = null;
    }
    if (state !== "unacknowledged" && state !== "returned") course.askedAtMs = null;
  }

  /** Where the window begins that ends now; what is older is forgotten. */
  fromMs(nowMs: number): number {
    const tallies = [
      ...[this.announcedOf, this.chatter, this.fleeting, this.unauthorised],
      ...[this.tenMinutes, this.hours, this.acknowledged, this.priorities],
    ];
    const lostMs = Math.max(...tallies.map((tally) => tally.lostMs));
    const fromMs = Math.max(this.#beganMs ?? nowMs, nowMs - windowMs, lostMs + 1);
    for (const tally of tallies) tally.keepFrom(fromMs);
    while ((this.#floods[0]?.untilMs ?? fromMs) < fromMs) this.#floods.shift();
    return Math.min(fromMs, nowMs);
  }

  floodsAt(nowMs: number): readonly Flood[] {
    const { flood } = floodAfterTime(this.#watch, nowMs);
    return isFlooded(this.#watch) && flood !== null ? [...this.#floods, flood] : [...this.#floods];
  }

  /**
   * @param open all alarms of the position that are not normal.
   * @param nowMs a moment not before what was noted.
   */
  report(open: Iterable<Alarm>, nowMs: number): MeasuresReport {
    return reportOf(this, open, Math.max(nowMs, this.#lastMs));
  }
}

/** Whether what withdraws an alarm was done by whoever may, and for a reason; nothing else suppresses by hand. */
function isAuthorised(event: AlarmEvent): boolean {
  if (event.event !== "shelve" && event.event !== "take-out") return true;
  const why = event.event === "shelve" ? event.reason : event.workOrder;
  return may({ duty: event.act.by.duty, dwelling: null }, "answer-alarms") && why.trim() !== "";
}
