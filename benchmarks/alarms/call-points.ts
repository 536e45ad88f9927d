import { connectAsync, type MqttClient } from "mqtt";
import { setTimeout as pause } from "node:timers/promises";
import type { Courtyard } from "../../tests/journeys/courtyard.ts";
import { communityOf } from "../../tests/journeys/point-reader.ts";

/** Call points in the houses of the demo community: an alarm for each one that is pressed. */
export class CallPoints {
  readonly #client: MqttClient;
  readonly #root: string;
  readonly #names: readonly string[];

  private constructor(client: MqttClient, root: string, names: readonly string[]) {
    this.#client = client;
    this.#root = root;
    this.#names = names;
  }

  /** So many in each of the buildings, introduced and at rest. */
  static async moveIn(courtyard: Courtyard, buildings: readonly string[], each: number): Promise<CallPoints> {
    const client = await connectAsync(`mqtt://127.0.0.1:${courtyard.mqttPort}`, {
      username: "device",
      password: await courtyard.deviceToken(),
      reconnectPeriod: 0,
    });
    const { id } = await communityOf(courtyard.url);
    const names = buildings.flatMap((building) =>
      Array.from({ length: each }, (_, nth) => `${building}-call-${nth + 1}`),
    );
    const points = new CallPoints(client, `courtyard/${id}`, names);
    for (const name of names) {
      const [building = ""] = name.split("-call-");
      const described = { kind: "manual_call_point", name: { en: name }, at: { building, storey: 1 } };
      // oxlint-disable-next-line no-await-in-loop
      await points.#say(`${name}/$describe`, described);
      // oxlint-disable-next-line no-await-in-loop
      await points.#say(`${name}/pressed`, false);
    }
    return points;
  }

  /** One after the other, house by house in turn, evenly over so long; resolves when the last is acknowledged. */
  async press(withinMs: number): Promise<void> {
    const fromMs = performance.now();
    const each = withinMs / this.#names.length;
    const told: Promise<unknown>[] = [];
    for (const [nth, name] of this.#names.entries()) {
      // oxlint-disable-next-line no-await-in-loop
      await pause(Math.max(0, fromMs + nth * each - performance.now()));
      told.push(this.#say(`${name}/pressed`, true));
    }
    await Promise.all(told);
  }

  async close(): Promise<void> {
    await this.#client.endAsync(true);
  }

  #say(path: string, what: unknown): Promise<unknown> {
    return this.#client.publishAsync(`${this.#root}/${path}`, JSON.stringify(what), { qos: 1 });
  }
}
