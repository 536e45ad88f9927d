import { hours, seconds } from "../../models/quantity.ts";
import type { DeviceId } from "../../models/ids.ts";
import type { Demo } from "../../models/demo/demo.ts";
import { descriptionOf } from "../../models/demo/demo.ts";
import type { DemoDevice } from "../../models/demo/devices/device.ts";
import type { RunningDrill } from "../../models/drill/drill.ts";
import { standingPicture } from "../../models/demo/faults/standing.ts";
import type { Fault } from "../../models/demo/faults/timeline.ts";
import type { Values } from "../../models/demo/values/reader.ts";
import type { SimulatorDoors } from "./doors.ts";
import { DrillFloor } from "./drill-floor.ts";
import { DueList } from "./due-list.ts";
import { GatewayConnection } from "./gateway-connection.ts";
import { Introductions } from "./introductions.ts";
import { rememberedBy } from "./memory.ts";
import { OrdersBook } from "./orders-book.ts";
import { stretchAt } from "./pace.ts";
import type { SimulatorSettings } from "./settings.ts";
import { Voice } from "./voice.ts";

/** A device that speaks through a connection. */
interface Speaker {
  readonly voice: Voice;
  readonly device: DemoDevice;
  readonly connection: GatewayConnection;
  /** Waits in the list of those who speak by themselves. */
  scheduled: boolean;
  /** Described since its connection came up. */
  live: boolean;
  /** Has told what it remembers of the time before. */
  remembered: boolean;
}

interface Carrier {
  readonly connection: GatewayConnection;
  readonly speakers: Speaker[];
}

const tickMs = 100;
/** What lasts is told again this often, since its picture may change while it lasts. */
const faultsToldMs = 10 * seconds;

/** All devices of the demo and their connections: who speaks when, and who obeys. */
export class Fleet {
  readonly #demo: Demo;
  readonly #settings: SimulatorSettings;
  readonly #doors: SimulatorDoors;
  readonly #carriers = new Map<DeviceId, Carrier>();
  readonly #speakers = new Map<string, Speaker>();
  readonly #due = new DueList<Speaker>();
  readonly #orders = new OrdersBook();
  readonly #introductions = new Introductions<Speaker>((speaker) => this.#introduce(speaker));
  readonly #drills: DrillFloor;
  #faults: ReadonlyMap<DeviceId, Fault> = new Map();
  #faultsToldMs = 0;
  #stopTicking = (): void => undefined;
  #silenced = false;

