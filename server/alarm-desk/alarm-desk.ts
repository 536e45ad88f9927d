import { type Alarm, isActive, stateOf } from "../../models/alarm/alarm.ts";
import type { Alert, PointLimit } from "../../models/alarm/alert.ts";
import type { AlarmAnswer, AlarmRefusal, AlarmRequest } from "../../models/alarm/request.ts";
import type { AlarmMeasures } from "../../models/alarm/measures/alarm-measures.ts";
import { traceOf } from "../../models/alarm/measures/trace.ts";
import {
  after,
  type AlarmEvent,
  type AlarmOccurrence,
  isAnnounced,
  normalAlarm,
} from "../../models/alarm/transition.ts";
import type { AlertedDevice, Device } from "../../models/device/device.ts";
import type { Limit } from "../../models/device/kind.ts";
import { may } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import type { Person } from "../../models/duty/person.ts";
import { alarmId, type AlarmId, type CommunityId, type DeviceId, type SessionId } from "../../models/ids.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { Audit } from "../audit/audit.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { Database } from "../store/open-store.ts";
import { AlarmClock } from "./alarm-clock.ts";
import { Causes } from "./causes.ts";
import { AlarmJournal } from "./alarm-journal.ts";
import { type KeptTransition, openEpisodes, transitionBy, versionsReached } from "./alarm-store.ts";
import { actionOf, isSame, lackOf, trailEntryOf } from "./asked.ts";

/** What an alarm is of. */
export type Alarmed = Pick<Alert, "point" | "device" | "limit" | "priority">;

export interface AlarmDeskNeeds {
  readonly db: Database;
  readonly community: CommunityId;
  readonly audit: Pick<Audit, "transaction">;
  readonly refusals: Pick<Refusals, "note">;
  /** Community time. */
  readonly nowMs: () => number;
  /** The limit an alarm is of; null where there is none, or none that staff answer. */
  readonly ruleOf: (of: PointLimit) => Pick<Limit, "latches" | "escalates" | "explains"> | null;
  /** What feeds and carries a device; undefined for one nobody knows. */
  readonly linesOf: (device: DeviceId) => Pick<Device, "fedBy" | "via"> | undefined;
  /** What and where a device is, to be kept with what happens to its alarms; null for one nobody knows. */
  readonly aboutOf: (device: DeviceId) => AlertedDevice | null;
  /** Told of every transition, in order. */
  readonly measures: Pick<AlarmMeasures, "note">;
  /** What the id stands for; null where there is no such limit, or none that staff answer. */
  readonly alarmed: (id: AlarmId) => Alarmed | null;
  /** The longest a person may shelve for. */
  readonly longestShelfMs: number;
}

/** Who asks, and what they may. */
export interface Asker {
  readonly session: SessionId;
  readonly authority: Authority;
  readonly person: Person;
}

/** Something that happened to an alarm by itself while people acted on it. */
interface Held {
  readonly of: Alarmed;
  readonly event: AlarmOccurrence;
}

/** It happened by itself. */
const nobody = { action: null, who: null } as const;

/** What every alarm is, from its condition and from what people do to it; all that happens to one is kept. */
export class AlarmDesk {
  readonly #needs: AlarmDeskNeeds;
  readonly #journal: AlarmJournal;
  readonly #clock = new AlarmClock();
  readonly #causes: Causes;
  #causesChanged = false;
  /** Alarms that are not normal. */
  readonly #open = new Map<AlarmId, Alarm>();
  /** The version of those that are normal again. */
  readonly #versions = new Map<AlarmId, number>();
  readonly #held = new Map<AlarmId, Held[]>();
  readonly #turns = new Map<AlarmId, Promise<unknown>>();
  #fresh: Alarm[] = [];

  constructor(needs: AlarmDeskNeeds) {
    this.#needs = needs;
    this.#journal = new AlarmJournal(needs.audit, needs.community);
    this.#causes = new Causes(needs.linesOf);
  }

