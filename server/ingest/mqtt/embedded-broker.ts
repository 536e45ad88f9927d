import { createServer } from "node:net";
import type { Server, Socket } from "node:net";
import type { AuthenticateError, Client, PublishPacket } from "aedes";
import { Aedes } from "aedes";
import type { CommunityId } from "../../../models/ids.ts";
import { seconds } from "../../../models/quantity.ts";
import { text } from "../../../models/language/text.ts";
import type { Access } from "../../access/access.ts";
import type { Counters } from "../codes.ts";
import type { Problems, Timers } from "../doors.ts";
import type { MessageDesk } from "../message-desk.ts";
import type { Registry } from "../registry.ts";
import type { Visitor } from "./broker-rules.ts";
import { isLoopback, mayPublish, mayReceive, maySubscribe } from "./broker-rules.ts";
import { GuardedConnection } from "./guarded-connection.ts";
import type { Topic } from "../topics.ts";
import { TopicCache } from "./topic-cache.ts";
import { WorkBudget } from "./work-budget.ts";

export interface EmbeddedBrokerOptions {
  readonly community: CommunityId;
  readonly host: string;
  /** Tried in order until one is free; `[0]` is any free one. */
  readonly ports: readonly number[];
  readonly access: Pick<Access, "credential">;
  readonly desk: Pick<MessageDesk, "take" | "odd">;
  readonly registry: Pick<Registry, "maySpeakFor" | "owns" | "connectionOpened" | "connectionLost">;
  readonly counters: Counters;
  /** Resolves once what this topic brought so far, or something newer, will outlive us. */
  readonly settled: (topic: Topic) => Promise<void>;
  readonly problems: Problems;
  readonly timers: Timers;
  readonly monotonicMs: () => number;
  readonly limits?: Partial<BrokerLimits>;
}

export interface BrokerLimits {
  readonly packetBytes: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Messages a second of one connection without a credential, and with one. */
  readonly messagesPerSecond: number;
  readonly messagesPerSecondOfDevices: number;
  readonly connectTimeoutMs: number;
}

const usualLimits: BrokerLimits = {
  packetBytes: 65_536,
  connections: 4_000,
  connectionsPerAddress: 2_000,
  messagesPerSecond: 2_000,
  messagesPerSecondOfDevices: 20_000,
  connectTimeoutMs: 5 * seconds,
};

/** What an acknowledgement promises to outlive us: a point's reading or a newer one, and who a device is. */
const lasting: ReadonlySet<Topic["about"]> = new Set<Topic["about"]>(["reading", "readings", "describe"]);

const floodShownMs = 30 * seconds;

const refusal = (returnCode: 3 | 4 | 5, message: string): AuthenticateError =>
  Object.assign(new Error(message), { returnCode });

/** The MQTT 3.1.1 broker inside the server: a door like any other. Readings go straight from a connection to the desk. */
export class EmbeddedBroker {
  readonly #options: EmbeddedBrokerOptions;
  readonly #limits: BrokerLimits;
  readonly #budget: WorkBudget;
  readonly #topics: TopicCache;
  readonly #visitors = new WeakMap<Client, Visitor>();
  readonly #perAddress = new Map<string, number>();
  readonly #connections = new Set<GuardedConnection>();
  readonly #server: Server;
  #aedes: Aedes | null = null;
  #floodSeenMs = Number.NEGATIVE_INFINITY;
  readonly #stopWatching: () => void;

