import type { DeviceKind, PointSpec } from "../../models/device/kind.ts";
import type { ChannelId, DeviceId, KindId, PointId } from "../../models/ids.ts";
import { dequantise, minutes } from "../../models/quantity.ts";
import { signal } from "../../models/signal.ts";
import { isMissingQuality } from "../../models/stream/channel-state.ts";
import { decodeFrame } from "../../models/stream/frame-decode.ts";
import { Frame } from "../../models/stream/frame.ts";
import type { Alert } from "../../models/alarm/alert.ts";
import type { ChannelDictionary, ChannelHead, Welcome } from "../../models/stream/messages.ts";
import { FrameError } from "../../models/stream/varint.ts";
import { AlertBook } from "./alert-book.ts";
import { carriedOver, type Columns, emptyColumns } from "./columns.ts";
import { type ChannelProgress, ChannelReplica, type Trouble } from "./channel-replica.ts";
import { CommunityClock } from "./community-clock.ts";
import { DeviceLooks } from "./device-looks.ts";
import { layOut, type Layout } from "./layout.ts";
import type { ReplicaDevice, ReplicaView } from "./replica-view.ts";

export interface ReplicaOptions {
  /** The catalogue of this page. */
  readonly kindOf: (kind: KindId) => DeviceKind | undefined;
  /** Milliseconds that only ever go forward. */
  readonly monotonicMs: () => number;
}

/** More messages than the server lets be outstanding; whoever does not draw takes them in without drawing. */
const inboxLimit = 64;
const pruneEveryMs = 1 * minutes;

/** The twin as this person may see it, put together from the frames of their channels. */
export class Replica implements ReplicaView {
  readonly devices = signal<readonly ReplicaDevice[]>([]);
  readonly version = signal(0);
  readonly alerts = signal<readonly Alert[]>([]);

  readonly #options: ReplicaOptions;
  readonly #clock: CommunityClock;
  readonly #book = new AlertBook();
  readonly #frame = new Frame();
  readonly #arrivals = new Set<() => void>();
  #committed: (progress: readonly ChannelProgress[]) => void = () => undefined;
  #troubled: (trouble: Trouble) => void = () => undefined;

  #dictionaries: readonly ChannelDictionary[] = [];
  #heads: readonly ChannelHead[] = [];
  #run: number | null = null;
  #layout: Layout;
  #columns: Columns = emptyColumns(0);
  #channels: readonly ChannelReplica[] = [];
  #looks: DeviceLooks;
  #inbox: Uint8Array[] = [];
  #alertsChanged = false;
  #news = false;
  #pruneAtMs = 0;

  constructor(options: ReplicaOptions) {
    this.#options = options;
    this.#clock = new CommunityClock(options.monotonicMs);
    this.#layout = layOut([], options.kindOf);
    this.#looks = new DeviceLooks([], options.kindOf, 0);
  }

  // ── what the link tells ────────────────────────────────────────────────────────────────────────────────────────

