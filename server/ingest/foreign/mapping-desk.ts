import type { Device } from "../../../models/device/device.ts";
import type { Text } from "../../../models/language/text.ts";
import {
  isIgnored,
  mappedDevice,
  mappedDeviceId,
  type ReadDescription,
} from "../../../models/mapping/mapped-device.ts";
import type { MappingFile, MappingRow } from "../../../models/mapping/mapping-file.ts";
import { readyRows } from "../../../models/mapping/ready/ready.ts";
import { RowIndex } from "../../../models/mapping/recognise.ts";
import { suggestRow } from "../../../models/mapping/suggest.ts";
import type { Audit } from "../../audit/audit.ts";
import type { TrailEntry } from "../../audit/entry.ts";
import { valueFromSource } from "../source-value.ts";
import { shapeOf } from "../tray.ts";
import type { ForeignBook, ForeignDevice } from "./foreign-book.ts";
import type { MappingBook, MappingChange } from "./mapping-book.ts";

/** A device of a foreign source, as an administrator may see it: never its values. */
export interface ForeignEntry {
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly recorded: boolean;
  /** Id of its row; null while it waits. */
  readonly row: string | null;
  readonly kind: string | null;
  /** Why its row could make no device of it. */
  readonly problem: Text | null;
  readonly lastMs: number;
  /** Where its values stand. */
  readonly values: number;
  /** How many of them did not fit their points when they were last said. */
  readonly misfits: number;
}

/** What a value would become. `fits` says nothing of the value but that it lies in its range. */
export type Verdict =
  | "fits"
  | "out-of-range"
  | "wrong-type"
  | "not-a-number"
  | "not-here"
  | "left-out"
  | "waits";

const doubts: ReadonlySet<Verdict> = new Set(["out-of-range", "wrong-type", "not-a-number"]);

export interface PreviewValue {
  readonly pointer: string;
  /** The kind of value, without the value. */
  readonly shape: string;
  readonly property: string | null;
  readonly verdict: Verdict;
}

export type Preview =
  | { readonly ok: true; readonly device: Device; readonly values: readonly PreviewValue[] }
  | { readonly ok: false; readonly problem: Text };

export interface MappingDeskOptions {
  readonly book: MappingBook;
  readonly devices: ForeignBook;
  readonly read: ReadDescription;
  readonly audit: Pick<Audit, "before">;
}

/** What an administrator does with devices nobody knows: look at their shape, try a row, keep it. */
export class MappingDesk {
  readonly #options: MappingDeskOptions;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: MappingDeskOptions) {
    this.#options = options;
  }

  get file(): MappingFile {
    return this.#options.book.file;
  }

  /** Those that wait first, each sort by who spoke last. */
  list(): readonly ForeignEntry[] {
    return [...this.#options.devices.devices]
      .map(entryOf)
      .toSorted((a, b) => Number(a.row !== null) - Number(b.row !== null) || b.lastMs - a.lastMs);
  }

  /** The row of a device, or one to begin with; null for a device nobody has heard of. */
  draft(id: string): MappingRow | null {
    const found = this.#options.devices.get(id);
    if (found === undefined) return null;
    const { device, samples, standing } = found;
    if (standing?.row.match.device !== undefined) return standing.row;
    const likely = new RowIndex([...this.#options.book.file.rows, ...readyRows]);
    return suggestRow(device, samples, likely);
  }

  /** What a row would make of a device; null for a device nobody has heard of. */
  preview(id: string, row: MappingRow): Preview | null {
    const found = this.#options.devices.get(id);
    if (found === undefined) return null;
    const mapped = mappedDevice(row, found.device, found.samples.keys(), this.#options.read);
    if (!mapped.ok) return mapped;
    const specs = new Map(mapped.device.points.map((spec) => [spec.property, spec]));
    const pointers = new Set([...mapped.bindings.keys(), ...found.samples.keys()]);
    const values = [...pointers].map((pointer): PreviewValue => {
      const sample = found.samples.get(pointer);
      const shape = sample === undefined ? "" : shapeOf(sample);
      const binding = mapped.bindings.get(pointer);
      const spec = binding && specs.get(binding.property);
      if (!binding || !spec)
        return { pointer, shape, property: null, verdict: isIgnored(row, pointer) ? "left-out" : "waits" };
      const { property } = binding;
      // A known device's values are the twin's, by their class: here only their places are remembered.
      if (sample === undefined || sample === null) return { pointer, shape, property, verdict: "not-here" };
      const value = valueFromSource(spec, binding.convert(sample));
      if (typeof value === "string") return { pointer, shape, property, verdict: value };
      const within = value >= spec.min && value <= spec.max;
      return { pointer, shape, property, verdict: within ? "fits" : "out-of-range" };
    });
    return { ok: true, device: mapped.device, values };
  }

  /** Where the last values of a row's own device do not fit the points they would become. */
  unfit(row: MappingRow): readonly string[] {
    const { source, match } = row;
    if (match.device === undefined) return [];
    const pointers = [false, true]
      .filter((recorded) => match.origin === undefined || (match.origin === "recorded") === recorded)
      .map((recorded) => mappedDeviceId({ source, key: match.device ?? "", recorded }))
      .flatMap((id) => (id === null ? [] : [this.preview(id, row)]))
      .flatMap((preview) => (preview?.ok === true ? preview.values : []))
      .filter(({ verdict }) => doubts.has(verdict))
      .map(({ pointer }) => pointer);
    return [...new Set(pointers)];
  }

  /** @returns false when there are too many rows. @throws when it cannot be kept. */
  save(row: MappingRow, who: string): Promise<boolean> {
    return this.#change(() => this.#options.book.putting(row), {
      ...{ act: "mapping-saved", who, subject: row.id, detail: { kind: row.kind, ...classesOf(row) } },
    });
  }

  /** @returns false when there is no such row. @throws when it cannot be kept. */
  remove(id: string, who: string): Promise<boolean> {
    const entry: TrailEntry = { act: "mapping-removed", who, subject: id, detail: {} };
    return this.#change(() => this.#options.book.removing(id), entry);
  }

  /** @returns false when there are too many rows. @throws when it cannot be kept. */
  take(file: MappingFile, who: string): Promise<boolean> {
    const detail = { rows: String(file.rows.length) };
    const entry: TrailEntry = { act: "mapping-imported", who, subject: "", detail };
    return this.#change(() => this.#options.book.taking(file), entry);
  }

  /** One after the other; the trail tells of each in the transaction that keeps it, before it counts. */
  #change(of: () => MappingChange | null, entry: TrailEntry): Promise<boolean> {
    const mine = this.#turn.then(async () => {
      const change = of();
      if (change === null) return false;
      await this.#options.audit.before(entry, (tx) => change.keep(tx));
      change.count();
      return true;
    });
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

/** Who opened what to whom is what an auditor asks. */
function classesOf({ points }: MappingRow): Readonly<Record<string, string>> {
  const opened = points.filter(({ visibility }) => visibility !== undefined && visibility !== "personal");
  const classes = opened.map(({ property, visibility }) => `${property}: ${visibility}`).join(", ");
  return classes === "" ? {} : { classes: classes.slice(0, 500) };
}

const entryOf = ({
  id,
  device,
  standing,
  problem,
  lastMs,
  samples,
  misfits,
}: ForeignDevice): ForeignEntry => ({
  ...{ id, ...device, row: standing?.row.id ?? null, kind: standing?.row.kind ?? null },
  ...{ problem, lastMs, values: samples.size, misfits: misfits.size },
});