  constructor(options: EmbeddedBrokerOptions) {
    this.#options = options;
    this.#limits = { ...usualLimits, ...options.limits };
    this.#budget = new WorkBudget(options);
    this.#topics = new TopicCache(options.community);
    this.#server = createServer((socket) => this.#admit(socket));
    this.#stopWatching = options.timers.every(seconds, () => {
      if (options.monotonicMs() - this.#floodSeenMs > floodShownMs) options.problems.end("broker", "flood");
    });
  }

  /** @returns the port. @throws Error when none of the ports is free. */
  async listen(): Promise<number> {
    this.#aedes = await this.#makeAedes();
    let last: unknown = new Error("no port to listen on");
    for (const port of this.#options.ports) {
      try {
        return await this.#listenOn(port);
      } catch (error) {
        last = error;
      }
    }
    await this.close();
    throw last;
  }

  #listenOn(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, this.#options.host, () => {
        this.#server.off("error", reject);
        this.#server.on("error", (error) => this.#trouble(error));
        const address = this.#server.address();
        resolve(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  }

  #admit(socket: Socket): void {
    const { counters } = this.#options;
    const address = socket.remoteAddress ?? "";
    const fromThere = this.#perAddress.get(address) ?? 0;
    const full = this.#connections.size >= this.#limits.connections;
    if (this.#aedes === null || full || fromThere >= this.#limits.connectionsPerAddress) {
      counters["connection-refused"]++;
      socket.destroy();
      return;
    }
    const guard = {
      budget: this.#budget,
      timers: this.#options.timers,
      monotonicMs: this.#options.monotonicMs,
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
    this.#aedes.handle(connection);
  }

  /** Faults of our own making or of the machine (no file handles left): shown, and no reason to end. */
  #trouble(error: Error): void {
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

  async #makeAedes(): Promise<Aedes> {
    const { community, registry, counters } = this.#options;
    const aedes = await Aedes.createBroker({
      connectTimeout: this.#limits.connectTimeoutMs,
      queueLimit: 1_000,
      maxInflightInbound: 100,
      preConnect: (_client, packet, done) => {
        // Nothing outlives a connection here: no session a stranger could fill, none a stranger could take over.
        packet.clean = true;
        done(null, true);
      },
      authenticate: (client, username, password, done) => {
        void this.#authenticate(client, username, password, done);
      },
      authorizePublish: (client, packet, done) => this.#publish(client, packet, done),
      authorizeSubscribe: (client, subscription, done) => {
        const visitor = this.#visitors.get(client);
        const may = visitor !== undefined && maySubscribe(visitor, subscription.topic, community, registry);
        if (!may) counters["not-allowed"]++;
        done(null, may ? subscription : null);
      },
      authorizeForward: (client, packet) => {
        const visitor = this.#visitors.get(client);
        const may = visitor !== undefined && mayReceive(visitor, this.#topics.parse(packet.topic), registry);
        return may ? packet : null;
      },
    });
    aedes.addListener("error", (error: Error) => this.#trouble(error));
    aedes.on("client", (client) => {
      const visitor = this.#visitors.get(client);
      if (visitor) registry.connectionOpened(visitor);
    });
    aedes.on("clientDisconnect", (client) => {
      const visitor = this.#visitors.get(client);
      if (visitor) registry.connectionLost(visitor);
    });
    for (const event of ["clientError", "connectionError"] as const) {
      aedes.on(event, () => void counters["connection-closed"]++);
    }
    return aedes;
  }

  /** Who connects: nobody in particular from this very machine, else whoever the token says. */
  async #recognise(
    client: Client,
    username: string | undefined,
    password: Buffer | undefined,
  ): Promise<Visitor | null> {
    if (username === undefined && password === undefined) {
      const { conn } = client;
      const here = conn instanceof GuardedConnection && isLoopback(conn.remoteAddress);
      return here ? { connection: client, name: "", trusted: false, use: "anonymous" } : null;
    }
    const credential = await this.#options.access.credential(password?.toString("utf8") ?? "");
    if (credential === null) return null;
    const { name, use } = credential;
    return { connection: client, name, trusted: use === "devices", use };
  }

  async #authenticate(
    client: Client,
    username: string | undefined,
    password: Buffer | undefined,
    done: (error: AuthenticateError | null, success: boolean | null) => void,
  ): Promise<void> {
    let visitor: Visitor | null;
    try {
      visitor = await this.#recognise(client, username, password);
    } catch {
      done(refusal(3, "cannot check credentials now"), null);
      return;
    }
    if (visitor === null) {
      this.#options.counters["connection-refused"]++;
      done(refusal(4, "bad user name or password"), null);
      return;
    }
    // A client id is only unique among the connections of one credential: nobody can push another off its connection.
    Object.assign(client, { id: `${visitor.use}:${visitor.name}:${client.id}` });
    this.#visitors.set(client, visitor);
    if (visitor.trusted && client.conn instanceof GuardedConnection) {
      client.conn.messagesPerSecond = this.#limits.messagesPerSecondOfDevices;
    }
    done(null, true);
  }

  /** The acknowledgement of a message follows this call: what it promises has happened by then. */
  #publish(client: Client | null, packet: PublishPacket, done: (error?: Error | null) => void): void {
    const { community, desk, registry, counters } = this.#options;
    const visitor = client === null ? undefined : this.#visitors.get(client);
    const topic = this.#topics.parse(packet.topic);
    const odd = topic === null && packet.topic.startsWith(`courtyard/${community}/`);
    const may = visitor && visitor.use !== "read" && (odd || (topic && mayPublish(visitor, topic, registry)));
    if (!visitor || !may) {
      counters["not-allowed"]++;
      // MQTT 3.1.1 has no refusal: closing is the one answer that does not pretend the message was taken.
      done(new Error(`not allowed to publish to ${packet.topic.slice(0, 200)}`));
      return;
    }
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
    if (topic) desk.take(topic, packet.topic, payload, visitor);
    else desk.odd(packet.topic, payload);
    // The twin remembers; the broker keeps nothing that nobody may subscribe to.
    packet.retain = false;
    if (packet.qos > 0 && topic !== null && lasting.has(topic.about)) void this.#acknowledge(topic, done);
    else done(null);
  }

  async #acknowledge(topic: Topic, done: (error?: Error | null) => void): Promise<void> {
    try {
      await this.#options.settled(topic);
    } catch {
      // Without an acknowledgement the sender keeps the message and brings it again.
      done(new Error("the store is not available"));
      return;
    }
    done(null);
  }

  async close(): Promise<void> {
    this.#stopWatching();
    this.#budget.close();
    const aedes = this.#aedes;
    this.#aedes = null;
    for (const connection of this.#connections) connection.destroy();
    if (aedes !== null) await new Promise<void>((resolve) => aedes.close(resolve));
    if (this.#server.listening)
      await new Promise<void>((resolve) => void this.#server.close(() => resolve()));
  }
}
