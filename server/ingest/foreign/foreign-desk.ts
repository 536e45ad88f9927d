import type { Leaf } from "../../../models/mapping/leaves.ts";
import { isIgnored, mappedDeviceId } from "../../../models/mapping/mapped-device.ts";
import { readState, readValues, sourceTopic, type SourceTopic } from "../../../models/mapping/source.ts";
import { decodeText } from "../careful-json.ts";
import type { Outcome } from "../codes.ts";
import type { Speaker } from "../doors.ts";
import type { Intake } from "../intake.ts";
import type { MessageTap } from "../message-tap.ts";
import { payloadValue } from "../payload-value.ts";
import type { Registry } from "../registry.ts";
import { timeFromSource } from "../source-value.ts";
import type { TrayNote } from "../tray.ts";
import type { ForeignBook, ForeignDevice } from "./foreign-book.ts";
import type { MappingBook } from "./mapping-book.ts";

/** A topic of a known source, live or below `recorded/`. */
export type ForeignTopic = SourceTopic & { readonly recorded: boolean };

export interface ForeignDeskOptions {
  readonly mappings: MappingBook;
  readonly devices: ForeignBook;
  readonly intake: Pick<Intake, "offer" | "counters">;
  readonly registry: Pick<Registry, "gatewayState">;
  readonly tray: { note(note: TrayNote): void };
  readonly tap: Pick<MessageTap, "heard">;
  readonly now: () => number;
}

const misfits: ReadonlySet<Outcome> = new Set(["wrong-type", "not-a-number", "out-of-range"]);
const recordedRoot = "recorded/";
const deepestMessage = 12;
const mostTopics = 50_000;
const longestTopic = 512;
const stateProperty = "$state";

/** `a/{device}/{part+}` as `a/+/#`; in the middle a place is one level. */
const filterOf = (topic: string): string =>
  topic
    .split("/")
    .map((level, at, all) =>
      level.includes("{") ? (/\+\}/.test(level) && at === all.length - 1 ? "#" : "+") : level,
    )
    .join("/");

/** Takes messages of foreign shapes: of known devices they are readings, of others they wait. Never throws for them. */
export class ForeignDesk {
  readonly #options: ForeignDeskOptions;
  readonly #topics = new Map<string, ForeignTopic>();

