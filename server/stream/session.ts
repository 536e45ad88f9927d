import type { Authority } from "../../models/duty/duty.ts";
import { audienceOf, channelsOf, isToldOfPeople, may } from "../../models/duty/authority.ts";
import type { ChannelId, SessionId } from "../../models/ids.ts";
import type { Answer, RefusalCode, Welcome } from "../../models/stream/messages.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { Presence } from "../presence/presence.ts";
import { noteAlarms } from "./alarm-notes.ts";
import type { ChannelTable } from "./channel-table.ts";
import type { Channel } from "./channel.ts";
import type { StreamCounters } from "./counters.ts";
import { Credit } from "./credit.ts";
import type { FanOut } from "./fan-out.ts";
import { parseIncoming, type Incoming, type IncomingWatch } from "./incoming.ts";
import type { Moment } from "./moment.ts";
import { HomeGate, type Reads } from "./home-gate.ts";
import { OwnPresence } from "./own-presence.ts";
import { PlainReader } from "./plain-reader.ts";
import type { ReadingsJson } from "./readings-json.ts";
import type { RecordBook } from "./records.ts";
import { askDesk, type DeskQuestion, type Desks } from "./desks.ts";
import { Watcher } from "./watcher.ts";
import { type Greeting, welcomeOf } from "./welcome.ts";
import type { Outgoing, Wire } from "./wire.ts";

/** What all sessions of a stream share. */
export interface House extends Desks, Greeting {
  readonly channels: ChannelTable;
  readonly fanOut: FanOut;
  readonly readings: ReadingsJson;
  readonly records: RecordBook;
  readonly reads: Reads;
  readonly refusals: Pick<Refusals, "note">;
  readonly presence: Presence;
  readonly counters: StreamCounters;
  readonly timers: { nowMs(): number };
}

type Stage =
  | { readonly at: "plain"; readonly reader: PlainReader }
  | { readonly at: "greeted" }
  | { readonly at: "watching"; readonly watcher: Watcher }
  | { readonly at: "ended" };

/** One client from its connection to its end. All it may see follows from its authority, at every moment anew. */
export class Session {
  /** The sign-in behind it; null for the public and for programs. */
  readonly signIn: SessionId | null;
  readonly #name: string;
  readonly #presence: OwnPresence;
  readonly #house: House;
  readonly #wire: Wire;
  #authority: Authority;
  #channels: readonly Channel[];
  #gate: HomeGate;
  #stage: Stage;
  #divisor = 1;

  constructor(
    house: House,
    wire: Wire,
    authority: Authority,
    { signIn, name }: { readonly signIn: SessionId | null; readonly name: string },
  ) {
    this.signIn = signIn;
    this.#name = name;
    this.#house = house;
    this.#wire = wire;
    this.#authority = authority;
    this.#channels = this.#channelsOf(authority);
    this.#gate = new HomeGate(house.reads, signIn, authority);
    this.#stage = this.#plain();
    this.#presence = new OwnPresence(house, signIn, name);
  }

  get authority(): Authority {
    return this.#authority;
  }
  get stage(): "plain" | "greeted" | "watching" | "parked" | "ended" {
    return this.#stage.at === "watching" && this.#stage.watcher.parked ? "parked" : this.#stage.at;
  }
  get bufferedBytes(): number {
    return this.#wire.bufferedBytes;
  }

