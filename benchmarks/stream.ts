import { Replica } from "../client/replica/replica.ts";
import { kindOf } from "../models/device/catalogue.ts";
import { anyone } from "../models/duty/duty.ts";
import { publicChannel, tick } from "../models/ids.ts";
import type { Answer, ChannelDictionary, Welcome } from "../models/stream/messages.ts";
import { createHub } from "../server/stream/stream.ts";
import type { TickResult } from "../server/twin/twin-reader.ts";
import { BusyTwin } from "./busy-twin.ts";

const ticks = 200;
const warmUp = 50;
const points = 50_000;

/** Bytes and processor time of one client's readings: our frames beside one JSON message a tick, on the same changes. */
export function benchStream(): void {
  process.stdout.write(`\nstream: ${points} points, ${ticks - warmUp} ticks, one client\n`);
  for (const share of [0.01, 0.1]) {
    const count = Math.round(points * share);
    const ours = framesOf(count);
    const json = jsonOf(count);
    const row = (name: string, of: (cost: Cost) => number, digits: number): string =>
      `${name.padEnd(26)} ${of(ours).toFixed(digits).padStart(10)} ${of(json).toFixed(digits).padStart(10)} ${(of(json) / of(ours)).toFixed(1).padStart(8)}×\n`;
    process.stdout.write(
      `\n${count} changes a tick${" ".repeat(10)} ${"ours".padStart(10)} ${"JSON".padStart(10)} ${"ratio".padStart(9)}\n`,
    );
    process.stdout.write(row("bytes per change", (cost) => cost.bytes / cost.changes, 2));
    process.stdout.write(row("server ms per tick", (cost) => cost.serverMs / cost.ticks, 3));
    process.stdout.write(row("client ms per tick", (cost) => cost.clientMs / cost.ticks, 3));
  }
}

interface Cost {
  bytes: number;
  changes: number;
  ticks: number;
  serverMs: number;
  clientMs: number;
}

const nothing = (): Cost => ({ bytes: 0, changes: 0, ticks: 0, serverMs: 0, clientMs: 0 });

function framesOf(count: number): Cost {
  const busy = new BusyTwin(points);
  const { hub, dictionary } = createHub({
    twin: busy.twin,
    clock: { nowMs: () => busy.nowMs, rate: 1 },
    community: "bench",
    catalogueSpec: (kind, property) => busy.specs.get(kind)?.find((spec) => spec.property === property),
    limitOf: () => undefined,
    overlays: {
      body: () => ({ status: "shown", fromMs: 0, untilMs: 0, intervals: [] }),
      onChange: () => () => undefined,
    },
    run: 1,
    tickMs: 100,
    timers: { nowMs: () => busy.nowMs },
    isDemo: () => false,
    commands: {
      ask: () => Promise.resolve({ ok: false, code: "not-allowed" }),
      recent: () => [],
      takeFresh: () => [],
    },
    reads: { covers: () => true, cover: () => Promise.resolve() },
  });
  let arrived: Uint8Array[] = [];
  const wire = {
    write: (bytes: Uint8Array) => void arrived.push(bytes),
    send: () => undefined,
    close: () => undefined,
    waitingMessages: 0,
    bufferedBytes: 0,
  };
  const session = hub.join(wire, anyone, null);
  const replica = new Replica({ kindOf, monotonicMs: () => performance.now() });
  session.receive("hello", { protocol: 1, frames: 1 }, (answer) => {
    const { value: welcome } = answer as Extract<Answer<Welcome>, { ok: true }>;
    replica.welcome(welcome);
    const epoch = welcome.channels[0]?.epoch ?? 0;
    const watch = { channels: [{ channel: publicChannel, epoch, tick: null }], records: null };
    session.receive("watch", watch, () => undefined);
  });
  const document = dictionary(publicChannel);
  if (document === null) throw new Error("the channel has no dictionary");
  replica.adopt([JSON.parse(document.json) as ChannelDictionary]);

  const cost = nothing();
  for (let n = 0; n < ticks; n++) {
    const result = busy.tick(count);
    arrived = [];
    const sentMs = timed(() => hub.onTick(result));
    const drawnMs = timed(() => {
      for (const bytes of arrived) replica.receive(bytes);
      replica.commit();
    });
    session.receive("drawn", { channels: [{ channel: publicChannel, tick: tick(result.delta.to) }] }, null);
    if (n >= warmUp) {
      account(
        cost,
        count,
        arrived.reduce((sum, bytes) => sum + bytes.length, 0),
        sentMs,
        drawnMs,
      );
    }
  }
  return cost;
}

/** The usual way: one message a tick, an object per change, parsed and put into a map of points. */
function jsonOf(count: number): Cost {
  const busy = new BusyTwin(points);
  const held = new Map<string, { readonly v: number; readonly at: number }>();
  const cost = nothing();
  for (let n = 0; n < ticks; n++) {
    const result = busy.tick(count);
    let message = "";
    const sentMs = timed(() => {
      message = JSON.stringify(changesOf(busy, result));
    });
    const drawnMs = timed(() => {
      const changes = JSON.parse(message) as ReturnType<typeof changesOf>;
      for (const { id, v, at } of changes) held.set(id, { v, at });
    });
    if (n >= warmUp) account(cost, count, Buffer.byteLength(message), sentMs, drawnMs);
  }
  return cost;
}

function changesOf(busy: BusyTwin, { delta }: TickResult): { id: string; v: number; at: number }[] {
  return Array.from(delta.indices, (index, i) => ({
    id: `${busy.twin.deviceAt(index).device.id}/${busy.twin.specOf(index).property}`,
    v: delta.values[i] ?? 0,
    at: delta.timesMs[i] ?? 0,
  }));
}

function account(cost: Cost, changes: number, bytes: number, serverMs: number, clientMs: number): void {
  cost.bytes += bytes;
  cost.changes += changes;
  cost.ticks++;
  cost.serverMs += serverMs;
  cost.clientMs += clientMs;
}

function timed(act: () => void): number {
  const fromMs = performance.now();
  act();
  return performance.now() - fromMs;
}
