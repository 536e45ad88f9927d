import type { Alarm } from "../../models/alarm/alarm.ts";
import { stateOf } from "../../models/alarm/alarm.ts";
import type { AlarmAnswer, AlarmRefusal, AlarmRequest } from "../../models/alarm/request.ts";
import { actionsIn } from "../../models/alarm/transition.ts";
import { type ActionId, actionId, type AlarmId } from "../../models/ids.ts";
import { signal, type Signal } from "../../models/signal.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { AlarmLine } from "../link/alarm-line.ts";

/** What to do, without of what and by which id. */
export type AlarmDeed = AlarmRequest extends infer Request
  ? Request extends AlarmRequest
    ? Omit<Request, "id" | "alarm" | "version">
    : never
  : never;

/** What this person asked of an alarm and has no good answer to yet. */
export interface Doing {
  readonly deed: AlarmDeed;
  /** The alarm as they saw it when they asked. */
  readonly seen: Alarm;
  /** `unknown`: the link is away, before or since it was asked; it is settled, asked again as the same, once it is back. */
  readonly state: "asked" | "unknown" | "refused";
  /** Null unless refused; `not-allowed` where it is not theirs to ask at all. */
  readonly why: AlarmRefusal | "not-allowed" | null;
  /** The alarm as whoever came before left it; null where nobody said. */
  readonly alarm: Alarm | null;
}

export interface AlarmActionsDoor {
  readonly line: Pick<AlarmLine, "ask">;
  /** A UUID nobody else makes. */
  readonly newId: () => string;
  /** Whether the link is live. */
  readonly live: Signal<boolean>;
}

/** How often the server's own doings may come in between before we give in. */
const mostAgain = 5;

/** What this person does about alarms, from asking to the answer. What is done shows in the alarm itself. */
export class AlarmActions {
  readonly #door: AlarmActionsDoor;
  readonly #doing = signal<ReadonlyMap<AlarmId, Doing>>(new Map());
  /** Each by its own id: a later one takes no place of an earlier. */
  readonly #cut = new Map<ActionId, () => void>();

  constructor(door: AlarmActionsDoor) {
    this.#door = door;
    door.live.subscribe(() => this.#followLink());
  }

  get doing(): Signal<ReadonlyMap<AlarmId, Doing>> {
    return this.#doing;
  }

  /** Nothing while the same waits for its answer; of notes there may be several. */
  do(alarm: Alarm, deed: AlarmDeed): void {
    const doing = this.#doing.get().get(alarm.alarm);
    const waits = doing !== undefined && doing.state !== "refused";
    if (waits && deed.action !== "note" && doing.deed.action === deed.action) return;
    this.#ask(alarm, this.#requestOf(alarm, deed), 0);
  }

  /** Takes back what is shown of a deed that was refused. */
  dismiss(alarm: AlarmId): void {
    if (this.#doing.get().get(alarm)?.state === "refused") this.#show(alarm, null);
  }

  #requestOf({ alarm, version }: Pick<Alarm, "alarm" | "version">, deed: AlarmDeed): AlarmRequest {
    return { ...deed, id: actionId(this.#door.newId()), alarm, version };
  }

  #ask(seen: Alarm, request: AlarmRequest, times: number): void {
    this.#show(request.alarm, { deed: request, seen, state: this.#waiting, why: null, alarm: null });
    this.#door.line.ask(request, (answer) => this.#answered(seen, request, answer, times));
  }

  /** How what has no answer yet stands. */
  get #waiting(): "asked" | "unknown" {
    return this.#door.live.get() ? "asked" : "unknown";
  }

  #answered(seen: Alarm, request: AlarmRequest, answer: Answer<AlarmAnswer> | null, times: number): void {
    const { alarm: id } = request;
    if (answer === null) {
      // It may or may not have been done: by the same id, asking once more is no second time.
      this.#cut.set(request.id, () => this.#ask(seen, request, 0));
      return this.#show(id, { deed: request, seen, state: "unknown", why: null, alarm: null });
    }
    if (!answer.ok)
      return this.#show(id, { deed: request, seen, state: "refused", why: "not-allowed", alarm: null });
    const { outcome, alarm } = answer.value;
    if (outcome === "done") return this.#show(id, null);
    // The condition itself moved on, no colleague: it is still theirs to do, if it still can be.
    const onlyMoved = outcome === "changed" && alarm !== null && alarm.changedBy === null;
    if (onlyMoved && times < mostAgain && actionsIn(stateOf(alarm)).includes(request.action))
      return this.#ask(seen, this.#requestOf(alarm, request), times + 1);
    this.#show(id, { deed: request, seen, state: "refused", why: outcome, alarm });
  }

  #followLink(): void {
    if (this.#door.live.get()) {
      const cut = [...this.#cut.values()];
      this.#cut.clear();
      for (const askAgain of cut) askAgain();
    }
    const all = [...this.#doing.get()].map(
      ([id, doing]) => [id, doing.state === "refused" ? doing : { ...doing, state: this.#waiting }] as const,
    );
    this.#doing.set(new Map(all));
  }

  #show(alarm: AlarmId, doing: Doing | null): void {
    const all = new Map(this.#doing.get());
    if (doing === null) all.delete(alarm);
    else all.set(alarm, doing);
    this.#doing.set(all);
  }
}
