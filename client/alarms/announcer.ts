import { type Alarm, isAlarm, stateOf } from "../../models/alarm/alarm.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import {
  floodAfterAnnouncement,
  floodAfterTime,
  type FloodWatch,
  isFlooded,
  noFlood,
} from "../../models/alarm/flood.ts";
import { isAnnounced } from "../../models/alarm/transition.ts";
import { priorities, type Priority } from "../../models/device/kind.ts";
import type { AlarmId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { Clock } from "../clock.ts";

/** How often what nobody has acknowledged is heard again; what may wait is heard once. */
const againMs: Readonly<Record<Priority, number>> = {
  P1: 4 * seconds,
  P2: 15 * seconds,
  P3: 60 * seconds,
  P4: Number.POSITIVE_INFINITY,
};

export interface AnnouncerDoor {
  readonly alerts: Signal<readonly Alert[]>;
  readonly clock: Pick<Clock, "now" | "every">;
  /** Community time. */
  readonly nowMs: () => number;
  /** Which alarms are one thing to look at; asked only in a flood. */
  readonly groupOf: (alarm: Alarm) => string;
  readonly play: (priority: Priority) => void;
}

/**
 * Makes heard what somebody has to look at, and again until somebody has: the gravest alone. In a flood each group is
 * announced once (O7). What goes is never heard.
 */
export class Announcer {
  readonly #door: AnnouncerDoor;
  readonly #flood = signal<FloodWatch>(noFlood);
  readonly #ends: readonly (() => void)[];
  #known: ReadonlyMap<AlarmId, Alarm> | null = null;
  /** Groups that were announced in this flood. */
  #groups = new Set<string>();
  #heardMs = Number.NEGATIVE_INFINITY;
  #heard: Priority | null = null;

  constructor(door: AnnouncerDoor) {
    this.#door = door;
    this.#ends = [
      door.alerts.subscribe(() => this.#look()),
      door.clock.every(1 * seconds, () => this.#passTime()),
    ];
    this.#look();
  }

  get flood(): Signal<FloodWatch> {
    return this.#flood;
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  #look(): void {
    const alarms = this.#door.alerts.get().filter(isAlarm);
    const before = this.#known;
    if (before === null && alarms.length === 0) return;
    this.#known = new Map(alarms.map((alarm) => [alarm.alarm, alarm]));
    const announced = alarms
      .filter((alarm) => before !== null && isAnnounced(before.get(alarm.alarm) ?? null, alarm))
      .toSorted((a, b) => a.changedAtMs - b.changedAtMs);
    // Whoever has just come hears of what is there already as of anything nobody has acknowledged.
    const told = before === null ? alarms.filter((alarm) => stateOf(alarm) === "unacknowledged") : announced;
    let gravest: Priority | null = null;
    for (const alarm of told.toSorted((a, b) => a.raisedAtMs - b.raisedAtMs))
      if (this.#announce(alarm)) gravest = graver(gravest, alarm.priority);
    if (gravest !== null) this.#play(gravest);
  }

  /** @returns whether it is heard. */
  #announce(alarm: Alarm): boolean {
    const was = isFlooded(this.#flood.get());
    this.#flood.set(floodAfterAnnouncement(this.#flood.get(), Math.max(alarm.changedAtMs, alarm.raisedAtMs)));
    if (!isFlooded(this.#flood.get())) return true;
    if (!was) this.#groups = new Set();
    const group = this.#door.groupOf(alarm);
    if (this.#groups.has(group)) return false;
    this.#groups.add(group);
    return true;
  }

  #passTime(): void {
    const flood = floodAfterTime(this.#flood.get(), this.#door.nowMs());
    if (flood !== this.#flood.get()) this.#flood.set(flood);
    const gravest = this.#gravestUnseen();
    if (gravest === null) this.#heard = null;
    else if (gravest !== this.#heard || this.#door.clock.now() - this.#heardMs >= againMs[gravest])
      this.#play(gravest);
  }

  #gravestUnseen(): Priority | null {
    let gravest: Priority | null = null;
    for (const alarm of this.#known?.values() ?? [])
      if (stateOf(alarm) === "unacknowledged") gravest = graver(gravest, alarm.priority);
    return gravest;
  }

  #play(priority: Priority): void {
    // Something less grave is heard once, and what is gravest goes on being heard at its own pace.
    this.#heard = this.#gravestUnseen();
    this.#heardMs = this.#door.clock.now();
    this.#door.play(priority);
  }
}

const graver = (one: Priority | null, other: Priority): Priority =>
  one !== null && priorities.indexOf(one) < priorities.indexOf(other) ? one : other;
