import { type Alarm, isAlarm, stateOf } from "../../../../models/alarm/alarm.ts";
import type { Alert } from "../../../../models/alarm/alert.ts";
import type { PastAlarm } from "../../../../models/alarm/past.ts";
import type { AlertId } from "../../../../models/ids.ts";
import { alertFacts } from "../../../components/alert-facts.ts";
import type { ReplicaView } from "../../../replica/replica-view.ts";
import type { RowBook } from "./row-book.ts";

/** An alarm as the replica knows it, in the words in which the past is told. */
function rowOf(alarm: Alarm, replica: ReplicaView): PastAlarm {
  const facts = alertFacts(alarm, replica);
  const kind = replica.deviceOf(alarm.device)?.device.kind ?? alarm.about?.kind;
  return {
    alarm,
    state: stateOf(alarm),
    about:
      facts === null || kind === undefined
        ? null
        : { kind, name: facts.name, place: facts.place, party: facts.party },
    message: facts?.message ?? null,
  };
}

/** Tells the table of what became of alarms since it last looked: each change costs by itself, however many there are. */
export class LiveRows {
  readonly #replica: ReplicaView;
  readonly #book: RowBook;
  #seen: readonly Alert[] = [];
  #devices: readonly unknown[] = [];
  #known = new Map<AlertId, Alert>();

  constructor(replica: ReplicaView, book: RowBook) {
    this.#replica = replica;
    this.#book = book;
  }

  /**
   * @param allTold whether all that is open has been told, so that what is not among it is open no longer.
   * @returns whether there was anything new.
   */
  look(allTold: boolean): boolean {
    const alerts = this.#replica.alerts.get();
    const devices = this.#replica.devices.get();
    if (alerts === this.#seen && devices === this.#devices) return false;
    // Other devices are known: whose alarms these are may be told only now.
    if (devices !== this.#devices) this.#known.clear();
    this.#devices = devices;
    this.#seen = alerts;
    const known = new Map<AlertId, Alert>();
    let news = false;
    for (const alert of alerts) {
      if (!isAlarm(alert)) continue;
      known.set(alert.id, alert);
      if (this.#known.get(alert.id) === alert) continue;
      if (this.#book.tell(rowOf(alert, this.#replica))) news = true;
    }
    this.#known = known;
    return allTold && this.#dropUntold() ? true : news;
  }

  /** What was open when it was told and is not among what is open now: only the past can tell how it ended. */
  #dropUntold(): boolean {
    let dropped = false;
    for (const { alarm, state } of this.#book.rows()) {
      if (state === "normal" || this.#known.has(alarm.id)) continue;
      this.#book.drop(alarm.id);
      dropped = true;
    }
    return dropped;
  }
}
