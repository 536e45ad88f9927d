import type { DeviceId } from "../../../models/ids.ts";
import type { Text } from "../../../models/language/text.ts";
import type { Leaf } from "../../../models/mapping/leaves.ts";
import { mostLeaves } from "../../../models/mapping/leaves.ts";
import type { MappingRow } from "../../../models/mapping/mapping-file.ts";
import {
  mappedDevice,
  mappedDeviceId,
  type Binding,
  type ReadDescription,
} from "../../../models/mapping/mapped-device.ts";
import type { SourceDevice } from "../../../models/mapping/recognise.ts";
import type { Registry } from "../registry.ts";
import type { KeptForeign } from "./foreign-store.ts";
import type { MappingBook } from "./mapping-book.ts";

/** What became of a device of a foreign source. */
export interface Standing {
  readonly row: MappingRow;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface ForeignDevice {
  readonly id: DeviceId;
  readonly device: SourceDevice;
  /** The last value of each place in its messages. */
  readonly samples: Map<string, Leaf["value"]>;
  /** When its last message was measured, as it says. */
  at: unknown;
  lastMs: number;
  /** Null while it waits to be mapped. */
  standing: Standing | null;
  /** Why its row could not make a device of it. */
  problem: Text | null;
  /** Where its last value did not fit the point it is mapped to. */
  readonly misfits: Set<string>;
}

export interface ForeignBookOptions {
  readonly book: MappingBook;
  readonly registry: Pick<Registry, "adopt">;
  readonly read: ReadDescription;
  /** Keeps a device beyond this run. */
  readonly keep: (device: KeptForeign) => void;
  /** Told of a device whose points may be others now, for what of it waits in the tray. */
  readonly mapped: (device: DeviceId) => void;
  readonly evicted: () => void;
  readonly mostDevices?: number;
}

const longestSample = 64;

/** The devices of foreign sources: those that are mapped, and those that wait with what they have shown. */
export class ForeignBook {
  readonly #options: ForeignBookOptions;
  readonly #devices = new Map<string, ForeignDevice>();
  /** Ids of those that wait, longest first. */
  readonly #waiting = new Set<string>();
  readonly #misfitting = new Set<ForeignDevice>();

  constructor(options: ForeignBookOptions) {
    this.#options = options;
    options.book.onChange(() => this.#recogniseAll());
  }

  get(id: string): ForeignDevice | undefined {
    return this.#devices.get(id);
  }

  get devices(): Iterable<ForeignDevice> {
    return this.#devices.values();
  }

  /** Mapped values of live devices that did not fit their points when they were last said. */
  get misfits(): number {
    let count = 0;
    for (const { misfits, device } of this.#misfitting) if (!device.recorded) count += misfits.size;
    return count;
  }

  /** Its point could not take the value. */
  misfit(device: ForeignDevice, pointer: string): void {
    device.misfits.add(pointer);
    this.#misfitting.add(device);
  }

  /** Its point took the value; what did not fit before has had its successor. */
  fitted(device: ForeignDevice, pointer: string): void {
    if (!device.misfits.delete(pointer)) return;
    if (device.misfits.size === 0) this.#misfitting.delete(device);
    this.#options.mapped(device.id);
  }

  /** What an earlier run knew. */
  restore(kept: readonly KeptForeign[]): void {
    for (const each of kept) {
      const device = this.#begin(each, each.lastMs);
      if (device === null) continue;
      for (const [pointer, value] of Object.entries(each.shown)) device.samples.set(pointer, value);
      this.#recognise(device);
    }
  }

  /**
   * What a device says now; it is recognised anew when it shows what it has not shown before. Null for a bad name.
   */
  heard(source: SourceDevice, leaves: readonly Leaf[], at: unknown, nowMs: number): ForeignDevice | null {
    const id = mappedDeviceId(source);
    const device = id && (this.#devices.get(id) ?? this.#begin(source, nowMs));
    if (device === null) return null;
    device.at = at;
    device.lastMs = nowMs;
    const waited = device.standing === null;
    let more = false;
    for (const { pointer, value } of leaves) {
      const known = device.samples.has(pointer);
      if (!known && device.samples.size >= mostLeaves) continue;
      more ||= !known;
      device.samples.set(pointer, typeof value === "string" ? value.slice(0, longestSample) : value);
    }
    if (more && device.standing?.row.match.device === undefined) this.#recognise(device);
    if (more || device.standing === null) this.#keep(device);
    if (waited && device.standing !== null) this.#options.mapped(device.id);
    return device;
  }

  #begin(device: SourceDevice, nowMs: number): ForeignDevice | null {
    const id = mappedDeviceId(device);
    if (id === null || !this.#hasRoom()) return null;
    const { source, key, recorded } = device;
    const begun: ForeignDevice = {
      ...{ id, device: { source, key, recorded }, samples: new Map(), at: undefined },
      ...{ lastMs: nowMs, standing: null, problem: null, misfits: new Set() },
    };
    this.#devices.set(id, begun);
    this.#waiting.add(id);
    return begun;
  }

  /** Whoever waits longest makes room; what the tray keeps of it stays kept. */
  #hasRoom(): boolean {
    if (this.#devices.size < (this.#options.mostDevices ?? 10_000)) return true;
    this.#options.evicted();
    for (const id of this.#waiting) {
      this.#waiting.delete(id);
      return this.#devices.delete(id);
    }
    return false;
  }

  #recogniseAll(): void {
    this.#misfitting.clear();
    for (const device of this.#devices.values()) {
      device.misfits.clear();
      this.#recognise(device);
      if (device.standing === null) continue;
      this.#keep(device);
      this.#options.mapped(device.id);
    }
  }

  #recognise(device: ForeignDevice): void {
    const { book, registry, read } = this.#options;
    const row = book.index.rowOf(device.device, device.samples);
    const mapped = row && mappedDevice(row, device.device, device.samples.keys(), read);
    device.problem = mapped === null || mapped.ok ? null : mapped.problem;
    const holds = mapped?.ok === true && mapped.device.points.length > 0 && registry.adopt(mapped.device);
    device.standing = row && holds ? { row, bindings: mapped.bindings } : null;
    if (holds) this.#waiting.delete(device.id);
    else this.#waiting.add(device.id);
  }

  #keep({ device, samples, standing, lastMs }: ForeignDevice): void {
    // Values of a known device are the twin's to keep, by their class.
    const shown =
      standing === null ? [...samples] : [...samples.keys()].map((pointer) => [pointer, null] as const);
    this.#options.keep({ ...device, shown: Object.fromEntries(shown), lastMs });
  }
}