  get open(): ReadonlyMap<AlarmId, Alarm> {
    return this.#open;
  }

  /** What earlier runs left, as they left it. */
  async load(): Promise<void> {
    const { db, community } = this.#needs;
    for (const [alarm, version] of await versionsReached(db, community)) this.#versions.set(alarm, version);
    for (const alarm of await openEpisodes(db, community)) this.#set(alarm);
  }

  /** Conditions that began or ended. Called after each tick of the twin. */
  onTick(alerts: readonly Alert[], nowMs: number): void {
    for (const alert of alerts) this.take(alert);
    for (const { alarm, event } of this.#clock.due(nowMs)) {
      const of = this.#open.get(alarm);
      if (of !== undefined) this.#occur(of, event);
    }
    this.#causesChanged = this.#causes.expire(nowMs) || this.#causesChanged;
    if (!this.#causesChanged) return;
    this.#causesChanged = false;
    for (const alarm of [...this.#open.values()]) this.#explain(alarm, nowMs);
  }

  /** Suppresses an alarm that a cause explains, and lets it go when nothing does any more. */
  #explain(alarm: Alarm, atMs: number): void {
    const cause = this.#causes.explain(alarm, this.#needs.ruleOf(alarm)?.explains);
    if (cause !== null && isActive(alarm)) this.#occur(alarm, { event: "suppress", atMs, cause });
    else if (cause === null && alarm.suppressedBy !== null) this.#occur(alarm, { event: "release", atMs });
  }

  /** A condition that is there, or is over. */
  take(alert: Alert): void {
    const rule = this.#needs.ruleOf(alert);
    const { value, priority, fromMs, untilMs } = alert;
    if (untilMs !== null) this.#occur(alert, { event: "return", atMs: untilMs });
    else if (rule !== null)
      this.#occur(alert, { event: "raise", atMs: fromMs, value, priority, latches: rule.latches === true });
  }

  #occur(of: Alarmed, event: AlarmOccurrence): void {
    const id = alarmId(of.point, of.limit);
    const held = this.#held.get(id);
    if (held !== undefined) return void held.push({ of, event });
    const before = this.#asItIs(id, of);
    const alarm = after(before, event);
    if (alarm === null) return;
    const kept = this.#kept(before, alarm, event);
    this.#journal.put(kept);
    this.#tell(kept);
    if (event.event === "raise") this.#explain(alarm, event.atMs);
  }

  #asItIs(id: AlarmId, of: Alarmed): Alarm {
    const { point, device, limit, priority } = of;
    const normal = () => normalAlarm(id, { point, device, limit, priority });
    return this.#open.get(id) ?? { ...normal(), version: this.#versions.get(id) ?? 0 };
  }

