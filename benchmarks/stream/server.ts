// The serving process of the benchmark: one twin, one contender, and what they cost.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { answerWith } from "../processes/answering.ts";
import { WireMeter } from "../processes/wire-meter.ts";
import { BusyTwin } from "./busy-twin.ts";
import { type ContenderName, contenders, nameOf, type Serving } from "./contender.ts";

export interface Description {
  readonly url: string;
  readonly initial: Float64Array;
  readonly resolutions: Float64Array;
  readonly names: readonly string[];
}

export interface Cost {
  readonly ticks: number;
  readonly changes: number;
  /** Processor time of the whole process, less that of letting the twin change. */
  readonly cpuUs: number;
  readonly bytes: number;
  /** When each tick was given out, on the machine's monotonic clock. */
  readonly sentMs: ReadonlyMap<number, number>;
}

export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
const cpuUs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return user + system;
};

let busy: BusyTwin;
let serving: Serving;
let meter: WireMeter;

const handlers = {
  async open(contender: ContenderName, points: number): Promise<Description> {
    busy = new BusyTwin(points);
    busy.tick(0);
    const httpServer = createServer();
    meter = new WireMeter(httpServer);
    serving = await (await contenders[contender]()).serve(busy, httpServer);
    const length = busy.twin.pointCount;
    return {
      url: `http://127.0.0.1:${await portOf(httpServer)}`,
      initial: busy.counts(),
      resolutions: Float64Array.from({ length }, (_, index) => busy.twin.specOf(index).resolution),
      names: Array.from({ length }, (_, index) => nameOf(busy, index)),
    };
  },

  /** Gives out so many ticks, `paceMs` apart, and waits as long again for what is still under way. */
  async run(ticks: number, changes: number, paceMs: number): Promise<Cost> {
    const sentMs = new Map<number, number>();
    const bytes = meter.bytes;
    const since = process.cpuUsage();
    let twinUs = 0;
    let changed = 0;
    for (let n = 0; n < ticks; n++) {
      const dueMs = monotonicMs() + paceMs;
      const before = process.cpuUsage();
      const result = busy.tick(changes);
      twinUs += cpuUs(before);
      changed += result.delta.indices.length;
      sentMs.set(result.delta.to, monotonicMs());
      serving.send(result);
      // oxlint-disable-next-line no-await-in-loop
      await pause(Math.max(0, dueMs - monotonicMs()));
    }
    const cost = {
      ticks,
      changes: changed,
      cpuUs: cpuUs(since) - twinUs,
      bytes: meter.bytes - bytes,
      sentMs,
    };
    return cost;
  },

  state: (): { tick: number; counts: Float64Array } => ({
    tick: busy.twin.state.tick,
    counts: busy.counts(),
  }),

  /** What the process holds once all that can be freed is, bytes. */
  async memory(): Promise<number> {
    for (let n = 0; n < 3; n++) {
      globalThis.gc?.();
      // oxlint-disable-next-line no-await-in-loop
      await pause(20);
    }
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  },

  close: (): void => serving.close(),
};
export type StreamServer = typeof handlers;
answerWith(handlers);

async function portOf(httpServer: Server): Promise<number> {
  if (!httpServer.listening) {
    await new Promise<void>((listening) => httpServer.listen(0, "127.0.0.1", listening));
  }
  return (httpServer.address() as AddressInfo).port;
}