  constructor(options: ForeignDeskOptions) {
    this.#options = options;
    options.mappings.onChange(() => this.#topics.clear());
  }

  /** Null for a topic of no known source. */
  topicOf(address: string): ForeignTopic | null {
    const known = this.#topics.get(address);
    if (known !== undefined) return known;
    if (address.length > longestTopic) return null;
    const recorded = address.startsWith(recordedRoot);
    const plain = recorded ? address.slice(recordedRoot.length) : address;
    const topic = sourceTopic(this.#options.mappings.sources, plain);
    if (topic === null) return null;
    if (this.#topics.size >= mostTopics) this.#topics.clear();
    const found = { ...topic, recorded };
    this.#topics.set(address, found);
    return found;
  }

  /** Topic filters of everything the sources say, live and recorded. */
  get filters(): ReadonlySet<string> {
    const topics = this.#options.mappings.sources.flatMap((source) => source.topics);
    const wanted = topics.filter(({ carries }) => carries !== "nothing").map(({ topic }) => filterOf(topic));
    return new Set(wanted.flatMap((filter) => [filter, `${recordedRoot}${filter}`]));
  }

  /** Devices that these topics of a recording speak of: how many are known, how many wait. */
  countRecorded(topics: readonly string[]): { readonly known: number; readonly waiting: number } {
    const found = new Set<ForeignDevice>();
    for (const address of topics) {
      const topic = this.topicOf(`${recordedRoot}${address}`);
      if (topic === null || topic.carries === "nothing") continue;
      const id = mappedDeviceId({ source: topic.source.id, key: topic.device, recorded: true });
      const device = id && this.#options.devices.get(id);
      if (device) found.add(device);
    }
    const known = [...found].filter(({ standing }) => standing !== null).length;
    return { known, waiting: found.size - known };
  }

  take(topic: ForeignTopic, address: string, payload: Buffer, speaker: Speaker): void {
    const { counters } = this.#options.intake;
    if (topic.carries === "nothing") {
      counters["set-aside"]++;
      return;
    }
    const text = decodeText(payload);
    // An empty retained message only clears a broker's copy.
    if (text === "") return;
    const value = text === null ? undefined : payloadValue(text, deepestMessage);
    if (value === undefined) counters.malformed++;
    else if (topic.carries === "state") this.#state(topic, address, value, speaker);
    else this.#values(topic, address, value, text ?? "");
  }

  #values(
    topic: Extract<ForeignTopic, { device: string }>,
    address: string,
    payload: unknown,
    text: string,
  ): void {
    const { intake, devices, now } = this.#options;
    const { leaves, at, over } = readValues(topic, payload);
    intake.counters["values-left-out"] += over;
    if (leaves.length === 0) {
      if (over === 0) intake.counters.malformed++;
      return;
    }
    const source = { source: topic.source.id, key: topic.device, recorded: topic.recorded };
    const heard = devices.heard(source, leaves, at, now());
    if (heard === null) {
      intake.counters["bad-topic"]++;
      this.#note(topic.device.slice(0, 128), "", "odd-topic", payload, address);
    } else {
      this.#options.tap.heard(heard.id, address, text);
      this.#offer(heard, leaves, address);
    }
  }

  #offer(device: ForeignDevice, leaves: readonly Leaf[], address: string): void {
    const { intake } = this.#options;
    const { standing, id } = device;
    // A recording is played now, whatever its rows say of when.
    const at = device.device.recorded ? undefined : device.at;
    for (const { pointer, value } of leaves) {
      const binding = standing?.bindings.get(pointer);
      if (binding) {
        const outcome = intake.offer(id, binding.property, binding.convert(value), at, undefined, address);
        this.#judge(outcome, device, pointer, value, address, at);
      } else if (standing === null || !isIgnored(standing.row, pointer)) {
        const why = standing === null ? "unknown-device" : "unknown-property";
        intake.counters[why]++;
        this.#note(id, pointer, why, value, address, at);
      }
    }
  }

  /** A mapped value that its point cannot take waits for a better mapping. Null is the lack of a value, no misfit. */
  #judge(
    outcome: Outcome,
    device: ForeignDevice,
    pointer: string,
    value: Leaf["value"],
    address: string,
    at: unknown,
  ): void {
    const { devices } = this.#options;
    if (!misfits.has(outcome)) devices.fitted(device, pointer);
    else if (value !== null) {
      devices.misfit(device, pointer);
      this.#note(device.id, pointer, "misfit", value, address, at);
    }
  }

  #state(
    topic: Extract<ForeignTopic, { device: string }>,
    address: string,
    payload: unknown,
    speaker: Speaker,
  ): void {
    const { intake, registry, devices } = this.#options;
    const online = readState(topic, payload);
    if (online === null) {
      intake.counters.malformed++;
      return;
    }
    const source = { source: topic.source.id, key: topic.device, recorded: topic.recorded };
    const device = devices.heard(source, [], undefined, this.#options.now());
    if (device === null) intake.counters["bad-topic"]++;
    else if (device.standing === null) {
      intake.counters["unknown-device"]++;
      this.#note(device.id, stateProperty, "unknown-device", online ? "online" : "offline", address);
    } else if (speaker.trusted) registry.gatewayState(device.id, online, speaker);
    // What a stranger says of a device's absence is not believed; that it is there shows by itself.
    else if (!online) intake.counters["not-allowed"]++;
  }

  #note(
    device: string,
    property: string,
    why: TrayNote["why"],
    value: unknown,
    address: string,
    at?: unknown,
  ): void {
    const nowMs = this.#options.now();
    const readAtMs = timeFromSource(at, nowMs);
    const atMs = Number.isNaN(readAtMs) ? nowMs : readAtMs;
    this.#options.tray.note({
      device,
      property,
      why,
      value,
      topic: address.slice(0, longestTopic),
      atMs,
      nowMs,
    });
  }
}
