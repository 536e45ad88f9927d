import type { Alarm } from "../../models/alarm/alarm.ts";
import { stateOf } from "../../models/alarm/alarm.ts";
import type { AlarmAnswer, AlarmRefusal, AlarmRequest } from "../../models/alarm/request.ts";
import { actionsIn } from "../../models/alarm/transition.ts";
import { actionId, type AlarmId } from "../../models/ids.ts";
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
  /** `unknown`: the connection went before the answer; it is asked again, as the same, once it is back. */
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
  /** Told when the link is live again. */
  readonly onBack: (listener: () => void) => void;
}

/** How often the server's own doings may come in between before we give in. */
const mostAgain = 5;

/** What this person does about alarms, from asking to the answer. What is done shows in the alarm itself. */
export class AlarmActions {
  readonly #door: AlarmActionsDoor;
  readonly #doing = signal<ReadonlyMap<AlarmId, Doing>>(new Map());
  readonly #cut = new Map<AlarmId, AlarmRequest>();

  constructor(door: AlarmActionsDoor) {
    this.#door = door;
    door.onBack(() => this.#askCutAgain());
  }

  get doing(): Signal<ReadonlyMap<AlarmId, Doing>> {
    return this.#doing;
  }

  do(alarm: Pick<Alarm, "alarm" | "version">, deed: AlarmDeed): void {
    this.#ask(this.#requestOf(alarm, deed), 0);
  }

  /** Takes back what is shown of a deed that was refused. */
  dismiss(alarm: AlarmId): void {
    if (this.#doing.get().get(alarm)?.state === "refused") this.#show(alarm, null);
  }

  #requestOf({ alarm, version }: Pick<Alarm, "alarm" | "version">, deed: AlarmDeed): AlarmRequest {
    return { ...deed, id: actionId(this.#door.newId()), alarm, version };
  }

  #ask(request: AlarmRequest, times: number): void {
    this.#show(request.alarm, { deed: request, state: "asked", why: null, alarm: null });
    this.#door.line.ask(request, (answer) => this.#answered(request, answer, times));
  }

  #answered(request: AlarmRequest, answer: Answer<AlarmAnswer> | null, times: number): void {
    const { alarm: id } = request;
    if (answer === null) {
      // It may or may not have been done: by the same id, asking once more is no second time.
      this.#cut.set(id, request);
      return this.#show(id, { deed: request, state: "unknown", why: null, alarm: null });
    }
    if (!answer.ok)
      return this.#show(id, { deed: request, state: "refused", why: "not-allowed", alarm: null });
    const { outcome, alarm } = answer.value;
    if (outcome === "done") return this.#show(id, null);
    // The condition itself moved on, no colleague: it is still theirs to do, if it still can be.
    const onlyMoved = outcome === "changed" && alarm !== null && alarm.changedBy === null;
    if (onlyMoved && times < mostAgain && actionsIn(stateOf(alarm)).includes(request.action))
      return this.#ask(this.#requestOf(alarm, request), times + 1);
    this.#show(id, { deed: request, state: "refused", why: outcome, alarm });
  }

  #askCutAgain(): void {
    const cut = [...this.#cut.values()];
    this.#cut.clear();
    for (const request of cut) this.#ask(request, 0);
  }

  #show(alarm: AlarmId, doing: Doing | null): void {
    const all = new Map(this.#doing.get());
    if (doing === null) all.delete(alarm);
    else all.set(alarm, doing);
    this.#doing.set(all);
  }
}
