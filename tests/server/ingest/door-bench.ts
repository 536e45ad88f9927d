import type { Device } from "../../../models/device/device.ts";
import { readDescription } from "../../../models/device/description.ts";
import type { DeviceId } from "../../../models/ids.ts";
import { communityId } from "../../../models/ids.ts";
import type { MappingFile, MappingRow } from "../../../models/mapping/mapping-file.ts";
import type { Audit } from "../../../server/audit/audit.ts";
import type { Credential } from "../../../server/access/access.ts";
import { noCounts } from "../../../server/ingest/codes.ts";
import { ForeignBook } from "../../../server/ingest/foreign/foreign-book.ts";
import { ForeignDesk } from "../../../server/ingest/foreign/foreign-desk.ts";
import type { KeptForeign } from "../../../server/ingest/foreign/foreign-store.ts";
import { MappingDesk } from "../../../server/ingest/foreign/mapping-desk.ts";
import { MappingBook } from "../../../server/ingest/foreign/mapping-book.ts";
import { claimer } from "../../../server/ingest/claim.ts";
import { Handover } from "../../../server/ingest/handover.ts";
import { Intake } from "../../../server/ingest/intake.ts";
import type { IntakeOptions } from "../../../server/ingest/intake.ts";
import { MessageDesk } from "../../../server/ingest/message-desk.ts";
import { MessageTap } from "../../../server/ingest/message-tap.ts";
import { EmbeddedBroker } from "../../../server/ingest/mqtt/embedded-broker.ts";
import type { BrokerLimits } from "../../../server/ingest/mqtt/connection-gate.ts";
import { Registry } from "../../../server/ingest/registry.ts";
import type { RegistryOptions } from "../../../server/ingest/registry.ts";
import type { TrayNote } from "../../../server/ingest/tray.ts";
import { Tray } from "../../../server/ingest/tray.ts";
import { trayRowOf } from "../../../server/ingest/tray-store.ts";
import { TrayShelf } from "./tray-shelf.ts";
import { sampleTwin, t0 } from "../twin/sample-devices.ts";

export const community = communityId("demo");

const noTrail: Pick<Audit, "before"> = { before: () => Promise.reject(new Error("no trail here")) };

/** Everything between a device and the twin, in one process, with a clock the test moves. */
export function doorBench(
  options: Partial<IntakeOptions> = {},
  devices: readonly Device[] = [],
  audit: Pick<Audit, "before"> = noTrail,
) {
  const clock = { nowMs: t0 };
  const store = { settled: (): Promise<void> => Promise.resolve() };
  const counters = noCounts();
  const kept: { note: TrayNote; shape: string }[] = [];
  const persisted = new Map<string, string>();
  const problems = new Map<string, string>();
  const twin = sampleTwin();
  for (const device of devices) twin.addDevice(device);
  const shelf = new TrayShelf();
  const tray = new Tray({
    keep: (note, shape) => {
      kept.push({ note, shape });
      shelf.put(trayRowOf(note, shape));
    },
    count: (name) => void counters[name]++,
    mostDevices: 50,
    mostProperties: 4,
  });
  const now = (): number => clock.nowMs;
  const monotonicMs = (): number => performance.now();
  const intake = new Intake({ twin, tray, counters, now, monotonicMs, kindOf: () => undefined, ...options });
  const registryOf = (more: Partial<RegistryOptions> = {}): Registry =>
    new Registry({
      twin,
      tray,
      counters,
      now,
      parse: (device, json) => readDescription(device, json, () => null),
      persist: (device, description) => void persisted.set(device, description),
      described: (device) => handover.begin(device, true),
      ...more,
    });
  const registry = registryOf();
  const tap = new MessageTap({ nowMs: now, monotonicMs });
  const desk = new MessageDesk({ community, intake, registry, tray, tap, now });
  const book = new MappingBook({
    keepAll: () => Promise.resolve(),
    keepRow: () => Promise.resolve(),
    dropRow: () => Promise.resolve(),
  });
  /** The mapping, changed at once: nothing is kept here. */
  const mappings = {
    get rows() {
      return book.file.rows;
    },
    put: (row: MappingRow): void => book.putting(row)?.count(),
    take: (file: MappingFile): void => book.taking(file)?.count(),
  };
  const foreignKept = new Map<string, KeptForeign>();
  const read = (device: DeviceId, json: unknown) => readDescription(device, json, () => null);
  const foreignDevices: ForeignBook = new ForeignBook({
    book,
    registry,
    read,
    keep: (device) => void foreignKept.set(`${device.source}/${device.key}`, device),
    mapped: (device) => handover.begin(device, false),
    evicted: () => void counters["tray-evicted"]++,
    mostDevices: 50,
  });
  const handover: Handover = new Handover({
    waiting: (of, after, most) => Promise.resolve(shelf.waiting(of, after, most)),
    claim: claimer({ twin, foreign: foreignDevices, now }),
    settled: () => store.settled(),
    leave: (of, rows) => {
      shelf.leave(rows);
      for (const device of of)
        tray.leave(
          device,
          rows.filter((row) => row.device === device),
        );
      return Promise.resolve();
    },
    now,
  });
  const mappingDesk = new MappingDesk({ book, devices: foreignDevices, read, audit });
  const foreign = new ForeignDesk({
    mappings: book,
    devices: foreignDevices,
    intake,
    registry,
    tray,
    tap,
    now,
  });
  const doors = {
    settled: () => store.settled(),
    community,
    desk,
    tap,
    foreign,
    registry,
    counters,
    monotonicMs,
    timers: {
      every: (ms: number, act: () => void) => {
        const timer = setInterval(act, ms);
        return () => clearInterval(timer);
      },
      soon: (act: () => void) => void setImmediate(act),
    },
    problems: {
      raise: ({ address, id, sentence }: { address: string; id: string; sentence: { en: string } }) =>
        void problems.set(`${address}/${id}`, sentence.en),
      end: (address: string, id: string) => void problems.delete(`${address}/${id}`),
    },
  };
  const credentials = new Map<string, Credential>();
  const openBroker = async (limits: Partial<BrokerLimits> = {}, ports: readonly number[] = [0]) => {
    const access = { credential: (token: string) => Promise.resolve(credentials.get(token) ?? null) };
    const own = { host: "127.0.0.1", ports, access, limits };
    const broker = new EmbeddedBroker({ ...doors, ...own });
    const port = await broker.listen();
    return { broker, port, url: `mqtt://127.0.0.1:${port}` };
  };
  return {
    store,
    clock,
    counters,
    kept,
    persisted,
    problems,
    twin,
    tray,
    shelf,
    handover,
    intake,
    registry,
    registryOf,
    desk,
    tap,
    mappings,
    mappingDesk,
    foreign,
    foreignDevices,
    foreignKept,
    doors,
    credentials,
    openBroker,
  };
}

/** Waits until something became true, looking at every turn of the loop; fails after five seconds. */
export async function until(what: string, isTrue: () => boolean): Promise<void> {
  const giveUpMs = performance.now() + 5_000;
  while (!isTrue()) {
    if (performance.now() > giveUpMs) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