  /** An event of the client, of any name and shape; the answer goes to `answer` where the client wants one. */
  receive(event: unknown, payload: unknown, answer: ((answer: Answer<unknown>) => void) | null): void {
    if (this.#stage.at === "ended") return;
    const message = parseIncoming(event, payload);
    if (message.event === "command" || message.event === "alarm") return void this.#ask(message, answer);
    const act = (): void => {
      const word = this.#stage.at === "ended" ? null : this.#act(message);
      if (word !== null) answer?.(word);
    };
    const ofHome = message.event === "watch" && this.#channels.some(({ id }) => !this.#gate.lets(id));
    // Written down first, then read. What could not be written down is left out, and asked for again.
    if (ofHome) void this.#gate.enter().then(act);
    else act();
  }

  async #ask(question: DeskQuestion, answer: ((answer: Answer<unknown>) => void) | null): Promise<void> {
    const person = { duty: this.#authority.duty, name: this.#name };
    const asker = this.signIn && { session: this.signIn, authority: this.#authority, person };
    const word = await askDesk(this.#house, question, asker, this.#authority);
    if (!word.ok) this.#house.counters.add("refused-not-allowed");
    answer?.(word);
  }

  #act(message: Exclude<Incoming, { event: "command" | "alarm" }>): Answer<unknown> {
    switch (message.event) {
      case "hello":
        if (this.#stage.at === "plain") this.#stage = { at: "greeted" };
        return { ok: true, value: this.#welcome() };
      case "watch":
        return this.#watch(message.watch);
      case "drawn":
        if (this.#stage.at === "watching") {
          this.#stage.watcher.drawn(message.drawn, this.#house.timers.nowMs());
        }
        return { ok: true, value: null };
      case "look":
        return this.#presence.look(message.look, this.#authority);
      case "rate":
        this.#divisor = message.divisor;
        return { ok: true, value: null };
      case "refused":
        this.#house.counters.add(message.unknown ? "unknown-events" : "bad-messages");
        return { ok: false, code: message.code };
    }
  }

  #watch({ channels, records }: IncomingWatch): Answer<unknown> {
    if (this.#stage.at === "plain") return { ok: false, code: "say-hello-first" };
    const credits: Credit[] = [];
    let outdated = false;
    for (const asked of channels) {
      const channel = this.#channels.find((each) => each.id === asked.channel);
      // The same answer for a channel of others and for one that is not: which there are is nobody's business.
      if (channel === undefined) return this.#withhold(asked.channel);
      if (asked.tick === null && this.#stage.at === "watching" && this.#stage.watcher.watches(channel)) {
        this.#house.counters.add("asked-anew");
      }
      if (!this.#gate.lets(channel.id)) continue;
      if (asked.epoch === channel.epoch) credits.push(new Credit(channel, asked.tick));
      else outdated = true;
    }
    this.#presence.enter(this.#authority);
    const ids = this.#channels.map((channel) => channel.id);
    const log = this.#house.records.audience(ids, isToldOfPeople(this.#authority));
    this.#stage = { at: "watching", watcher: new Watcher(credits, log, this.#house.fanOut) };
    if (outdated) this.greet();
    const missed = this.#house.records.missed(log, records);
    noteAlarms(this.#house.reads, this.signIn, missed.records);
    const { commands } = this.#house;
    const told = may(this.#authority, "command") ? { ...missed, commands: commands.recent() } : missed;
    return { ok: true, value: told };
  }

  /** Who else is here, for who is here. */
  tellCompany(): void {
    const company = this.#stage.at === "watching" ? this.#presence.company(this.#authority) : null;
    if (company !== null) this.#wire.send({ event: "company", payload: company });
  }

  #withhold(channel: string): Answer<unknown> {
    const { refusals } = this.#house;
    const [who, detail] = [this.signIn ?? "", { duty: this.#authority.duty }];
    refusals.note({ act: "duty-refused", who, subject: `channel ${channel}`, detail });
    return { ok: false, code: "unknown-channel" };
  }

  /** Sends a welcome to a client that has said hello; nothing to one that has not. */
  greet(): void {
    if (this.#stage.at === "greeted" || this.#stage.at === "watching") {
      this.#wire.send({ event: "welcome", payload: this.#welcome() });
    }
  }

  #welcome(): Welcome {
    return welcomeOf(this.#house, this.#authority, this.#channels);
  }

  /** The person's duty has changed: what they may no longer see ends here and now. */
  authorise(authority: Authority): void {
    if (this.#stage.at === "ended") return;
    if (authority.duty === this.#authority.duty && authority.dwelling === this.#authority.dwelling) return;
    this.#authority = authority;
    this.#presence.leave();
    this.#channels = this.#channelsOf(authority);
    this.#gate = new HomeGate(this.#house.reads, this.signIn, authority);
    this.#stage = this.#stage.at === "plain" ? this.#plain() : { at: "greeted" };
    this.greet();
  }

  /** Channels whose epoch ended, each with its last frame. */
  renew(ended: ReadonlyMap<Channel, Uint8Array>): void {
    if (!this.#channels.some((channel) => ended.has(channel))) return;
    if (this.#stage.at === "watching") {
      const { watcher } = this.#stage;
      for (const [channel, resync] of ended) {
        if (!watcher.watches(channel)) continue;
        watcher.leave(channel);
        if (!watcher.parked) this.#wire.write(resync);
      }
    }
    this.greet();
  }

  tick(moment: Moment): void {
    this.#keepHome(moment);
    switch (this.#stage.at) {
      case "plain":
        if (!this.#stage.reader.tick(moment, this.#house.readings, this.#wire)) this.end("too-slow");
        return;
      case "watching": {
        const { watcher } = this.#stage;
        if (watcher.log.fresh.length > 0) this.#tell(watcher.log.fresh);
        if (!watcher.tick(moment, this.#divisor, this.#wire)) this.end("too-slow");
        return;
      }
      case "greeted":
      case "ended":
    }
  }

  #tell(fresh: Watcher["log"]["fresh"]): void {
    for (const record of fresh) this.#wire.send(record);
    noteAlarms(
      this.#house.reads,
      this.signIn,
      fresh.map(({ payload }) => payload),
    );
    this.#house.counters.add("records-sent", fresh.length);
  }

  /** Steps of commands, for those who may give some. */
  tellCommands(steps: readonly Outgoing[]): void {
    if (this.#stage.at !== "watching" || !may(this.#authority, "command")) return;
    for (const step of steps) this.#wire.send(step);
  }

  /** Readings of the home go on while the trail tells of it, and begin anew once it does again. */
  #keepHome(moment: Moment): void {
    if (this.#authority.dwelling === null) return;
    const gate = this.#gate;
    gate.ask(moment.nowMs, () => {
      if (gate !== this.#gate) return;
      if (this.#stage.at === "plain") this.#stage = this.#plain();
      else if (this.#lacksHome()) this.greet();
    });
    for (const channel of this.#channels) {
      if (gate.lets(channel.id)) continue;
      if (this.#stage.at === "watching") this.#stage.watcher.leave(channel);
      else if (this.#stage.at === "plain" && this.#stage.reader.reads(channel)) this.#stage = this.#plain();
    }
  }

  #lacksHome(): boolean {
    if (this.#stage.at !== "watching") return false;
    const { watcher } = this.#stage;
    return this.#channels.some((channel) => !watcher.watches(channel));
  }

  /** An aggregate for people of this audience. */
  overlay(audience: ReturnType<typeof audienceOf>, message: Outgoing): void {
    if (this.#stage.at === "watching" && audienceOf(this.#authority) === audience) this.#wire.send(message);
  }

  end(code: RefusalCode): void {
    if (this.#stage.at === "ended") return;
    if (code === "session-ended") this.#presence.leave();
    if (code === "too-slow") this.#house.counters.add("closed-too-slow");
    this.#stage = { at: "ended" };
    this.#wire.send({ event: "refused", payload: { code } });
    this.#wire.close();
  }

  /** The connection is gone. */
  left(): void {
    this.#presence.cut();
    this.#stage = { at: "ended" };
  }

  #plain(): Stage {
    const readable = this.#channels.filter(({ id }) => this.#gate.lets(id));
    return { at: "plain", reader: new PlainReader(this.#house.fanOut.setOf(readable)) };
  }

  #channelsOf(authority: Authority): readonly Channel[] {
    return channelsOf(authority).map((id: ChannelId) => this.#house.channels.open(id));
  }
}
