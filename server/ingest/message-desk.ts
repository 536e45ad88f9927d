import type { CommunityId, DeviceId, PropertyId } from "../../models/ids.ts";
import { decodeText, parseDeviceJson } from "./careful-json.ts";
import type { Speaker } from "./doors.ts";
import type { Intake } from "./intake.ts";
import type { MessageTap } from "./message-tap.ts";
import type { Registry } from "./registry.ts";
import type { Topic } from "./topics.ts";
import { payloadValue } from "./payload-value.ts";
import { propertyIdOrNull } from "./topics.ts";
import type { TrayNote } from "./tray.ts";

const deepestReading = 6;
const mostProperties = 256;
const longestOddTopic = 512;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const readingKeys: ReadonlySet<string> = new Set(["value", "at", "quality"]);

export interface MessageDeskOptions {
  readonly community: CommunityId;
  readonly intake: Pick<Intake, "offer" | "counters">;
  readonly registry: Pick<Registry, "describe" | "gatewayState">;
  readonly tray: { note(note: TrayNote): void };
  readonly tap: Pick<MessageTap, "heard">;
  readonly now: () => number;
}

/** Takes one message of the native MQTT shape, whichever broker brought it. Never throws for what a device sends. */
export class MessageDesk {
  readonly #options: MessageDeskOptions;

  constructor(options: MessageDeskOptions) {
    this.#options = options;
  }

  take(topic: Topic, address: string, payload: Buffer, speaker: Speaker): void {
    const text = decodeText(payload);
    if (text === null) {
      this.#options.intake.counters.malformed++;
      return;
    }
    this.#options.tap.heard(topic.device, address, text, payload.byteLength);
    switch (topic.about) {
      case "reading":
        return this.#reading(
          topic.device,
          topic.property,
          payloadValue(text, deepestReading),
          undefined,
          address,
        );
      case "readings":
        return this.#readings(topic.device, text, address);
      case "describe":
        // An empty retained message only clears the broker's copy.
        if (text !== "") this.#options.registry.describe(topic.device, text, speaker, address);
        return;
      case "state":
        return this.#state(topic.device, text, speaker);
      case "set":
        return;
    }
  }

  /** A message below `courtyard/<community>/` that is of no native shape: kept in the tray. */
  odd(address: string, payload: Buffer): void {
    const { intake, tray, now, community } = this.#options;
    const [device = "", ...rest] = address
      .slice(`courtyard/${community}/`.length, longestOddTopic)
      .split("/");
    const nowMs = now();
    intake.counters["bad-topic"]++;
    const value = payloadValue(decodeText(payload) ?? "", deepestReading);
    const topic = address.slice(0, longestOddTopic);
    tray.note({ device, property: rest.join("/"), why: "odd-topic", value, topic, atMs: nowMs, nowMs });
  }

  #reading(device: DeviceId, property: PropertyId, value: unknown, at: unknown, address: string): void {
    const { intake } = this.#options;
    if (value === undefined) intake.counters.malformed++;
    else if (!isRecord(value)) intake.offer(device, property, value, at, undefined, address);
    else if (Object.hasOwn(value, "value") && Object.keys(value).every((key) => readingKeys.has(key))) {
      intake.offer(device, property, value["value"], value["at"] ?? at, value["quality"], address);
    } else intake.offer(device, property, value, at, undefined, address);
  }

  #readings(device: DeviceId, text: string, address: string): void {
    const { intake } = this.#options;
    const members = parseDeviceJson(text, deepestReading);
    if (!isRecord(members) || Object.keys(members).length > mostProperties) {
      intake.counters.malformed++;
      return;
    }
    for (const [name, value] of Object.entries(members)) {
      if (name === "at") continue;
      const property = name === "__proto__" ? null : propertyIdOrNull(name);
      if (property === null) intake.counters.malformed++;
      else this.#reading(device, property, value, members["at"], address);
    }
  }

  #state(gateway: DeviceId, text: string, speaker: Speaker): void {
    if (text === "online" || text === "offline") {
      this.#options.registry.gatewayState(gateway, text === "online", speaker);
    } else this.#options.intake.counters.malformed++;
  }
}