  constructor(demo: Demo, settings: SimulatorSettings, doors: SimulatorDoors) {
    this.#demo = demo;
    this.#settings = settings;
    this.#doors = doors;
    this.#drills = new DrillFloor(demo, {
      speak: (id, atMs) => {
        const speaker = this.#speakers.get(id);
        if (speaker) this.#sayAll(speaker, atMs);
      },
      cutOff: (is) => {
        for (const { connection } of this.#carriers.values())
          if (is) connection.breakOff();
          else connection.comeBack();
      },
    });
  }

  /** A drill begins, or the one that runs is over. */
  play(drill: RunningDrill | null): void {
    this.#drills.play(drill, this.nowMs());
  }

  /** Readings that were not sent because a connection was down or slow. */
  get dropped(): number {
    let sum = 0;
    for (const { connection } of this.#carriers.values()) sum += connection.dropped;
    return sum;
  }

  /** Devices that are described and speak. */
  get live(): number {
    let count = 0;
    for (const speaker of this.#speakers.values()) if (speaker.live) count++;
    return count;
  }

  /** Community time. */
  nowMs(): number {
    const { startMs, wallMs, rate } = this.#settings.clock;
    return Math.round(startMs + (this.#doors.wallNowMs() - wallMs) * rate);
  }

  start(): void {
    const stretch = stretchAt(this.#settings.clock.rate);
    for (const device of this.#demo.devices) {
      const gateway = device.via ?? device.id;
      const carrier = this.#carriers.get(gateway) ?? this.#connect(gateway);
      const { connection } = carrier;
      const speaker = {
        voice: new Voice(device, stretch),
        device,
        connection,
        scheduled: false,
        live: false,
        remembered: false,
      };
      carrier.speakers.push(speaker);
      this.#speakers.set(device.id, speaker);
    }
    this.#stopTicking = this.#doors.every(tickMs, () => this.#tick());
  }

  async close(): Promise<void> {
    this.#stopTicking();
    await Promise.all([...this.#carriers.values()].map(({ connection }) => connection.close()));
  }

  get #allConnected(): boolean {
    for (const { connection } of this.#carriers.values()) if (!connection.connected) return false;
    return true;
  }

  #connect(gateway: DeviceId): Carrier {
    const speakers: Speaker[] = [];
    const connection = new GatewayConnection({
      ...this.#settings,
      root: `courtyard/${this.#settings.community}`,
      gateway,
      doors: this.#doors,
      onUp: () => this.#introductions.begin(speakers, speakers),
      onDown: () => {
        this.#introductions.drop(speakers);
        for (const speaker of speakers) speaker.live = false;
      },
      onMessage: (topic, payload) => this.#ordered(topic, payload),
    });
    const carrier = { connection, speakers };
    this.#carriers.set(gateway, carrier);
    return carrier;
  }

  #tick(): void {
    const atMs = this.nowMs();
    this.#introductions.proceed();
    this.#followFaults(atMs);
    this.#drills.follow(atMs);
    for (let speaker = this.#due.take(atMs); speaker !== null; speaker = this.#due.take(atMs)) {
      this.#speak(speaker, atMs);
      this.#due.add(speaker, speaker.voice.nextMs(atMs));
    }
    if (!this.#silenced && this.#allConnected && this.#introductions.done) this.#silence();
  }

  /** Describes a device and lets it say everything once. */
  async #introduce(speaker: Speaker): Promise<void> {
    const { device, connection, voice } = speaker;
    if (!(await connection.describe(device.id, JSON.stringify(descriptionOf(device))))) return;
    this.#remember(speaker);
    const atMs = this.nowMs();
    const values = voice.first(this.#valuesOf(speaker, atMs), atMs);
    if (standingPicture.stale.has(device.id)) {
      const longAgo = new Date(atMs - 2 * hours).toISOString();
      connection.say(device.id, JSON.stringify({ at: longAgo, ...values }));
      return;
    }
    speaker.live = true;
    connection.say(device.id, JSON.stringify(values));
    if (device.kind.points.some((point) => point.writable)) connection.listen(device.id);
    if (speaker.scheduled) return;
    speaker.scheduled = true;
    this.#due.add(speaker, voice.nextMs(atMs));
  }

  /** A device that keeps a load profile uploads it once, oldest first. */
  #remember(speaker: Speaker): void {
    const { device, connection } = speaker;
    const memory = speaker.remembered ? null : rememberedBy(device.kind.id, this.nowMs());
    speaker.remembered = true;
    if (memory === null) return;
    const { property } = memory;
    for (const at of memory.timesMs) {
      connection.say(
        device.id,
        JSON.stringify({ at, [property]: this.#demo.usuallyAt(device, at)[property] }),
      );
    }
  }

  #valuesOf({ device }: Speaker, atMs: number): Values {
    return this.#drills.over(device, this.#demo.valuesAt(device, atMs, this.#orders.of(device.id)), atMs);
  }

  #speak(speaker: Speaker, atMs: number): void {
    if (!speaker.live) return;
    const said = speaker.voice.told(this.#valuesOf(speaker, atMs), atMs);
    if (said !== null) speaker.connection.say(speaker.device.id, JSON.stringify(said));
  }

  #sayAll(speaker: Speaker, atMs: number): void {
    if (!speaker.live) return;
    const said = speaker.voice.first(this.#valuesOf(speaker, atMs), atMs);
    speaker.connection.say(speaker.device.id, JSON.stringify(said));
  }

  /** A device that something happens to, or stops happening to, speaks at once. */
  #followFaults(atMs: number): void {
    const active = this.#demo.faults.activeAt(atMs);
    if (active === this.#faults) return;
    const before = this.#faults;
    this.#faults = active;
    const all = atMs - this.#faultsToldMs >= faultsToldMs;
    if (all) this.#faultsToldMs = atMs;
    for (const id of new Set([...before.keys(), ...active.keys()])) {
      const speaker = this.#speakers.get(id);
      if (speaker && (all || active.get(id) !== before.get(id))) this.#sayAll(speaker, atMs);
    }
  }

  #ordered(topic: string, payload: string): void {
    const [, , id = "", property = ""] = topic.split("/");
    const speaker = this.#speakers.get(id);
    if (!speaker) return;
    const atMs = this.nowMs();
    const refusal = this.#orders.take(speaker.device, property, payload, atMs);
    if (refusal !== null) {
      this.#doors.log(`simulator: not obeyed: ${refusal}`);
      return;
    }
    const value = this.#valuesOf(speaker, atMs)[property];
    speaker.connection.say(`${id}/${property}`, JSON.stringify(value));
    this.#sayAll(speaker, atMs);
  }

  /** Once everybody has been heard, the one gateway of the standing picture breaks off. */
  #silence(): void {
    const gateway = this.#carriers.get(standingPicture.silentGateway);
    if (!gateway?.speakers.every(({ live }) => live)) return;
    this.#silenced = true;
    for (const speaker of gateway.speakers) speaker.live = false;
    gateway.connection.cut();
  }
}
