import type { IClientOptions, MqttClient, Packet } from "mqtt";
import { connect } from "mqtt";
import type { CommunityId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { seconds } from "../../../models/quantity.ts";
import type { Counters } from "../codes.ts";
import type { Problems, Settle, Speaker, Timers } from "../doors.ts";
import type { ForeignDesk } from "../foreign/foreign-desk.ts";
import type { MessageDesk } from "../message-desk.ts";
import type { Registry } from "../registry.ts";
import { formatTopic, type Topic } from "../topics.ts";
import { HeldAcknowledgements } from "./held-acknowledgements.ts";
import { TopicCache } from "./topic-cache.ts";
import { WorkBudget } from "./work-budget.ts";

export interface ExternalBrokerOptions {
  /** `mqtt://`, `mqtts://`, `ws://` or `wss://`, with user and password where the broker wants them. */
  readonly url: string;
  readonly community: CommunityId;
  /** The same in every run, so that the broker keeps what comes while we are away. */
  readonly clientId: string;
  /**
   * Behind somebody else's broker nobody can tell who published: descriptions go to the tray unless whoever runs the
   * broker vouches, by its access rules, for who may publish `…/$describe` and `…/$state`.
   */
  readonly trustDescriptions: boolean;
  readonly desk: Pick<MessageDesk, "take" | "odd">;
  readonly foreign: Pick<ForeignDesk, "topicOf" | "take" | "filters">;
  readonly registry: Pick<Registry, "connectionOpened" | "connectionLost">;
  readonly counters: Counters;
  readonly problems: Problems;
  readonly timers: Timers;
  readonly monotonicMs: () => number;
  readonly settled: Settle;
  readonly mostPacketBytes?: number;
  readonly reconnectMs?: number;
}

/** What a bridge says of all its devices at once is larger than any reading. */
const mostForeignBytes = 1_048_576;

const away = text(
  "与 MQTT 代理的连接已断开，正在重连；期间网关按离线处理。请检查代理地址与凭据。",
  "The connection to the MQTT broker is down and being retried; gateways count as silent meanwhile. Check its address and credentials.",
);
const deaf = text(
  "MQTT 代理拒绝订阅 courtyard/… 主题；请在代理上为此账号开放读取权限。",
  "The MQTT broker refuses the subscription to courtyard/…; allow this account to read those topics.",
);

/** The way in through somebody else's broker. A message is acknowledged to it once it will outlive us. */
export class ExternalBroker {
  readonly #options: ExternalBrokerOptions;
  readonly #budget: WorkBudget;
  readonly #topics: TopicCache;
  readonly #acknowledgements: HeldAcknowledgements;
  #client: MqttClient | null = null;
  #speaker: Speaker | null = null;

  constructor(options: ExternalBrokerOptions) {
    this.#options = options;
    this.#budget = new WorkBudget(options);
    this.#topics = new TopicCache(options.community);
    const { timers, settled } = options;
    this.#acknowledgements = new HeldAcknowledgements({ timers, settled: () => settled("both") });
  }

  /** Begins to connect, and keeps trying until closed. Whether it succeeded is told by `problems`. */
  open(): void {
    const { url, clientId, reconnectMs = 2 * seconds } = this.#options;
    const settings: IClientOptions = {
      clientId,
      clean: false,
      protocolVersion: 4,
      reconnectPeriod: reconnectMs,
      connectTimeout: 10 * seconds,
      keepalive: 10,
      resubscribe: false,
      queueQoSZero: false,
    };
    this.#problem(away);
    const client = connect(url, settings);
    this.#client = client;
    client.handleMessage = (packet, done) => this.#arrived(client, packet, done);
    client.on("connect", () => this.#connected(client));
    client.on("close", () => this.#lost());
    // Each failed attempt also closes; the close is what counts.
    client.on("error", () => this.#lost());
  }

  #connected(client: MqttClient): void {
    const { community, foreign, problems } = this.#options;
    this.#meet();
    // An account that may not read the topics of foreign devices is no trouble: there may be none.
    client.subscribe([...foreign.filters], { qos: 1 }, () => undefined);
    client.subscribe(`courtyard/${community}/#`, { qos: 1 }, (error, granted) => {
      if (error || granted?.some(({ qos }) => qos === 128)) this.#problem(deaf);
      else problems.end("broker", "external");
    });
  }

  /** Messages of a session that was kept may come before we hear that we are connected. */
  #meet(): Speaker {
    if (this.#speaker) return this.#speaker;
    const { registry, trustDescriptions } = this.#options;
    this.#speaker = { connection: {}, name: "external", trusted: trustDescriptions };
    registry.connectionOpened(this.#speaker);
    return this.#speaker;
  }

  #lost(): void {
    this.#problem(away);
    const speaker = this.#speaker;
    this.#speaker = null;
    if (speaker) this.#options.registry.connectionLost(speaker);
  }

  #problem(sentence: typeof away): void {
    this.#options.problems.raise({ address: "broker", id: "external", sentence });
  }

  #arrived(client: MqttClient, packet: Packet, done: (error?: Error) => void): void {
    if (packet.cmd !== "publish") return done();
    const { topic: address } = packet;
    const payload = Buffer.isBuffer(packet.payload) ? packet.payload : Buffer.from(packet.payload);
    const speaker = this.#meet();
    const beganMs = this.#options.monotonicMs();
    this.#take(address, payload, speaker);
    this.#budget.account(beganMs);
    const connection = client.stream;
    // The client would acknowledge on whatever connection it has by then, where the number may be another message's.
    const doneHere = (): void => {
      if (client.stream === connection && !connection.destroyed) done();
    };
    const finish = (): void => {
      if (packet.qos > 0) this.#acknowledgements.hold(connection, doneHere);
      else doneHere();
    };
    // The next message is read once this one is done with: a busy server is a slow reader.
    if (this.#budget.spent) this.#budget.atNextBreath(finish);
    else finish();
  }

  #take(address: string, payload: Buffer, speaker: Speaker): void {
    const { desk, foreign, counters, community, mostPacketBytes = 65_536 } = this.#options;
    const topic = this.#topics.parse(address);
    const native = address.startsWith(`courtyard/${community}/`);
    const other = native ? null : foreign.topicOf(address);
    if (payload.length > (other ? mostForeignBytes : mostPacketBytes)) {
      counters.oversize++;
      return;
    }
    if (topic === null) {
      if (native) desk.odd(address, payload);
      else if (other) foreign.take(other, address, payload, speaker);
    } else if (topic.about === "state" && !speaker.trusted) counters["not-allowed"]++;
    else desk.take(topic, address, payload, speaker);
  }

  /** Hands a command to the broker; at most once, for one that comes late does harm. @throws while it is away. */
  async command(topic: Topic, payload: string): Promise<void> {
    const client = this.#client;
    if (client === null || !client.connected) throw new Error("the broker is away");
    await client.publishAsync(formatTopic(this.#options.community, topic), payload, { qos: 0 });
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#budget.close();
    if (client === null) return;
    client.removeAllListeners("close");
    await client.endAsync(true);
  }
}
