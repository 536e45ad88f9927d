import type { Text } from "../../models/language/text.ts";
import type { CounterName } from "./codes.ts";

/** Something a device said that nobody can place: kept, never drawn. */
export interface TrayNote {
  readonly device: string;
  /** Null for a description that waits for somebody to trust it. */
  readonly property: string | null;
  readonly why:
    | "unknown-device"
    | "unknown-property"
    | "untrusted-description"
    | "unclear-description"
    | "impossible-place"
    /** A mapped value that its point cannot take. */
    | "misfit"
    | "odd-topic";
  readonly value: unknown;
  /** What is wrong with it, where somebody looked. */
  readonly problem?: Text;
  readonly topic: string;
  /** Source time, or arrival where the source told none (epoch milliseconds of community time). */
  readonly atMs: number;
  readonly nowMs: number;
}

/** A device of the tray, its values masked: an administrator sees their shape only. */
export interface TrayDevice {
  readonly device: string;
  readonly topic: string;
  readonly why: TrayNote["why"];
  readonly firstMs: number;
  readonly lastMs: number;
  readonly count: number;
  /** Whether it described itself and waits to be trusted. */
  readonly described: boolean;
  /** What is wrong with its description; null where nothing is. */
  readonly problem: Text | null;
  readonly properties: readonly TrayProperty[];
}
export interface TrayProperty {
  readonly property: string;
  readonly shape: string;
  readonly lastMs: number;
  readonly count: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
interface Entry extends Writable<Omit<TrayDevice, "properties">> {
  readonly properties: Map<string, Writable<TrayProperty>>;
  /** When it last described itself. */
  describedMs: number;
}

const mostKeysShown = 16;

/** What kind of value it is, without the value: `number`, `text of 7`, `list of 3`, `{ a: number, b: text of 2 }`. */
export function shapeOf(value: unknown, depth = 0): string {
  if (value === null) return "null";
  if (typeof value === "string") return `text of ${value.length}`;
  if (Array.isArray(value)) return `list of ${value.length}`;
  if (typeof value !== "object") return typeof value;
  const members = Object.entries(value);
  if (depth > 1) return `object of ${members.length}`;
  const shown = members
    .slice(0, mostKeysShown)
    .map(([key, member]) => `${key.slice(0, 64)}: ${shapeOf(member, depth + 1)}`);
  if (members.length > mostKeysShown) shown.push("…");
  return `{ ${shown.join(", ")} }`;
}

export interface TrayOptions {
  /** Keeps the note beyond this run (the store bounds it per device); `shape` is the value, masked. */
  readonly keep: (note: TrayNote, shape: string) => void;
  readonly count: (name: CounterName) => void;
  /** Devices remembered; the one silent for longest makes room, what was kept of it stays kept. */
  readonly mostDevices?: number;
  readonly mostProperties?: number;
}

/** The devices and properties nobody has mapped yet. Never larger than its limits, whatever is thrown at it. */
export class Tray {
  readonly #entries = new Map<string, Entry>();
  readonly #options: TrayOptions;

  constructor(options: TrayOptions) {
    this.#options = options;
  }

  note(note: TrayNote): void {
    const shape = shapeOf(note.value);
    this.#options.keep(note, shape);
    const entry = this.#entries.get(note.device) ?? this.#begin(note);
    // A map keeps the order of insertion: the front is whoever has been silent for longest.
    this.#entries.delete(note.device);
    this.#entries.set(note.device, entry);
    entry.lastMs = note.nowMs;
    entry.count++;
    entry.topic = note.topic;
    entry.why = note.why;
    if (note.property === null) {
      entry.described = true;
      entry.describedMs = note.nowMs;
      entry.problem = note.problem ?? null;
    } else this.#noteProperty(entry, note.property, shape, note.nowMs);
  }

  #begin(note: TrayNote): Entry {
    if (this.#entries.size >= (this.#options.mostDevices ?? 2_000)) {
      for (const device of this.#entries.keys()) {
        this.#entries.delete(device);
        this.#options.count("tray-evicted");
        break;
      }
    }
    return {
      device: note.device,
      topic: note.topic,
      why: note.why,
      firstMs: note.nowMs,
      lastMs: note.nowMs,
      count: 0,
      described: false,
      problem: null,
      properties: new Map(),
      describedMs: 0,
    };
  }

  #noteProperty(entry: Entry, property: string, shape: string, lastMs: number): void {
    const known = entry.properties.get(property);
    if (known === undefined && entry.properties.size >= (this.#options.mostProperties ?? 64)) {
      this.#options.count("tray-evicted");
      return;
    }
    entry.properties.set(property, { property, shape, lastMs, count: (known?.count ?? 0) + 1 });
  }

  /** What an earlier run left, those heard of last first. */
  restore(devices: readonly TrayDevice[]): void {
    for (const device of devices.slice(0, this.#options.mostDevices ?? 2_000).toReversed()) {
      const properties = new Map(device.properties.map((property) => [property.property, { ...property }]));
      this.#entries.set(device.device, { ...device, properties, describedMs: 0 });
    }
  }

  /**
   * A device is known now, and these rows went to their points; what was said since stays, and waits for being of no
   * point.
   */
  leave(device: string, rows: readonly { readonly property: string; readonly lastMs: number }[]): void {
    const entry = this.#entries.get(device);
    if (entry === undefined) return;
    for (const { property, lastMs } of rows) {
      const known = entry.properties.get(property);
      if (known?.lastMs === lastMs) {
        entry.properties.delete(property);
        entry.count -= known.count;
      }
    }
    if (rows.some(({ property, lastMs }) => property === "" && lastMs >= entry.describedMs)) {
      entry.described = false;
      entry.problem = null;
    }
    if (entry.properties.size === 0 && !entry.described) this.#entries.delete(device);
    else if (entry.why === "unknown-device") entry.why = "unknown-property";
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Most recent first. */
  list(): readonly TrayDevice[] {
    return [...this.#entries.values()].map(shownOf).toReversed();
  }
}

function shownOf({ device, topic, why, firstMs, lastMs, count, described, problem, properties }: Entry) {
  const own = [...properties.values()];
  return { device, topic, why, firstMs, lastMs, count, described, problem, properties: own };
}
