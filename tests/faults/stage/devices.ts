import { connectAsync, type IClientOptions, type MqttClient } from "mqtt";
import type { Stage } from "./stage.ts";
import type { Server } from "./server.ts";

/** Devices of the kind a case needs, that speak MQTT to the stage's server with a credential of their own. */
export class Devices {
  readonly client: MqttClient;
  readonly token: string;
  readonly #stage: Stage;
  readonly #root: string;

  constructor(stage: Stage, client: MqttClient, token: string, community: string) {
    this.client = client;
    this.token = token;
    this.#stage = stage;
    this.#root = `courtyard/${community}`;
  }

  /** Resolves when it is acknowledged. */
  async say(topic: string, message: string | Buffer, qos: 0 | 1 = 1): Promise<void> {
    await this.client.publishAsync(`${this.#root}/${topic}`, message, { qos });
  }

  /** Introduces a device, in the ledger once acknowledged. */
  async describe(device: string, description: object): Promise<void> {
    await this.say(`${device}/$describe`, JSON.stringify(description));
    this.#stage.ledger.devices.add(device);
  }

  /** Sends a reading, in the ledger once acknowledged. */
  async read(device: string, property: string, value: number, atMs: number): Promise<void> {
    await this.say(`${device}/${property}`, JSON.stringify({ value, at: atMs }));
    this.#stage.ledger.reading({ device, property, value, atMs });
  }
}

/** A connection with a credential for devices, which comes back by itself when it is cut. */
export async function joinDevices(
  stage: Stage,
  server: Server,
  options: IClientOptions = {},
): Promise<Devices> {
  const token = await server.token("devices");
  stage.ledger.tokens.add(token);
  const client = await connectAsync(server.mqttUrl, {
    username: "device",
    password: token,
    reconnectPeriod: 100,
    ...options,
  });
  client.on("error", () => undefined);
  stage.atEnd(() => client.endAsync(true));
  return new Devices(stage, client, token, server.community);
}

/** An outdoor station: its points are for everybody. */
export const station = { kind: "env_station", name: { en: "Station" } };
/** A pump: its points are for staff. */
export const pump = { kind: "water_pump", name: { en: "Pump" } };
