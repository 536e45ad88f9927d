import type { AuthenticateError, Client, PublishPacket } from "aedes";
import { Aedes } from "aedes";
import type { CommunityId } from "../../../models/ids.ts";
import { seconds } from "../../../models/quantity.ts";
import type { Access } from "../../access/access.ts";
import type { Settle } from "../doors.ts";
import type { ForeignDesk, ForeignTopic } from "../foreign/foreign-desk.ts";
import type { MessageDesk } from "../message-desk.ts";
import type { Registry } from "../registry.ts";
import type { Visitor } from "./broker-rules.ts";
import { isLoopback, mayPublish, mayReceive, maySubscribe } from "./broker-rules.ts";
import { type BrokerLimits, ConnectionGate, type GateOptions } from "./connection-gate.ts";
import { GuardedConnection } from "./guarded-connection.ts";
import { formatTopic, type Topic } from "../topics.ts";
import { TopicCache } from "./topic-cache.ts";

export interface EmbeddedBrokerOptions extends GateOptions {
  readonly community: CommunityId;
  readonly access: Pick<Access, "credential">;
  readonly desk: Pick<MessageDesk, "take" | "odd">;
  readonly registry: Pick<Registry, "maySpeakFor" | "owns" | "connectionOpened" | "connectionLost">;
  readonly foreign: Pick<ForeignDesk, "topicOf" | "take">;
  readonly settled: Settle;
  readonly limits?: Partial<BrokerLimits>;
}

const usualLimits: BrokerLimits = {
  packetBytes: 65_536,
  packetBytesOfDevices: 1_048_576,
  connections: 4_000,
  connectionsPerAddress: 2_000,
  messagesPerSecond: 2_000,
  messagesPerSecondOfDevices: 20_000,
  connectTimeoutMs: 5 * seconds,
};

/**
 * What an acknowledgement promises to outlive us: a point's reading or a newer one, who a device is, and what is in the
 * tray. A gateway's state lives as long as its connection, so nothing of it is kept.
 */
const lasting = (topic: Topic | null): Parameters<Settle>[0] | null => {
  if (topic === null || topic.about === "describe") return "description";
  return topic.about === "reading" || topic.about === "readings" ? "readings" : null;
};

/** The same of any message: one of a foreign device may have brought readings, or stays in the tray. */
const brings = (topic: Topic | null, other: ForeignTopic | null): Parameters<Settle>[0] | null => {
  if (other === null) return lasting(topic);
  return other.carries === "nothing" ? null : "both";
};

const refusal = (returnCode: 3 | 4 | 5, message: string): AuthenticateError =>
  Object.assign(new Error(message), { returnCode });

/** The MQTT 3.1.1 broker inside the server: a door like any other. Readings go straight from a connection to the desk. */
export class EmbeddedBroker {
  readonly #options: EmbeddedBrokerOptions;
  readonly #limits: BrokerLimits;
  readonly #gate: ConnectionGate;
  readonly #topics: TopicCache;
  readonly #visitors = new WeakMap<Client, Visitor>();
  #aedes: Aedes | null = null;

  constructor(options: EmbeddedBrokerOptions) {
    this.#options = options;
    this.#limits = { ...usualLimits, ...options.limits };
    this.#gate = new ConnectionGate(options, this.#limits);
    this.#topics = new TopicCache(options.community);
  }

  /** Connections that are let in. */
  get clients(): number {
    return this.#aedes?.connectedClients ?? 0;
  }

  /** @returns the port. @throws Error when none of the ports is free. */
  async listen(): Promise<number> {
    const aedes = await this.#makeAedes();
    this.#aedes = aedes;
    try {
      return await this.#gate.listen((connection) => void aedes.handle(connection));
    } catch (error) {
      await this.close();
      throw error;
    }
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
    aedes.addListener("error", (error: Error) => this.#gate.trouble(error));
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
      client.conn.mostPacketBytes = this.#limits.packetBytesOfDevices;
    }
    done(null, true);
  }

  /** The acknowledgement of a message follows this call: what it promises has happened by then. */
  #publish(client: Client | null, packet: PublishPacket, done: (error?: Error | null) => void): void {
    const { community, desk, registry, foreign, counters } = this.#options;
    const visitor = client === null ? undefined : this.#visitors.get(client);
    const topic = this.#topics.parse(packet.topic);
    const odd = topic === null && packet.topic.startsWith(`courtyard/${community}/`);
    const other = topic === null && !odd ? foreign.topicOf(packet.topic) : null;
    const open = odd || other !== null;
    const may =
      visitor && visitor.use !== "read" && (open || (topic && mayPublish(visitor, topic, registry)));
    if (!visitor || !may) {
      counters["not-allowed"]++;
      // MQTT 3.1.1 has no refusal: closing is the one answer that does not pretend the message was taken.
      done(new Error(`not allowed to publish to ${packet.topic.slice(0, 200)}`));
      return;
    }
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
    if (topic) desk.take(topic, packet.topic, payload, visitor);
    else if (other) foreign.take(other, packet.topic, payload, visitor);
    else desk.odd(packet.topic, payload);
    // The twin remembers; the broker keeps nothing that nobody may subscribe to.
    packet.retain = false;
    const what = brings(topic, other);
    if (packet.qos > 0 && what !== null) void this.#acknowledge(what, done);
    else done(null);
  }

  async #acknowledge(what: Parameters<Settle>[0], done: (error?: Error | null) => void): Promise<void> {
    try {
      await this.#options.settled(what);
    } catch {
      // Without an acknowledgement the sender keeps the message and brings it again.
      done(new Error("the store is not available"));
      return;
    }
    done(null);
  }

  /** Hands a command to whoever carries the device; at most once, for one that comes late does harm. */
  async command(topic: Topic, payload: string): Promise<void> {
    const aedes = this.#aedes;
    if (aedes === null) throw new Error("the broker is closed");
    const address = formatTopic(this.#options.community, topic);
    await new Promise<void>((resolve, reject) => {
      aedes.publish(
        { cmd: "publish", topic: address, payload, qos: 0, retain: false, dup: false },
        (error) => (error ? reject(error) : resolve()),
      );
    });
  }

  async close(): Promise<void> {
    this.#gate.shut();
    const aedes = this.#aedes;
    this.#aedes = null;
    if (aedes !== null) await new Promise<void>((resolve) => aedes.close(resolve));
    await this.#gate.closed();
  }
}
