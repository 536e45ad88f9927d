import { randomUUID } from "node:crypto";
import { isUnderWay, type CommandRecord, type CommandRequest } from "../../../models/command/command.ts";
import { commandId, deviceId, propertyId } from "../../../models/ids.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import { DeskLine } from "./desk-line.ts";
import type { Devices } from "./devices.ts";
import type { Server } from "./server.ts";
import type { Stage } from "./stage.ts";
import { Turnstile } from "./turnstile.ts";
import { pause, until } from "./waiting.ts";

const lamps = ["ordered-1", "ordered-2", "ordered-3"] as const;
const lamp = { kind: "street_light", name: { en: "Lamp" } };

/**
 * An operator who switches lamps all the time, and the lamps, which do as they are told a little later. Whatever is not
 * answered is asked again by the same id, and whatever is answered is asked once more.
 */
export class Orders {
  readonly #stage: Stage;
  readonly #line: DeskLine;
  readonly #over = new Set<string>();
  readonly #turnstile = new Turnstile();
  #stopped = false;
  #loops: Promise<void>[] = [];

  private constructor(stage: Stage, base: string, cookie: string) {
    this.#stage = stage;
    this.#line = new DeskLine(base, cookie, {
      command: (record) => this.#note(record),
      watching: ({ commands }) => {
        for (const record of commands ?? []) this.#note(record);
      },
    });
  }

  static async begin(stage: Stage, server: Server, devices: Devices): Promise<Orders> {
    const orders = new Orders(stage, server.base, await server.enter("operator"));
    await orders.#beLamps(devices, server.community);
    orders.#loops = lamps.map((device) => orders.#again(device));
    stage.atEnd(() => orders.#end());
    return orders;
  }

  /** The lamps introduce themselves whenever they are back, and say what they were told to be. */
  async #beLamps(devices: Devices, community: string): Promise<void> {
    const { client } = devices;
    client.on("message", (topic: string, payload: Buffer) => {
      const [, device = ""] = /^courtyard\/[^/]+\/([^/]+)\/state\/set$/.exec(topic) ?? [];
      if (device === "") return;
      const { value, command } = JSON.parse(payload.toString()) as { value: string; command: string };
      const { heard } = this.#stage.ledger;
      heard.set(command, (heard.get(command) ?? 0) + 1);
      const report = async (): Promise<void> => {
        await pause(this.#stage.random() * 200);
        await devices.say(`${device}/state`, JSON.stringify(value));
      };
      report().catch(() => undefined);
    });
    const introduce = async (): Promise<void> => {
      for (const device of lamps) await devices.say(`${device}/$describe`, JSON.stringify(lamp));
    };
    client.on("connect", () => void introduce().catch(() => undefined));
    await introduce();
    await client.subscribeAsync(`courtyard/${community}/+/+/set`);
  }

  async #again(device: string): Promise<void> {
    for (let isOn = true; !this.#stopped; isOn = !isOn) {
      const request: CommandRequest = {
        id: commandId(randomUUID()),
        device: deviceId(device),
        property: propertyId("state"),
        value: isOn ? "on" : "off",
      };
      const answer = await this.#untilAnswered(request);
      if (answer?.ok === true && answer.value.state !== "refused") {
        this.#stage.ledger.commands.add(request.id);
        void this.#line.command(request);
        await Promise.race([this.#isOver(request.id), pause(2_000)]);
      } else await pause(50);
    }
  }

  async #untilAnswered(request: CommandRequest): Promise<Answer<CommandRecord> | null> {
    for (;;) {
      await this.#turnstile.pass();
      const answer = await this.#line.command(request);
      if (answer !== null || this.#stopped) return answer;
      await pause(20);
    }
  }

  #note({ id, state }: CommandRecord): void {
    if (!isUnderWay(state)) this.#over.add(id);
  }

  async #isOver(id: string): Promise<void> {
    while (!this.#over.has(id) && !this.#stopped) await pause(20);
  }

  /** From here on nothing new is asked. */
  pause(): void {
    this.#turnstile.close();
  }

  goOn(): void {
    this.#turnstile.open();
  }

  /** Ends once every command has come to an end. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.goOn();
    await Promise.all(this.#loops);
    const { commands } = this.#stage.ledger;
    await until("every command has ended", async () => {
      await this.#line.open();
      return [...commands].every((id) => this.#over.has(id));
    });
  }

  async #end(): Promise<void> {
    this.#stopped = true;
    this.goOn();
    await this.#line.close();
  }
}
