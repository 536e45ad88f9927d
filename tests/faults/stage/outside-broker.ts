import { connectAsync } from "mqtt";
import { ServerProcess } from "../../server/compose/server-process.ts";
import { Devices } from "./devices.ts";
import { freePort } from "./free-port.ts";
import type { Ledger } from "./ledger.ts";
import type { Stage } from "./stage.ts";

const program = "tests/faults/stage/foreign-broker.ts";

/** Somebody else's broker, which a case can end, kill and start again. */
export class ForeignBroker {
  readonly url: string;
  readonly #stage: Stage;
  readonly #port: number;
  #process: ServerProcess;
  /** Lines of brokers that are gone. */
  readonly #earlier: string[] = [];

  private constructor(stage: Stage, port: number) {
    this.#stage = stage;
    this.#port = port;
    this.url = `mqtt://127.0.0.1:${port}`;
    this.#process = new ServerProcess([String(port)], program);
    stage.atEnd(() => this.#process.end("SIGKILL"));
  }

  static async start(stage: Stage): Promise<ForeignBroker> {
    const broker = new ForeignBroker(stage, await freePort());
    await broker.#process.ready();
    return broker;
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    await this.#process.end(signal);
    this.#earlier.push(...this.#process.lines);
  }

  async restart(): Promise<void> {
    this.#process = new ServerProcess([String(this.#port)], program);
    await this.#process.ready();
  }

  /** Devices that speak to this broker; it lets anybody in. */
  async join(community: string): Promise<Devices> {
    const client = await connectAsync(this.url, { reconnectPeriod: 100 });
    client.on("error", () => undefined);
    this.#stage.atEnd(() => client.endAsync(true));
    return new Devices(this.#stage, client, "", community);
  }

  /** Enters what our server has acknowledged to the broker so far. */
  tell(ledger: Ledger): void {
    const lines = [...this.#earlier, ...this.#process.lines];
    for (const line of lines) {
      if (line.startsWith("stray courtyard-")) throw new Error("acknowledged what this broker never sent");
      const [, device = "", property = "", payload = ""] =
        /^ack courtyard\/[^/]+\/([^/]+)\/([^/ ]+) (.*)$/.exec(line) ?? [];
      if (property === "$describe") ledger.devices.add(device);
      else if (property !== "" && payload.startsWith("{")) {
        const { value, at } = JSON.parse(payload) as { value: number; at: number };
        ledger.reading({ device, property, value, atMs: at });
      }
    }
  }
}
