import type { Device } from "../../../models/device/device.ts";
import { readDescription } from "../../../models/device/description.ts";
import { communityId } from "../../../models/ids.ts";
import type { Credential } from "../../../server/access/access.ts";
import { noCounts } from "../../../server/ingest/codes.ts";
import { Intake } from "../../../server/ingest/intake.ts";
import type { IntakeOptions } from "../../../server/ingest/intake.ts";
import { MessageDesk } from "../../../server/ingest/message-desk.ts";
import { EmbeddedBroker } from "../../../server/ingest/mqtt/embedded-broker.ts";
import type { BrokerLimits } from "../../../server/ingest/mqtt/connection-gate.ts";
import { Registry } from "../../../server/ingest/registry.ts";
import type { RegistryOptions } from "../../../server/ingest/registry.ts";
import type { TrayNote } from "../../../server/ingest/tray.ts";
import { Tray } from "../../../server/ingest/tray.ts";
import { sampleTwin, t0 } from "../twin/sample-devices.ts";

export const community = communityId("demo");

/** Everything between a device and the twin, in one process, with a clock the test moves. */
export function doorBench(options: Partial<IntakeOptions> = {}, devices: readonly Device[] = []) {
  const clock = { nowMs: t0 };
  const store = { settled: (): Promise<void> => Promise.resolve() };
  const counters = noCounts();
  const kept: { note: TrayNote; shape: string }[] = [];
  const persisted = new Map<string, string>();
  const problems = new Map<string, string>();
  const twin = sampleTwin();
  for (const device of devices) twin.addDevice(device);
  const tray = new Tray({
    keep: (note, shape) => void kept.push({ note, shape }),
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
      ...more,
    });
  const registry = registryOf();
  const desk = new MessageDesk({ community, intake, registry, tray, now });
  const doors = {
    settled: () => store.settled(),
    community,
    desk,
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
    intake,
    registry,
    registryOf,
    desk,
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
