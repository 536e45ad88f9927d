import { createHash } from "node:crypto";
import type { Described } from "../../models/device/description.ts";
import type { Device } from "../../models/device/device.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import type { DeviceId } from "../../models/ids.ts";
import { pointId } from "../../models/ids.ts";
import { text } from "../../models/language/text.ts";
import type { Twin } from "../twin/twin.ts";
import { parseJson } from "./careful-json.ts";
import type { Counters } from "./codes.ts";
import type { Speaker } from "./doors.ts";
import type { TrayNote } from "./tray.ts";

export type Taken = "described" | "unchanged" | "waits" | "malformed" | "full" | "not-allowed";

export interface RegistryOptions {
  readonly twin: Pick<Twin, "addDevice" | "setGateway" | "indexOf" | "pointCount">;
  readonly tray: { note(note: TrayNote): void };
  /** Told of a device whose description was taken, for what of it waits in the tray. */
  readonly described: (device: DeviceId) => void;
  readonly counters: Counters;
  /** Community time. */
  readonly now: () => number;
  /** `readDescription` of `models/device`, bound to where the community lies. */
  readonly parse: (device: DeviceId, description: unknown) => Described;
  /** Keeps a device that was taken in, and what it said of itself, beyond this run. */
  readonly persist: (device: DeviceId, description: string) => void;
  /** Points there is room for; a description that would go beyond them waits in the tray. */
  readonly mostPoints?: number;
}

const deepestDescription = 8;
const mostPoints = 500_000;
const full = text(
  "孪生体已满：点位数已达上限，该设备暂未接入。",
  "The twin is full: it holds as many points as it may, so this device was not taken in.",
);

/** Who the devices are: takes what they say of themselves, and knows which gateways are there. */
export class Registry {
  readonly #options: RegistryOptions;
  /** Digest of the last description taken of each device: brokers send retained ones again and again. */
  readonly #digests = new Map<DeviceId, string>();
  /** Who described a device. It is theirs until their last connection ends. */
  readonly #owners = new Map<DeviceId, string>();
  readonly #connections = new Map<string, number>();
  /** Gateways that said they are online, and through which connection. */
  readonly #gateways = new Map<DeviceId, object>();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** A device of an earlier run, from the store. @returns false when its description is no longer understood. */
  restore(device: DeviceId, description: string): boolean {
    const read = this.#options.parse(device, parseJson(description, deepestDescription));
    if (!read.ok) return false;
    this.#options.twin.addDevice(read.device);
    this.#digests.set(device, digestOf(description));
    return true;
  }

  /** Whether this speaker may speak for the device: nobody else who is connected has described it. */
  maySpeakFor(device: DeviceId, speaker: Speaker): boolean {
    const owner = this.#owners.get(device);
    return owner === undefined || owner === speaker.name || !this.#connections.has(owner);
  }

  /** Whether the device is this speaker's own: they described it. */
  owns(device: DeviceId, speaker: Speaker): boolean {
    return speaker.name !== "" && this.#owners.get(device) === speaker.name;
  }

  describe(device: DeviceId, description: string, speaker: Speaker, topic: string): Taken {
    const { counters, tray, parse, persist, described } = this.#options;
    if (!this.maySpeakFor(device, speaker)) {
      counters["not-allowed"]++;
      return "not-allowed";
    }
    const digest = digestOf(description);
    if (speaker.trusted && this.#digests.get(device) === digest) {
      this.#owners.set(device, speaker.name);
      return "unchanged";
    }
    const value = parseJson(description, deepestDescription);
    const nowMs = this.#options.now();
    const note = { device, property: null, value: value ?? description, topic, atMs: nowMs, nowMs };
    if (!speaker.trusted) {
      counters["description-waits"]++;
      tray.note({ ...note, why: "untrusted-description" });
      return "waits";
    }
    const read = parse(device, value);
    if (!read.ok) {
      counters["description-malformed"]++;
      tray.note({ ...note, why: "unclear-description", problem: read.problem });
      return "malformed";
    }
    if (!this.adopt(read.device)) {
      tray.note({ ...note, why: "unclear-description", problem: full });
      return "full";
    }
    counters.described++;
    this.#digests.set(device, digest);
    this.#owners.set(device, speaker.name);
    persist(device, description);
    described(device);
    if (read.misplaced !== undefined) {
      counters["impossible-place"]++;
      tray.note({ ...note, why: "impossible-place", problem: read.misplaced });
    }
    return "described";
  }

  /** A device that somebody vouches for. @returns false when the twin has no room for it. */
  adopt(device: Device): boolean {
    const { counters, twin } = this.#options;
    const isNew = ({ property }: PointSpec): boolean =>
      twin.indexOf(pointId(device.id, property)) === undefined;
    const further = device.points.filter(isNew).length;
    if (further > 0 && twin.pointCount + further > (this.#options.mostPoints ?? mostPoints)) {
      counters["twin-full"]++;
      return false;
    }
    twin.addDevice(device);
    return true;
  }

  /** What a connection says of its gateway. A last will that comes after the gateway is back elsewhere says nothing. */
  gatewayState(gateway: DeviceId, online: boolean, speaker: Speaker): void {
    if (online) this.#gateways.set(gateway, speaker.connection);
    else {
      const holder = this.#gateways.get(gateway);
      if (holder !== undefined && holder !== speaker.connection) return;
      this.#gateways.delete(gateway);
    }
    this.#options.twin.setGateway(gateway, online);
  }

  connectionOpened(speaker: Speaker): void {
    this.#connections.set(speaker.name, (this.#connections.get(speaker.name) ?? 0) + 1);
  }

  /** Gateways that were online through this connection are silent now, whatever it said last. */
  connectionLost(speaker: Speaker): void {
    const left = (this.#connections.get(speaker.name) ?? 1) - 1;
    if (left > 0) this.#connections.set(speaker.name, left);
    else this.#connections.delete(speaker.name);
    for (const [gateway, connection] of this.#gateways) {
      if (connection === speaker.connection) this.gatewayState(gateway, false, speaker);
    }
  }
}

const digestOf = (text: string): string => createHash("sha1").update(text).digest("base64");
