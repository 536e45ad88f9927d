import {
  after,
  isUnderWay,
  type CommandEvent,
  type CommandRecord,
  type CommandRequest,
  type RefusalReason,
} from "../../models/command/command.ts";
import { desiredOf } from "../../models/command/orders.ts";
import { channelsOf, channelsOfPoint, may } from "../../models/duty/authority.ts";
import type { Authority } from "../../models/duty/duty.ts";
import { pointId, type CommandId, type PointId, type SessionId } from "../../models/ids.ts";
import type { Answer } from "../../models/stream/messages.ts";
import type { Audit } from "../audit/audit.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { Database } from "../store/open-store.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import { changeCommand, commandById, keepCommand, newestCommands } from "./command-store.ts";
import { LiveCommand } from "./live-command.ts";
import { RecentCommands } from "./recent-commands.ts";

export interface CommandDeskNeeds {
  readonly db: Database;
  readonly community: string;
  readonly audit: Pick<Audit, "before">;
  readonly refusals: Pick<Refusals, "note">;
  readonly twin: TwinReader;
  readonly communityNowMs: () => number;
  readonly monotonicMs: () => number;
  /** Hands a payload to the broker for `…/<device>/<property>/set`. @throws when it cannot be known to have got there. */
  readonly send: (request: CommandRequest, payload: string) => Promise<void>;
}

/** What is allowed to be asked: the point, and what it would read. */
interface Sound {
  readonly ok: true;
  readonly point: PointId;
  readonly desired: number;
}

/** `withheld`: the point is there, but not for who asks; they are not told so. */
interface Unsound {
  readonly ok: false;
  readonly reason: RefusalReason;
  readonly withheld?: true;
}

/** Takes what people ask of devices, sends it on, and follows it until the device itself says that it is so. */
export class CommandDesk {
  readonly #needs: CommandDeskNeeds;
  readonly #live = new Map<PointId, LiveCommand>();
  readonly #taken = new Set<PointId>();
  readonly #asking = new Map<CommandId, Promise<unknown>>();
  readonly #recent = new RecentCommands();

  constructor(needs: CommandDeskNeeds) {
    this.#needs = needs;
  }

  /** What earlier runs left: what was under way then is unknown now, and the device's word is waited for. */
  async load(): Promise<void> {
    const { db, community } = this.#needs;
    const kept = await newestCommands(db, community, this.#recent.most);
    for (const { record } of kept.toReversed()) {
      this.#recent.note(record);
      if (isUnderWay(record.state)) await this.#takeUp(record);
    }
    this.#recent.takeFresh();
  }

  async #takeUp(record: CommandRecord): Promise<void> {
    const sound = this.#judge(record, null);
    const point = pointId(record.device, record.property);
    const desired = sound.ok ? sound.desired : Number.NaN;
    const live = new LiveCommand(record, point, desired, this.#heldMs(point), this.#needs.monotonicMs());
    this.#live.set(point, live);
    await this.#step(live, { event: "lose" });
  }

  /** @returns the command as it is by then; an answer that is not `ok` when it is not theirs to ask at all. */
  async ask(
    request: CommandRequest,
    who: SessionId | null,
    authority: Authority,
  ): Promise<Answer<CommandRecord>> {
    if (who === null || !may(authority, "command")) {
      this.#noteRefusal(request, who, authority, "not-allowed");
      return { ok: false, code: "not-allowed" };
    }
    // Asked twice at once, the second waits for what becomes of the first.
    while (this.#asking.has(request.id)) await this.#asking.get(request.id);
    const answering = this.#answer(request, who, authority);
    this.#asking.set(request.id, answering);
    try {
      return { ok: true, value: await answering };
    } finally {
      this.#asking.delete(request.id);
    }
  }

  async #answer(request: CommandRequest, who: SessionId, authority: Authority): Promise<CommandRecord> {
    const asked = this.#recordOf(request, authority);
    const refuse = (reason: RefusalReason, inTrail: string = reason): CommandRecord => {
      this.#noteRefusal(request, who, authority, inTrail);
      return { ...asked, state: "refused", reason };
    };
    try {
      const known = await commandById(this.#needs.db, this.#needs.community, request.id);
      if (known !== null) {
        const same = known.who === who && isSame(known.record, request);
        return same ? (this.#recent.byId(request.id) ?? known.record) : refuse("id-taken");
      }
      const sound = this.#judge(request, authority);
      if (!sound.ok) return refuse(sound.reason, sound.withheld ? "withheld" : sound.reason);
      if (this.#isBusy(sound.point)) return refuse("busy");
      return await this.#accept(asked, who, sound);
    } catch {
      // The store's own problem is shown; what could not be written down is not done.
      return refuse("not-recorded");
    }
  }

  /** The trail may tell more of why than who asked is told. */
  #noteRefusal(request: CommandRequest, who: SessionId | null, { duty }: Authority, reason: string): void {
    const { id, device, property, value } = request;
    const detail = { command: id, value: String(value), duty, reason };
    const subject = pointId(device, property);
    this.#needs.refusals.note({ act: "command-refused", who: who ?? "", subject, detail });
  }

  #recordOf(request: CommandRequest, { duty }: Authority): CommandRecord {
    const nowMs = this.#needs.communityNowMs();
    const { id, device, property, value } = request;
    const times = { askedAtMs: nowMs, changedAtMs: nowMs };
    return { id, device, property, value, state: "asked", reason: null, by: duty, ...times };
  }

  /** @param authority null for what was judged before. */
  #judge(request: CommandRequest, authority: Authority | null): Sound | Unsound {
    const { twin } = this.#needs;
    const point = pointId(request.device, request.property);
    const index = twin.indexOf(point);
    if (index === undefined) return { ok: false, reason: "unknown-point" };
    const { device } = twin.deviceAt(index);
    const spec = twin.specOf(index);
    const seenOn = channelsOfPoint(spec.visibility, device.place);
    // The same answer as for a point that is not there: what homes have is their own.
    if (authority !== null && !channelsOf(authority).some((channel) => seenOn.includes(channel)))
      return { ok: false, reason: "unknown-point", withheld: true };
    const desired = desiredOf(device.kind, spec, request.value);
    return desired.ok ? { ok: true, point, desired: desired.value } : desired;
  }

  #isBusy(point: PointId): boolean {
    const live = this.#live.get(point);
    return this.#taken.has(point) || (live !== undefined && isUnderWay(live.record.state));
  }

