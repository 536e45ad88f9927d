import { connectAsync, type MqttClient } from "mqtt";
import { seconds } from "../../models/quantity.ts";
import type { RecordedDeviceMessages } from "./recorded-devices.ts";
import { ReplayRefused } from "./replay-options.ts";
import { Sender } from "./sender.ts";

export type Cast = readonly [RecordedDeviceMessages, ...RecordedDeviceMessages[]];

const reliably = { qos: 1, retain: true } as const;
const patienceMs = 10 * seconds;

/** The connection to the broker and the devices that speak over it; its last will says they are offline. */
export class Stage {
  readonly #client: MqttClient;
  readonly #cast: Cast;
  readonly #sender: Sender;

  constructor(client: MqttClient, cast: Cast) {
    this.#client = client;
    this.#cast = cast;
    this.#sender = new Sender(client);
  }

  /**
   * Connects and describes the devices; after a cut it comes back by itself and describes them again.
   * @throws ReplayRefused when the broker cannot be reached or does not take the token.
   */
  static async open(
    broker: string,
    token: string,
    cast: Cast,
    say: (sentence: string) => void,
  ): Promise<Stage> {
    const will = { topic: `${cast[0].topic}/$state`, payload: Buffer.from("offline"), ...reliably };
    const login = { username: "replay", password: token, clean: true, connectTimeout: patienceMs, will };
    let client: MqttClient;
    try {
      client = await connectAsync(broker, login, false);
    } catch (error) {
      const why = error instanceof Error && error.message !== "" ? error.message : String(error);
      throw new ReplayRefused(`Cannot connect to ${broker} (${why}): check --broker and --token.`);
    }
    const stage = new Stage(client, cast);
    let away = false;
    client.on("error", () => {
      if (!away) say(`Lost ${broker}; trying again until it is back.`);
      away = true;
    });
    client.on("connect", () => {
      away = false;
      void stage.#enter().catch(() => undefined);
    });
    await stage.#enter();
    return stage;
  }

  async #enter(): Promise<void> {
    for (const { topic, description } of this.#cast) {
      await this.#client.publishAsync(`${topic}/$describe`, description, reliably);
    }
    await this.#client.publishAsync(`${this.#cast[0].topic}/$state`, "online", reliably);
  }

  /** Hands on the values; a slow broker slows the playing. */
  async publish(device: number, values: Readonly<Record<string, number | boolean>>): Promise<void> {
    const { topic } = this.#cast[device] ?? this.#cast[0];
    await this.#sender.send(topic, JSON.stringify(values));
  }

  /** Resolves when the broker has taken everything. */
  settled(): Promise<void> {
    return this.#sender.settled();
  }

  /** Says offline where there is somebody to hear it, and leaves. */
  async close(): Promise<void> {
    if (this.#client.connected) {
      await this.#client.publishAsync(`${this.#cast[0].topic}/$state`, "offline", { qos: 0, retain: true });
    }
    await this.#client.endAsync(!this.#client.connected);
  }
}