  /** What is kept of a transition. One that is explained as it is raised asks for nobody. */
  #kept(
    before: Alarm,
    alarm: Alarm,
    event: AlarmEvent,
    by: Pick<KeptTransition, "action" | "who"> = nobody,
  ): KeptTransition {
    const explained =
      event.event === "raise" && this.#causes.explain(alarm, this.#needs.ruleOf(alarm)?.explains) !== null;
    const announced = isAnnounced(before, alarm) && !explained;
    return { alarm, event, announced, about: this.#needs.aboutOf(alarm.device), ...by };
  }

  #tell({ alarm, event, announced }: KeptTransition): void {
    this.#set(alarm);
    this.#needs.measures.note(traceOf(alarm, event, announced));
    this.#fresh.push(alarm);
  }

  #set(alarm: Alarm): void {
    if (stateOf(alarm) === "normal") {
      this.#open.delete(alarm.alarm);
      this.#versions.set(alarm.alarm, alarm.version);
    } else {
      this.#versions.delete(alarm.alarm);
      this.#open.set(alarm.alarm, alarm);
    }
    const rule = this.#needs.ruleOf(alarm);
    this.#clock.watch(alarm, isActive(alarm) ? rule?.escalates : undefined);
    if (rule?.explains !== undefined && this.#causes.note(alarm, rule.explains)) this.#causesChanged = true;
  }

  /** Alarms that changed since this was last asked, in the order they did. */
  takeFresh(): readonly Alarm[] {
    const fresh = this.#fresh;
    if (fresh.length > 0) this.#fresh = [];
    return fresh;
  }

  /** @returns what became of it; an answer that is not `ok` when it is not theirs to ask at all. */
  async ask(request: AlarmRequest, asker: Asker | null): Promise<Answer<AlarmAnswer>> {
    if (asker === null || !may(asker.authority, "answer-alarms")) {
      this.#noteRefusal(request, asker, "not-allowed");
      return { ok: false, code: "not-allowed" };
    }
    const value = await this.#inTurn(request.alarm, () => this.#answer(request, asker));
    if (value.outcome !== "done") this.#noteRefusal(request, asker, value.outcome);
    return { ok: true, value };
  }

  /**
   * One after the other: the second of two who come at once finds what the first has made of it. What happens to the
   * alarm by itself meanwhile comes after them.
   */
  async #inTurn<Result>(id: AlarmId, act: () => Promise<Result>): Promise<Result> {
    if (!this.#held.has(id)) this.#held.set(id, []);
    const mine = (this.#turns.get(id) ?? Promise.resolve()).then(act);
    const settled = mine.catch(() => undefined);
    this.#turns.set(id, settled);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(id) === settled) this.#catchUp(id);
    }
  }

  #catchUp(id: AlarmId): void {
    const held = this.#held.get(id) ?? [];
    this.#turns.delete(id);
    this.#held.delete(id);
    for (const { of, event } of held) this.#occur(of, event);
  }

  async #answer(request: AlarmRequest, asker: Asker): Promise<AlarmAnswer> {
    const { db, community, alarmed, nowMs, longestShelfMs } = this.#needs;
    const of = alarmed(request.alarm);
    if (of === null) return { outcome: "unknown-alarm", alarm: null };
    const before = this.#asItIs(request.alarm, of);
    const refuse = (outcome: AlarmRefusal): AlarmAnswer => ({ outcome, alarm: before });
    try {
      const known = await transitionBy(db, community, request.id);
      if (known !== null) {
        const same =
          known.who === asker.session && known.alarm === request.alarm && isSame(request, known.event);
        return same ? { outcome: "done", alarm: before } : refuse("id-taken");
      }
      const lack = lackOf(request, nowMs(), longestShelfMs);
      return lack === null ? await this.#act(request, asker, of) : refuse(lack);
    } catch {
      // The store's own problem is shown; what could not be written down is not done.
      return { outcome: "not-recorded", alarm: this.#asItIs(request.alarm, of) };
    }
  }

  async #act(request: AlarmRequest, { session, person }: Asker, of: Alarmed): Promise<AlarmAnswer> {
    const before = this.#asItIs(request.alarm, of);
    if (before.version !== request.version) return { outcome: "changed", alarm: before };
    const event = actionOf(request, person, this.#needs.nowMs());
    const alarm = after(before, event);
    if (alarm === null) return { outcome: "not-now", alarm: before };
    const transition = this.#kept(before, alarm, event, { action: request.id, who: session });
    await this.#journal.keep({ transition, entry: trailEntryOf(request, alarm, session, person) });
    this.#tell(transition);
    return { outcome: "done", alarm };
  }

  #noteRefusal(request: AlarmRequest, asker: Asker | null, reason: string): void {
    const { id, alarm, action, note } = request;
    const detail = { action, id, duty: asker?.authority.duty ?? "public", reason, note };
    this.#needs.refusals.note({ act: "alarm-refused", who: asker?.session ?? "", subject: alarm, detail });
  }

  /** Writes what is not in the store yet. @throws when the store does; nothing is lost by that. */
  flush(): Promise<void> {
    return this.#journal.flush();
  }
}