  async #accept(asked: CommandRecord, who: SessionId, { point, desired }: Sound): Promise<CommandRecord> {
    const { audit, community, monotonicMs } = this.#needs;
    const record: CommandRecord = { ...asked, state: after(asked.state, { event: "accept" }) };
    const detail = { command: record.id, value: String(record.value), duty: record.by };
    this.#taken.add(point);
    try {
      await audit.before({ act: "command-asked", who, subject: point, detail }, (tx) =>
        keepCommand(tx, community, { record, who }),
      );
    } finally {
      this.#taken.delete(point);
    }
    const live = new LiveCommand(record, point, desired, this.#heldMs(point), monotonicMs());
    this.#live.set(point, live);
    this.#recent.note(record);
    void this.#send(live);
    return record;
  }

  async #send(live: LiveCommand): Promise<void> {
    const { record } = live;
    const at = new Date(this.#needs.communityNowMs()).toISOString();
    try {
      await this.#needs.send(record, JSON.stringify({ value: record.value, command: record.id, at }));
      await this.#step(live, { event: "send" });
    } catch {
      await this.#step(live, { event: "lose" });
    }
  }

  #heldMs(point: PointId): number {
    const index = this.#needs.twin.indexOf(point);
    return index === undefined ? 0 : (this.#needs.twin.state.timesMs[index] ?? 0);
  }

  /** Looks at what the devices have said since. Called after each tick of the twin. */
  onTick(): void {
    const nowMs = this.#needs.monotonicMs();
    for (const live of this.#live.values()) {
      const event = live.due(this.#needs.twin, nowMs);
      if (event === "over") this.#live.delete(live.point);
      else if (event !== null) void this.#step(live, event);
    }
  }

  /** Told at once, written down behind: what a crash takes of it is unknown again, and asked of the device. */
  async #step(live: LiveCommand, event: CommandEvent): Promise<void> {
    const state = after(live.record.state, event);
    if (state === live.record.state) return;
    const record = { ...live.record, state, changedAtMs: this.#needs.communityNowMs() };
    live.record = record;
    if (state === "sent") live.sentAt(this.#needs.monotonicMs());
    if (state === "confirmed" && this.#live.get(live.point) === live) this.#live.delete(live.point);
    this.#recent.note(record);
    await live.inTurn(() => this.#write(record, live.point));
  }

  async #write(record: CommandRecord, point: PointId): Promise<void> {
    const { db, audit } = this.#needs;
    if (record.state === "sent") return changeCommand(db, record);
    const detail = { command: record.id, outcome: record.state };
    await audit.before({ act: "command-ended", who: "server", subject: point, detail }, (tx) =>
      changeCommand(tx, record),
    );
  }

  /** What is under way and what ended last, the oldest first. */
  recent(): readonly CommandRecord[] {
    return this.#recent.list();
  }

  /** Steps since this was last asked, in their order. */
  takeFresh(): readonly CommandRecord[] {
    return this.#recent.takeFresh();
  }

  /** Resolves once what was told so far is written down, or could not be. */
  async settled(): Promise<void> {
    await Promise.all([...this.#live.values()].map((live) => live.inTurn(() => Promise.resolve())));
  }
}

const isSame = (one: CommandRequest, other: CommandRequest): boolean =>
  one.device === other.device && one.property === other.property && one.value === other.value;
