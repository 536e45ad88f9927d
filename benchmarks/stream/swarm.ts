// The clients' process of the benchmark: many clients of one contender, each really taking in what it is sent.
import { answerWith } from "../processes/answering.ts";
import { type Connection, type ContenderName, contenders, type Join } from "./contender.ts";
import type { Description } from "./server.ts";

interface Client {
  readonly connection: Connection;
  tick: number;
  /** Messages taken in. */
  taken: number;
}

/** When a client had taken in a tick, on the machine's monotonic clock. */
export interface Arrivals {
  readonly ticks: Float64Array;
  readonly atMs: Float64Array;
}

const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
/** So many at once knock at the door. */
const atOnce = 25;

let told: Description;
let indexOf: ReadonlyMap<string, number> = new Map();
const clients: Client[] = [];
let arrivals: { tick: number; atMs: number }[] = [];
let since = process.cpuUsage();
let waiting: { tick: number; among: readonly Client[]; done: () => void } | null = null;

function settle(): void {
  if (waiting?.among.every((client) => client.tick >= (waiting?.tick ?? 0)) !== true) return;
  const { done } = waiting;
  waiting = null;
  done();
}

async function connectOne(contender: ContenderName, join: Join): Promise<void> {
  const progress = { tick: -1, taken: 0 };
  const seen = {
    initial: told.initial,
    resolutions: told.resolutions,
    indexOf,
    at(tick: number): void {
      progress.tick = tick;
      progress.taken++;
      arrivals.push({ tick, atMs: monotonicMs() });
      settle();
    },
  };
  const connection = await (await contenders[contender]()).connect(told.url, seen, join);
  clients.push(Object.assign(progress, { connection }));
}

const handlers = {
  tell(description: Description): void {
    told = description;
    indexOf = new Map(description.names.map((name, index) => [name, index]));
  },

  async connect(contender: ContenderName, count: number, join: Join): Promise<void> {
    for (let n = 0; n < count; n += atOnce) {
      const some = Array.from({ length: Math.min(atOnce, count - n) }, () => connectOne(contender, join));
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(some);
    }
  },

  begin(): void {
    arrivals = [];
    since = process.cpuUsage();
  },

  /** Waits until the clients from number `from` on are at this tick. */
  reach: (tick: number, from = 0): Promise<void> =>
    new Promise((done) => {
      waiting = { tick, among: clients.slice(from), done };
      settle();
    }),

  /** Processor time since `begin`. */
  cpuUs(): number {
    const { user, system } = process.cpuUsage(since);
    return user + system;
  },

  arrivals: (): Arrivals => ({
    ticks: Float64Array.from(arrivals, ({ tick }) => tick),
    atMs: Float64Array.from(arrivals, ({ atMs }) => atMs),
  }),

  /** How many clients hold exactly this. */
  equal: (counts: Float64Array): number =>
    clients.filter(({ connection }) => {
      const held = connection.counts();
      return held.length === counts.length && held.every((count, index) => count === counts[index]);
    }).length,

  pause(count: number): void {
    for (const { connection } of clients.slice(0, count)) connection.pause();
  },

  /** Resumes the first so many clients. @returns how many messages each took on average to be at this tick, and when. */
  async resume(count: number, tick: number): Promise<{ messages: number; tookMs: number }> {
    const slow = clients.slice(0, count);
    const before = slow.reduce((sum, { taken }) => sum + taken, 0);
    const fromMs = monotonicMs();
    const reached = new Promise<void>((done) => {
      waiting = { tick, among: slow, done };
    });
    for (const { connection } of slow) connection.resume();
    await reached;
    const messages = slow.reduce((sum, { taken }) => sum + taken, 0) - before;
    return { messages: messages / count, tookMs: monotonicMs() - fromMs };
  },

  close(): void {
    for (const { connection } of clients.splice(0)) connection.close();
  },
};
export type Swarm = typeof handlers;
answerWith(handlers);
