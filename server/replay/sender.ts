import type { MqttClient } from "mqtt";

/** Below what the embedded broker lets one connection have in flight. */
const mostWaiting = 64;

/** Messages on their way: few wait for the broker's word at a time, so that its storing sets no pace of its own. */
export class Sender {
  readonly #client: MqttClient;
  readonly #waiting: Promise<void>[] = [];

  constructor(client: MqttClient) {
    this.#client = client;
  }

  /** Resolves at once while few messages wait for the broker's word, else when the oldest has it. */
  async send(topic: string, payload: string): Promise<void> {
    const taken = this.#client.publishAsync(topic, payload, { qos: 1 }).then(() => undefined);
    // A failure shows when it is the oldest, or at the end.
    taken.catch(() => undefined);
    this.#waiting.push(taken);
    if (this.#waiting.length > mostWaiting) await this.#waiting.shift();
  }

  /** Resolves when the broker has taken everything. */
  async settled(): Promise<void> {
    await Promise.all(this.#waiting.splice(0));
  }
}
