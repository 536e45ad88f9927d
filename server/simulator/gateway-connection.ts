import type { MqttClient } from "mqtt";
import { connect } from "mqtt";
import { seconds } from "../../models/quantity.ts";
import type { SimulatorDoors } from "./doors.ts";

export interface GatewayConnectionOptions {
  readonly broker: string;
  readonly token: string;
  /** `courtyard/<community>`. */
  readonly root: string;
  readonly gateway: string;
  readonly doors: SimulatorDoors;
  /** Connected (again): everything must be said anew. */
  readonly onUp: () => void;
  readonly onDown: () => void;
  readonly onMessage: (topic: string, payload: string) => void;
}

const firstWaitMs = 1 * seconds;
const longestWaitMs = 30 * seconds;
/** Beyond this much unsent, readings are dropped: newer ones follow anyway. */
const mostUnsentBytes = 512 * 1024;

/** One gateway at the broker: its birth, its last will, and the way back after a cut. */
export class GatewayConnection {
  readonly #options: GatewayConnectionOptions;
  readonly #client: MqttClient;
  #waitMs = firstWaitMs;
  #callOff = (): void => undefined;
  #ended = false;
  #away = false;
  /** Readings not sent, because the connection was down or slow. */
  dropped = 0;

  constructor(options: GatewayConnectionOptions) {
    this.#options = options;
    const { broker, token, gateway } = options;
    this.#client = connect(broker, {
      clientId: `courtyard-${gateway}`,
      username: "simulator",
      password: token,
      keepalive: 30,
      connectTimeout: 5 * seconds,
      // The waits between attempts are our own, longer each time.
      reconnectPeriod: 0,
      queueQoSZero: false,
      resubscribe: false,
      will: { topic: this.#stateTopic, payload: Buffer.from("offline"), qos: 1, retain: true },
    });
    this.#client.on("connect", () => this.#up());
    this.#client.on("close", () => this.#down());
    // What went wrong shows as a close; the attempt that follows is the answer.
    this.#client.on("error", () => undefined);
    this.#client.on("message", (topic, payload) => options.onMessage(topic, payload.toString("utf8")));
  }

  get #stateTopic(): string {
    return `${this.#options.root}/${this.#options.gateway}/$state`;
  }

  get connected(): boolean {
    return this.#client.connected && !this.#ended && !this.#away;
  }

  #up(): void {
    // An attempt that was under way when the broker went.
    if (this.#away) return void this.#client.stream.destroy();
    this.#waitMs = firstWaitMs;
    this.#client.publish(this.#stateTopic, "online", { qos: 1, retain: true });
    this.#options.onUp();
  }

  #down(): void {
    if (this.#ended) return;
    this.#options.onDown();
    if (!this.#away) this.#tryLater();
  }

  #tryLater(): void {
    this.#callOff();
    this.#callOff = this.#options.doors.after(this.#waitMs, () => this.#client.reconnect());
    this.#waitMs = Math.min(longestWaitMs, 2 * this.#waitMs);
  }

  /** Kept by the broker and acknowledged. @returns whether it was. */
  async describe(device: string, description: string): Promise<boolean> {
    if (!this.connected) return false;
    try {
      await this.#client.publishAsync(`${this.#options.root}/${device}/$describe`, description, {
        qos: 1,
        retain: true,
      });
      return this.connected;
    } catch {
      return false;
    }
  }

  say(topic: string, payload: string): void {
    if (!this.connected || this.#client.stream.writableLength > mostUnsentBytes) {
      this.dropped++;
      return;
    }
    this.#client.publish(`${this.#options.root}/${topic}`, payload, { qos: 0 });
  }

  listen(device: string): void {
    if (this.connected) this.#client.subscribe(`${this.#options.root}/${device}/+/set`, { qos: 1 });
  }

  /** Breaks off without a word, as when there is no broker any more, until `comeBack`. */
  breakOff(): void {
    if (this.#away || this.#ended) return;
    this.#away = true;
    this.#callOff();
    this.#client.stream.destroy();
  }

  comeBack(): void {
    if (!this.#away || this.#ended) return;
    this.#away = false;
    this.#waitMs = firstWaitMs;
    this.#tryLater();
  }

  /** Breaks off without a word and stays away: the broker tells of it by the last will. */
  cut(): void {
    this.#ended = true;
    this.#callOff();
    this.#client.stream.destroy();
  }

  /** Says that it goes, then goes. */
  async close(): Promise<void> {
    const wasConnected = this.connected;
    this.#ended = true;
    this.#callOff();
    if (wasConnected) {
      await this.#client
        .publishAsync(this.#stateTopic, "offline", { qos: 1, retain: true })
        .catch(() => undefined);
    }
    await this.#client.endAsync(!wasConnected).catch(() => undefined);
  }
}
