import type { IClientOptions, MqttClient } from "mqtt";
import { connectAsync } from "mqtt";
import { deviceId, pointId, propertyId } from "../../../../models/ids.ts";
import type { BrokerLimits } from "../../../../server/ingest/mqtt/connection-gate.ts";
import { sensor } from "../../twin/sample-devices.ts";
import { doorBench } from "../door-bench.ts";

const temperature = pointId(deviceId("s1"), propertyId("temperature"));
/** What a test opened, to be closed after it, the last first. */
export const closing: (() => Promise<unknown>)[] = [];
export async function closeAll(): Promise<void> {
  for (const close of closing.splice(0).toReversed()) await close();
}

/** A broker with one known device behind it, and clients to join it with. */
export async function openDoor(limits: Partial<BrokerLimits> = {}) {
  const bench = doorBench({}, [sensor("s1")]);
  bench.credentials.set("secret", { name: "simulator", use: "devices" });
  bench.credentials.set("other", { name: "gateway-7", use: "devices" });
  bench.credentials.set("reader", { name: "viewer", use: "read" });
  bench.credentials.set("pump", { name: "pump", use: "ingest" });
  const { broker, port, url } = await bench.openBroker(limits);
  closing.push(() => broker.close());
  const join = async (token?: string, more: IClientOptions = {}): Promise<MqttClient> => {
    const who = token === undefined ? {} : { username: "any", password: token };
    const client = await connectAsync(url, { reconnectPeriod: 0, ...who, ...more });
    client.on("error", () => undefined);
    closing.push(() => client.endAsync(true));
    return client;
  };
  const value = (): number => bench.twin.state.values[bench.twin.indexOf(temperature) ?? -1] ?? Number.NaN;
  return { ...bench, port, url, join, value };
}

/** Resolves when the connection has ended. */
export const gone = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => void client.once("close", () => resolve()));
