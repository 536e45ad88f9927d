import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { text } from "../../../models/language/text.ts";
import { seconds } from "../../../models/quantity.ts";
import type { Counters } from "../codes.ts";
import type { Problems, Timers } from "../doors.ts";
import { GuardedConnection } from "./guarded-connection.ts";
import { WorkBudget } from "./work-budget.ts";

export interface GateOptions {
  readonly host: string;
  /** Tried in order until one is free; `[0]` is any free one. */
  readonly ports: readonly number[];
  readonly counters: Counters;
  readonly problems: Problems;
  readonly timers: Timers;
  readonly monotonicMs: () => number;
}

export interface BrokerLimits {
  /** Largest packet of one connection without a credential for devices, and with one. */
  readonly packetBytes: number;
  readonly packetBytesOfDevices: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Messages a second of one connection without a credential, and with one. */
  readonly messagesPerSecond: number;
  readonly messagesPerSecondOfDevices: number;
  readonly connectTimeoutMs: number;
}

const floodShownMs = 30 * seconds;

/** The TCP side of the broker: how many connect, from where, and how fast they may send. It knows nothing of MQTT. */
export class ConnectionGate {
  readonly #options: GateOptions;
  readonly #limits: BrokerLimits;
  readonly #budget: WorkBudget;
  readonly #perAddress = new Map<string, number>();
  readonly #connections = new Set<GuardedConnection>();
  readonly #server: Server;
  readonly #stopWatching: () => void;
  /** Who takes the connections that are let in; null while nobody does. */
  #accept: ((connection: GuardedConnection) => void) | null = null;
  #floodSeenMs = Number.NEGATIVE_INFINITY;

  constructor(options: GateOptions, limits: BrokerLimits) {
    this.#options = options;
    this.#limits = limits;
    this.#budget = new WorkBudget(options);
    this.#server = createServer((socket) => this.#admit(socket));
    this.#stopWatching = options.timers.every(seconds, () => {
      if (options.monotonicMs() - this.#floodSeenMs > floodShownMs) options.problems.end("broker", "flood");
    });
  }

  /** @returns the port. @throws Error when none of the ports is free. */
  async listen(accept: (connection: GuardedConnection) => void): Promise<number> {
    this.#accept = accept;
    let last: unknown = new Error("no port to listen on");
    for (const port of this.#options.ports) {
      try {
        return await this.#listenOn(port);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }

  #listenOn(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, this.#options.host, () => {
        this.#server.off("error", reject);
        this.#server.on("error", (error) => this.trouble(error));
        const address = this.#server.address();
        resolve(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  }

  #admit(socket: Socket): void {
    const { counters, timers, monotonicMs } = this.#options;
    const address = socket.remoteAddress ?? "";
    const fromThere = this.#perAddress.get(address) ?? 0;
    const full = this.#connections.size >= this.#limits.connections;
    if (this.#accept === null || full || fromThere >= this.#limits.connectionsPerAddress) {
      counters["connection-refused"]++;
      socket.destroy();
      return;
    }
    const guard = {
      budget: this.#budget,
      timers,
      monotonicMs,
      mostPacketBytes: this.#limits.packetBytes,
      refused: (why: "oversize" | "malformed") => void counters[why]++,
      throttled: () => this.#flooded(),
    };
    const connection = new GuardedConnection(socket, guard, this.#limits.messagesPerSecond);
    this.#connections.add(connection);
    this.#perAddress.set(address, fromThere + 1);
    connection.once("close", () => {
      this.#connections.delete(connection);
      const left = (this.#perAddress.get(address) ?? 1) - 1;
      if (left > 0) this.#perAddress.set(address, left);
      else this.#perAddress.delete(address);
    });
    this.#accept(connection);
  }

  /** Faults of our own making or of the machine (no file handles left): shown, and no reason to end. */
  trouble(error: Error): void {
    const sentence = text(
      `MQTT 代理内部故障：${error.message}。已有连接不受影响；若持续出现请重启服务器。`,
      `A fault of the MQTT broker: ${error.message}. Connections go on; restart the server if it persists.`,
    );
    this.#options.problems.raise({ address: "broker", id: "fault", sentence });
  }

  #flooded(): void {
    const { counters, problems, monotonicMs } = this.#options;
    counters["connection-throttled"]++;
    this.#floodSeenMs = monotonicMs();
    const sentence = text(
      "有连接发送消息过快，已被限速；请检查该设备或网关。",
      "A connection sends faster than it may and is being slowed down; look at that device or gateway.",
    );
    problems.raise({ address: "broker", id: "flood", sentence });
  }

  /** Lets nobody in any more and ends those who are. */
  shut(): void {
    this.#stopWatching();
    this.#budget.close();
    this.#accept = null;
    for (const connection of this.#connections) connection.destroy();
  }

  async closed(): Promise<void> {
    if (this.#server.listening)
      await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}