  /** Who we are now: channels we are no longer in are forgotten on the spot, and everything when the run is another. */
  welcome(welcome: Welcome): void {
    // What came before belongs to the channels as they were; the number of one may now stand for another.
    this.absorb();
    this.#clock.setRate(welcome.clock.rate);
    this.#clock.hear(welcome.clock.atMs);
    if (this.#run !== welcome.run) this.forget();
    this.#run = welcome.run;
    this.#heads = welcome.channels;
    const kept = this.#dictionaries.filter(({ channel }) =>
      this.#heads.some((head) => head.channel === channel),
    );
    if (kept.length === this.#dictionaries.length) return;
    this.#book.clear();
    this.#alertsChanged = true;
    this.#arrange(kept);
  }

  /**
   * The dictionaries of all channels of the last welcome.
   * @throws when one cannot be read.
   */
  adopt(dictionaries: readonly ChannelDictionary[]): void {
    this.#arrange(dictionaries);
    this.#arrive();
  }

  /** The tick a channel is about to be asked for from; null when nothing of its epoch is held. */
  resume(channel: ChannelId): number | null {
    return this.#channels.find((each) => each.channel === channel)?.resume() ?? null;
  }

  receive(bytes: Uint8Array): void {
    this.#inbox.push(bytes);
    if (this.#inbox.length >= inboxLimit) this.absorb();
    this.#arrive();
  }

  /** Alerts that follow on from what is held, or (whole) all that are open now. */
  takeAlerts(alerts: readonly Alert[], whole: boolean): void {
    if (whole) this.#book.takeOpen(alerts);
    else for (const alert of alerts) this.#book.take(alert);
    this.#alertsChanged = true;
    this.#arrive();
  }

  /** Everything is void: another run, or nobody we may see anything as. */
  forget(): void {
    this.#inbox = [];
    this.#columns = emptyColumns(0);
    this.#layout = layOut([], this.#options.kindOf);
    this.#channels = [];
    this.#book.clear();
    this.#alertsChanged = true;
    this.#arrange([]);
    this.#arrive();
  }

  /** Told after frames were applied; whoever sends them waits for it. */
  onCommitted(listener: (progress: readonly ChannelProgress[]) => void): void {
    this.#committed = listener;
  }

  onTrouble(listener: (trouble: Trouble) => void): void {
    this.#troubled = listener;
  }

  #arrange(dictionaries: readonly ChannelDictionary[]): void {
    const layout = layOut(dictionaries, this.#options.kindOf);
    const columns = carriedOver(this.#columns, this.#layout, layout);
    const before = this.#channels;
    this.#channels = dictionaries.map((dictionary) => {
      const offset = layout.offsets.get(dictionary.channel) ?? 0;
      const channel = new ChannelReplica(dictionary, this.#heads, columns, offset);
      channel.goOnFrom(before.find((each) => each.channel === channel.channel));
      return channel;
    });
    this.#dictionaries = dictionaries;
    this.#layout = layout;
    this.#columns = columns;
    this.#looks = new DeviceLooks(layout.devices, this.#options.kindOf, layout.specs.length);
    this.#reckon();
    this.#news = true;
    this.devices.set(layout.devices);
  }

  #arrive(): void {
    for (const listener of this.#arrivals) listener();
  }

  // ── what scene, overlays and lists ask ─────────────────────────────────────────────────────────────────────────

  deviceBytes(): Uint8Array {
    return this.#looks.bytes;
  }
  deviceOf(device: DeviceId): ReplicaDevice | undefined {
    return this.#layout.deviceOf.get(device);
  }
  slotOf(point: PointId): number | undefined {
    return this.#layout.slotOf.get(point);
  }
  specOf(slot: number): PointSpec {
    const spec = this.#layout.specs[slot];
    if (spec === undefined) throw new RangeError(`no slot ${slot}; there are ${this.#layout.specs.length}`);
    return spec;
  }
  value(slot: number): number {
    if (isMissingQuality(this.quality(slot))) return Number.NaN;
    return dequantise(this.#columns.q[slot] ?? Number.NaN, this.specOf(slot).resolution);
  }
  quality(slot: number): number {
    return this.#columns.qualities[slot] ?? 0;
  }
  atMs(slot: number): number {
    return this.#columns.timesMs[slot] ?? 0;
  }
  nowMs(): number {
    return this.#clock.nowMs();
  }
  get changedDevices(): { readonly indices: Uint32Array; readonly count: number } {
    return this.#looks.changed;
  }
  onArrival(listener: () => void): () => void {
    this.#arrivals.add(listener);
    return () => void this.#arrivals.delete(listener);
  }

  commit(): boolean {
    this.absorb();
    const news = this.#news;
    this.#news = false;
    if (!news) return false;
    this.#looks.handOver();
    this.version.set(this.version.get() + 1);
    return true;
  }

  /** Takes in what arrived without drawing it, e.g. in a hidden tab: the next commit tells of it. */
  absorb(): void {
    const messages = this.#inbox;
    if (messages.length > 0) this.#inbox = [];
    let trouble: Trouble | null = null;
    for (const message of messages) trouble = this.#apply(message) ?? trouble;
    this.#prune();
    this.#reckon();
    if (messages.length > 0) this.#tellProgress();
    if (trouble !== null) this.#troubled(trouble);
  }

  #prune(): void {
    const nowMs = this.#clock.nowMs();
    if (nowMs < this.#pruneAtMs) return;
    this.#pruneAtMs = nowMs + pruneEveryMs;
    if (this.#book.prune(nowMs)) this.#alertsChanged = true;
  }

  #tellProgress(): void {
    const progress = this.#channels.map((channel) => channel.progress()).filter((each) => each !== null);
    this.#committed(progress);
  }

  #apply(message: Uint8Array): Trouble | null {
    let trouble: Trouble | null = null;
    try {
      for (let at = 0; at < message.length; ) {
        at = decodeFrame(message, at, this.#frame);
        trouble = this.#applyFrame(this.#frame) ?? trouble;
      }
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      return "frames";
    }
    return trouble;
  }

  #applyFrame(frame: Frame): Trouble | null {
    const channel = this.#channels.find((each) => each.index === frame.channel);
    // A channel we have just left may have had frames under way.
    if (channel === undefined) return null;
    this.#touchChanged(channel.offset, frame);
    const outcome = channel.apply(frame);
    if (outcome !== "applied") return outcome;
    this.#clock.hear(channel.state.epochStartMs + frame.timeMs);
    if (frame.count > 0) this.#news = true;
    return null;
  }

  /** A device looks as its points' qualities and one value say, so that the many changes of other values cost it nothing. */
  #touchChanged(offset: number, frame: Frame): void {
    const { qualities } = this.#columns;
    for (let row = 0; row < frame.count; row++) {
      const slot = offset + (frame.indices[row] ?? 0);
      if (qualities[slot] !== frame.qualities[row] || this.#looks.tells(slot))
        this.#looks.touch(this.#layout.deviceOfSlot[slot] ?? 0);
    }
  }

  #reckon(): void {
    if (this.#alertsChanged) {
      this.#alertsChanged = false;
      for (const id of this.#book.reckon()) {
        const device = this.#layout.deviceOf.get(id);
        if (device !== undefined) this.#looks.touch(device.index);
      }
      this.alerts.set(this.#book.list());
      this.#news = true;
    }
    this.#looks.reckon(this.#columns, (device) => this.#book.severity(device.device.id));
  }
}
