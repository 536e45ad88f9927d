import { Child } from "../processes/child.ts";
import { quantile } from "../report/outcome.ts";
import type { ContenderName, Join } from "./contender.ts";
import type { Description, StreamServer } from "./server.ts";
import type { Arrivals, Swarm } from "./swarm.ts";

export interface Load {
  readonly points: number;
  /** Share of the points that change in a tick. */
  readonly share: number;
  readonly clients: number;
}

export interface Figures {
  /** On the TCP stream, per change and client. */
  readonly bytesPerChange: number;
  readonly serverUs: number;
  readonly clientUs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One contender's server and its clients, each in a process of its own. */
export class Trial {
  readonly contender: ContenderName;
  readonly server = new Child<StreamServer>(new URL("server.ts", import.meta.url));
  readonly swarm = new Child<Swarm>(new URL("swarm.ts", import.meta.url), ["--max-old-space-size=8192"]);

  constructor(contender: ContenderName) {
    this.contender = contender;
  }

  async open(points: number): Promise<Description> {
    const description = await this.server.ask("open", this.contender, points);
    await this.swarm.ask("tell", description);
    return description;
  }

  /** Connects clients while the server ticks on, as a client's first message comes with a tick. */
  async connect(clients: number, join: Join, changes: number): Promise<void> {
    const knocking = { over: false };
    const joined = this.swarm.ask("connect", this.contender, clients, join).finally(() => {
      knocking.over = true;
    });
    while (!knocking.over) {
      // oxlint-disable-next-line no-await-in-loop
      await this.server.ask("run", 1, changes, 50);
    }
    await joined;
  }

  /** Waits until every client is where the server is, and says how many hold what the twin holds. */
  async equal(): Promise<number> {
    // A tick without changes need not be told, so the last one has one.
    await this.server.ask("run", 1, 1, 0);
    const { tick, counts } = await this.server.ask("state");
    await this.swarm.ask("reach", tick);
    return this.swarm.ask("equal", counts);
  }

  stop(): void {
    this.server.stop();
    this.swarm.stop();
  }
}

/** Milliseconds between two ticks that the clients can keep up with, and at least the usual. */
async function paceOf(trial: Trial, changes: number, usualMs: number): Promise<number> {
  let longestMs = 0;
  for (let n = 0; n < 5; n++) {
    const fromMs = performance.now();
    // oxlint-disable-next-line no-await-in-loop
    await trial.server.ask("run", 1, changes, 0);
    // oxlint-disable-next-line no-await-in-loop
    const { tick } = await trial.server.ask("state");
    // oxlint-disable-next-line no-await-in-loop
    await trial.swarm.ask("reach", tick);
    longestMs = Math.max(longestMs, performance.now() - fromMs);
  }
  return Math.max(usualMs, Math.ceil(longestMs * 1.2));
}

/** Brings so many ticks to all clients of a contender. @throws when a client does not hold in the end what the twin holds. */
export async function measure(
  contender: ContenderName,
  load: Load,
  ticks: number,
  usualMs: number,
): Promise<Figures> {
  const trial = new Trial(contender);
  const changes = Math.round(load.points * load.share);
  try {
    await trial.open(load.points);
    await trial.connect(load.clients, "changes", 0);
    const paceMs = await paceOf(trial, changes, usualMs);
    await trial.server.ask("run", Math.ceil(ticks / 4), changes, paceMs);
    await trial.swarm.ask("begin");
    const cost = await trial.server.ask("run", ticks, changes, paceMs);
    const equal = await trial.equal();
    const clientUs = await trial.swarm.ask("cpuUs");
    if (equal !== load.clients) {
      throw new Error(
        `${contender}: ${load.clients - equal} of ${load.clients} clients are wrong in the end`,
      );
    }
    const frames = load.clients * ticks;
    const late = latencies(await trial.swarm.ask("arrivals"), cost.sentMs);
    return {
      bytesPerChange: cost.bytes / cost.changes / load.clients,
      serverUs: cost.cpuUs / frames,
      clientUs: clientUs / frames,
      p50Ms: quantile(late, 0.5),
      p99Ms: quantile(late, 0.99),
    };
  } finally {
    trial.stop();
  }
}

/** Milliseconds from a tick's giving out until a client had taken it in. */
function latencies({ ticks, atMs }: Arrivals, sentMs: ReadonlyMap<number, number>): number[] {
  return Array.from(ticks, (tick, n) => (atMs[n] ?? 0) - (sentMs.get(tick) ?? Number.NaN)).filter(
    (ms) => !Number.isNaN(ms),
  );
}
