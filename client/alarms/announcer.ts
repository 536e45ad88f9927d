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

/** What is told of at one moment is taken as one: a cause may withdraw what it brings about. */
const settleMs = 500;

/** How often what nobody has acknowledged is heard again; what may wait is heard once. */
const againMs: Readonly<Record<Priority, number>> = {
  P1: 4 * seconds,
  P2: 15 * seconds,
  P3: 60 * seconds,
  P4: Number.POSITIVE_INFINITY,
};

export interface AnnouncerDoor {
  readonly alerts: Signal<readonly Alert[]>;
  readonly clock: Pick<Clock, "now" | "every" | "after">;
  /** Community time. */
  readonly nowMs: () => number;
  /** Which alarms are one thing to look at; asked only in a flood. */
  readonly groupOf: (alarm: Alarm) => string;
  readonly play: (priority: Priority) => void;
  /** Says in words what is new, in the order it came; in a flood the first of each group alone. */
  readonly tell: (heard: readonly Alarm[]) => void;
}

/**
 * Makes heard what somebody has to look at, and again until somebody has: the gravest alone. In a flood each group is
 * announced once (O7). What goes is never heard, nor what a cause withdraws as soon as it is there, nor what a server
 * that was away tells once more.
 */
export class Announcer {
  readonly #door: AnnouncerDoor;
  readonly #flood = signal<FloodWatch>(noFlood);
  readonly #ends: readonly (() => void)[];
  /** Each alarm as it was last told of, whether it still is or not; null before anything was. */
  #known: Map<AlarmId, Alarm> | null = null;
  #present: readonly Alarm[] = [];
  #settling: (() => void) | null = null;
  /** Groups that were announced in this flood. */
  #groups = new Set<string>();
  #heardMs = Number.NEGATIVE_INFINITY;
  #heard: Priority | null = null;

  constructor(door: AnnouncerDoor) {
    this.#door = door;
    this.#ends = [
      door.alerts.subscribe(() => {
        this.#settling ??= door.clock.after(settleMs, () => this.#look());
      }),
      door.clock.every(1 * seconds, () => this.#passTime()),
    ];
    this.#look();
  }

  get flood(): Signal<FloodWatch> {
    return this.#flood;
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#settling?.();
  }

  #look(): void {
    this.#settling = null;
    this.#present = this.#door.alerts.get().filter(isAlarm);
    if (this.#known === null && this.#present.length === 0) return;
    // Whoever has just come hears of what is there already as of anything nobody has acknowledged.
    const known = this.#known;
    const told = this.#present.filter((alarm) =>
      known === null ? stateOf(alarm) === "unacknowledged" : isAnnounced(episodeIn(known, alarm), alarm),
    );
    this.#known ??= new Map();
    for (const alarm of this.#present) this.#known.set(alarm.alarm, alarm);
    const heard = told
      .toSorted((a, b) => announcedAtMs(a) - announcedAtMs(b))
      .filter((alarm) => this.#announce(alarm));
    if (heard.length === 0) return;
    this.#door.tell(heard);
    this.#play(heard.map(({ priority }) => priority).reduce(graver));
  }

  /** @returns whether it is heard. */
  #announce(alarm: Alarm): boolean {
    const was = isFlooded(this.#flood.get());
    this.#flood.set(floodAfterAnnouncement(this.#flood.get(), announcedAtMs(alarm)));
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
    for (const alarm of this.#present)
      if (stateOf(alarm) === "unacknowledged")
        gravest = gravest === null ? alarm.priority : graver(gravest, alarm.priority);
    return gravest;
  }

  #play(priority: Priority): void {
    // Something less grave is heard once, and what is gravest goes on being heard at its own pace.
    this.#heard = this.#gravestUnseen();
    this.#heardMs = this.#door.clock.now();
    this.#door.play(priority);
  }
}

const announcedAtMs = ({ changedAtMs, raisedAtMs }: Alarm): number => Math.max(changedAtMs, raisedAtMs);

/** The same episode as it was last told of. */
function episodeIn(known: ReadonlyMap<AlarmId, Alarm>, { alarm, fromMs }: Alarm): Alarm | null {
  const last = known.get(alarm);
  return last?.fromMs === fromMs ? last : null;
}

const graver = (one: Priority, other: Priority): Priority =>
  priorities.indexOf(one) < priorities.indexOf(other) ? one : other;
