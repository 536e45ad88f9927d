import { expect } from "vitest";
import { Link } from "../../../client/link/link.ts";
import { Replica } from "../../../client/replica/replica.ts";
import { channelsOf } from "../../../models/duty/authority.ts";
import { anyone, type Authority } from "../../../models/duty/duty.ts";
import { type ChannelId, type PointId, type SessionId, sessionId } from "../../../models/ids.ts";
import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { Frame } from "../../../models/stream/frame.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import type {
  ChannelDictionary,
  ChannelHead,
  RecordEvent,
  Welcome,
} from "../../../models/stream/messages.ts";
import type { HandClock } from "./hand-clock.ts";
import { QueueWire } from "./queue-wire.ts";
import { expectEqualAt } from "./replica-check.ts";
import { kindOf, type Town } from "./town.ts";

/**
 * A person with the product's own link and replica at the far end of a queue wire. All that the server puts in the
 * wire is held against the law at that moment.
 */
export class Visitor {
  readonly signIn: SessionId;
  readonly replica: Replica;
  readonly link: Link;
  wire!: QueueWire;
  drawing = true;
  hidden = false;
  /** Whether the test harms what is under way, so that only the end counts. */
  harmed = false;
  /** How often the replica could not go on by itself. */
  troubles = 0;
  authority: Authority;
  readonly #town: Town;
  readonly #loads: (() => void)[] = [];
  #heads: readonly ChannelHead[] = [];
  #points: ReadonlyMap<ChannelId, readonly PointId[]> = new Map();
  readonly #told = new Set<string>();
  readonly #frame = new Frame();

  constructor(town: Town, clock: HandClock, name: string, authority: Authority) {
    this.#town = town;
    this.signIn = sessionId(name);
    this.authority = authority;
    this.replica = new Replica({ kindOf, monotonicMs: () => clock.now() });
    this.replica.onArrival(() => void (this.drawing && !this.hidden && this.replica.commit()));
    const { replica } = this;
    this.link = new Link({
      openWire: (events) => {
        const join = (wire: QueueWire) => town.hub.join(wire, this.authority, this.signIn);
        this.wire = new QueueWire(events, join, (session) => town.hub.leave(session));
        this.wire.onSent = (sent) => this.#check(sent);
        return this.wire;
      },
      loadDictionary: (head, done) => this.#loads.push(() => done(this.#load(head))),
      sink: {
        welcome: (welcome) => replica.welcome(welcome),
        adopt: (dictionaries) => {
          this.#points = new Map(
            dictionaries.map((dictionary) => [dictionary.channel, pointsOf(dictionary)]),
          );
          replica.adopt(dictionaries);
        },
        resume: (channel) => replica.resume(channel),
        receive: (bytes) => replica.receive(bytes),
        absorb: () => replica.absorb(),
        takeAlerts: (alerts, whole) => this.#takeAlerts(alerts, whole),
        forget: () => replica.forget(),
        onCommitted: (listener) =>
          replica.onCommitted((progress) => {
            this.#checkProgress(progress);
            listener(progress);
          }),
        onTrouble: (listener) =>
          replica.onTrouble((trouble) => {
            this.troubles++;
            listener(trouble);
          }),
      },
      clock,
      random: () => 0.5,
    });
    this.link.start();
  }

  /** Lets dictionaries that were asked for arrive. */
  loadAll(): void {
    for (const load of this.#loads.splice(0)) load();
  }

  draw(drawing: boolean): void {
    this.drawing = drawing;
    if (drawing && !this.hidden) this.replica.commit();
  }

  hide(hidden: boolean): void {
    this.hidden = hidden;
    this.link.setHidden(hidden);
    this.draw(this.drawing);
  }

  /** Everything under way arrives, both ways, until nothing more comes of it. */
  settle(): void {
    for (let round = 0; round < 12; round++) {
      this.wire.deliverToServer(1000);
      this.wire.deliverToClient(1000);
      this.loadAll();
    }
  }

  #load(head: ChannelHead): ChannelDictionary | null {
    // As the open interface does: only members of the channel get its dictionary.
    if (!channelsOf(this.authority).includes(head.channel)) return null;
    const found = this.#town.dictionary(head.channel, head.epoch);
    if (found === null) return null;
    const dictionary = JSON.parse(found.json) as ChannelDictionary;
    const visible = new Set(this.#town.visiblePoints(this.authority));
    for (const device of dictionary.devices) {
      for (const property of device.properties) {
        const name = typeof property === "string" ? property : property.property;
        expect(visible).toContain(`${device.id}/${name}`);
      }
    }
    return dictionary;
  }

  #takeAlerts(alerts: readonly Alert[], whole: boolean): void {
    if (whole) this.#told.clear();
    for (const alert of alerts) {
      const key = `${alert.id} ${alert.untilMs === null ? "begins" : "ends"}`;
      expect(this.#told, "ST15 each record once").not.toContain(key);
      this.#told.add(key);
    }
    this.replica.takeAlerts(alerts, whole);
  }

  /** ST5: after every commit, each channel is as the twin was at the channel's tick. */
  #checkProgress(progress: readonly { readonly channel: ChannelId; readonly tick: number }[]): void {
    for (const { channel, tick } of this.harmed ? [] : progress) {
      expectEqualAt(this.#town, this.#town.past.get(tick)!, this.#points.get(channel)!, this.replica);
    }
  }

  /** ST11: what is sent is of a channel this person's duty puts them in, now. */
  #check(sent: Parameters<QueueWire["onSent"]>[0]): void {
    if (sent instanceof Uint8Array) {
      for (let at = 0; at < sent.length; ) {
        at = decodeFrame(sent, at, this.#frame);
        const { channel, epoch } = this.#frame;
        const mine: readonly string[] = channelsOf(this.authority);
        const head = this.#heads.find((each) => each.index === channel && mine.includes(each.channel));
        expect(head, `a frame of channel ${channel} for ${this.authority.duty}`).toBeDefined();
        expect(epoch).toBe(head?.epoch);
      }
    } else if (sent.event === "welcome") this.#greet(sent.payload);
    else if (sent.event === "record") this.#checkRecords([sent.payload]);
    else if (sent.event === "answer") {
      const { value } = sent.payload as { value?: Partial<Welcome> & { records?: RecordEvent[] } };
      if (value?.channels !== undefined) this.#greet(value as Welcome);
      if (value?.records !== undefined) this.#checkRecords(value.records);
    } else if (sent.event === "readings") {
      const visible = new Set<string>(this.#town.visiblePoints(this.authority));
      for (const { device, property } of sent.payload.readings)
        expect(visible).toContain(`${device}/${property}`);
    }
  }

  #greet(welcome: Welcome): void {
    expect(welcome.channels.map((head) => head.channel)).toEqual(channelsOf(this.authority));
    expect(welcome.duty).toBe(this.authority.duty);
    this.#heads = welcome.channels;
  }

  #checkRecords(records: readonly RecordEvent[]): void {
    const visible = new Set<PointId>(this.#town.visiblePoints(this.authority));
    for (const { record } of records) expect(visible).toContain(record.alert.point);
  }

  /** The duty changes at the desk of the administrator; null: the sign-in is gone, and the person is the public. */
  become(authority: Authority | null): void {
    this.authority = authority ?? anyone;
    this.#town.hub.authorise(this.signIn, authority);
  }
}

function pointsOf({ devices }: ChannelDictionary): PointId[] {
  return devices.flatMap(({ id, properties }) =>
    properties.map(
      (property) => `${id}/${typeof property === "string" ? property : property.property}` as PointId,
    ),
  );
}
