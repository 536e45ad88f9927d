import type { CommandRecord, CommandRequest } from "../../../models/command/command.ts";
import { readDescription } from "../../../models/device/description.ts";
import { goodQuality } from "../../../models/device/reading.ts";
import type { Authority, Duty } from "../../../models/duty/duty.ts";
import { commandId, deviceId, dwellingId, pointId, propertyId, sessionId } from "../../../models/ids.ts";
import { Audit } from "../../../server/audit/audit.ts";
import { Refusals } from "../../../server/audit/refusals.ts";
import { CommandDesk } from "../../../server/command-desk/command-desk.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { Twin } from "../../../server/twin/twin.ts";
import { TestClock } from "../access/door.ts";

export const operator: Authority = { duty: "operator", dwelling: null };
export const authorityOf = (duty: Duty): Authority => ({
  duty,
  dwelling: duty === "resident" ? dwellingId("home-a") : null,
});
export const me = sessionId("me");

const devices = [
  ["lamp-1", { kind: "street_light" }],
  ["gate-1", { kind: "vehicle_gate" }],
  ["pump-1", { kind: "water_pump" }],
  ["meter-1", { kind: "elec_meter", at: { dwelling: "home-a" } }],
] as const;

let ids = 0;
export function request(
  device = "lamp-1",
  property = "state",
  value: number | string = "on",
  id = `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
): CommandRequest {
  return { id: commandId(id), device: deviceId(device), property: propertyId(property), value };
}

/** A command desk over a real store and twin; the way to the devices is the test's. */
export class DeskBench {
  readonly store: Store;
  readonly audit: Audit;
  readonly refusals: Refusals;
  readonly clock: TestClock;
  readonly twin: Twin;
  desk: CommandDesk;
  /** What went out, in order. */
  readonly sent: { readonly device: string; readonly property: string; readonly payload: unknown }[] = [];
  /** Called with what goes out, before it counts as sent. */
  onSend: () => Promise<void> = () => Promise.resolve();
  readonly told: CommandRecord[] = [];

  private constructor(store: Store, clock: TestClock) {
    this.store = store;
    this.clock = clock;
    this.twin = new Twin({ limitsOf: () => [], localHour: () => 12 });
    for (const [name, description] of devices) {
      const read = readDescription(deviceId(name), description, () => null);
      if (!read.ok) throw new Error(read.problem.en);
      this.twin.addDevice(read.device);
    }
    const [nowMs, communityNowMs] = [clock.now, clock.now];
    const door = { nowMs, communityNowMs, log: () => undefined };
    this.audit = new Audit(store.db, store.installation, null, door);
    this.refusals = new Refusals(this.audit, clock.now);
    this.desk = this.#open();
  }

  static async open(file = ":memory:", clock = new TestClock()): Promise<DeskBench> {
    const bench = new DeskBench(
      await openStore(file, { nowMs: clock.now, onTrouble: () => undefined }),
      clock,
    );
    await bench.desk.load();
    return bench;
  }

  #open(): CommandDesk {
    const { store, audit, refusals, twin, clock } = this;
    return new CommandDesk({
      ...{ db: store.db, community: "demo", audit, refusals, twin },
      ...{ communityNowMs: clock.now, monotonicMs: clock.now },
      send: async ({ device, property }, payload) => {
        this.sent.push({ device, property, payload: JSON.parse(payload) });
        await this.onSend();
      },
    });
  }

  /** A server that begins anew on the same store, knowing of commands only what was kept. */
  async restart(): Promise<void> {
    this.desk = this.#open();
    await this.desk.load();
  }

  report(device: string, property: string, value: number, agoMs = 0): void {
    const index = this.twin.indexOf(pointId(deviceId(device), propertyId(property))) ?? -1;
    const { nowMs } = this.clock;
    this.twin.report(index, value, goodQuality, nowMs - agoMs, nowMs);
  }

  /** Time passes, a tick is taken, and what it led to is written down. */
  async pass(ms = 100): Promise<void> {
    this.clock.nowMs += ms;
    this.twin.tick(this.clock.nowMs);
    this.desk.onTick();
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn += 1) await new Promise((next) => setImmediate(next));
    await this.desk.settled();
    this.told.push(...this.desk.takeFresh());
  }

  /** The states a command was told to be in, in order. */
  statesOf({ id }: CommandRequest): string[] {
    return this.told.filter((record) => record.id === id).map(({ state }) => state);
  }

  async acts(): Promise<string[]> {
    await this.refusals.settled();
    return (await this.audit.read(null, 500))
      .toReversed()
      .map(({ act, who, subject, detail }) =>
        [act, who, subject, detail["reason"] ?? detail["value"] ?? detail["outcome"]].join(" "),
      );
  }
}
