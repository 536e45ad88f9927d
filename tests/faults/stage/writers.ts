import { enterBy } from "../../server/compose/server-process.ts";
import { type Devices, joinDevices, station } from "./devices.ts";
import { postReadings } from "./readings.ts";
import type { Server } from "./server.ts";
import type { Stage } from "./stage.ts";
import { Turnstile } from "./turnstile.ts";
import { pause } from "./waiting.ts";

/**
 * Writes all the time, by every door, what must outlive the server: each thing once, so that one that is lost is missed.
 * What fails because the server is away is left; what is acknowledged is in the ledger.
 */
export class Writers {
  readonly #stage: Stage;
  readonly #server: Server;
  readonly #ingest: string;
  #written = 0;
  readonly #turnstile = new Turnstile();
  #stopped = false;
  #loops: Promise<void>[] = [];

  constructor(stage: Stage, server: Server, ingest: string) {
    this.#stage = stage;
    this.#server = server;
    this.#ingest = ingest;
  }

  /** @param withoutDevices when devices speak to another broker than the server's. */
  static async begin(stage: Stage, server: Server, devices?: Devices): Promise<Writers> {
    const writers = new Writers(stage, server, await server.token("ingest"));
    const speaking = devices ?? (await joinDevices(stage, server));
    writers.#loops = [
      writers.#again(() => writers.#device(speaking)),
      writers.#again(() => writers.#device(speaking)),
      writers.#again(() => writers.#stranger(speaking)),
      writers.#again(() => writers.#batch(speaking)),
      writers.#again(() => writers.#person()),
    ];
    return writers;
  }

  async #again(write: () => Promise<void>): Promise<void> {
    while (!this.#stopped) {
      await this.#turnstile.pass();
      await write().catch(() => pause(20));
    }
  }

  async #device(devices: Devices): Promise<void> {
    const device = `written-${this.#written++}`;
    await devices.describe(device, station);
    await devices.read(device, "temperature", this.#written % 40, Date.now());
  }

  async #stranger(devices: Devices): Promise<void> {
    const device = `stranger-${this.#written++}`;
    await devices.say(`${device}/level`, "1");
    this.#stage.ledger.trayed.add(`${device}/level`);
  }

  async #batch(devices: Devices): Promise<void> {
    const device = `batch-${this.#written++}`;
    await devices.describe(device, station);
    const at = Date.now();
    await postReadings(this.#stage, this.#server, this.#ingest, [
      { device, property: "temperature", value: this.#written % 40, at },
      { device, property: "humidity", value: this.#written % 90, at },
    ]);
  }

  async #person(): Promise<void> {
    const { ledger } = this.#stage;
    const link = String((await this.#server.ask({ do: "link", duty: "planner" }))["link"]);
    const cookie = await enterBy(link);
    ledger.sessions.set(cookie, "planner");
    ledger.usedLinks.add(link);
    ledger.tokens.add(await this.#server.token("read"));
    await pause(20);
  }

  /** From here on nothing new is begun; what is under way may still be answered. */
  pause(): void {
    this.#turnstile.close();
  }

  goOn(): void {
    this.#turnstile.open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.goOn();
    await Promise.all(this.#loops);
  }
}
