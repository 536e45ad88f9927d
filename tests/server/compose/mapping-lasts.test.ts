import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, describe, expect, it } from "vitest";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "./server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "courtyard-mapping-"));
const running: ServerProcess[] = [];
afterEach(async () => {
  await Promise.all(running.map((each) => each.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<ServerProcess> {
  const ports = ["--port", "0", "--mqtt-port", String(20_000 + (process.pid % 20_000))];
  const server = new ServerProcess([...ports, "--data", folder, "--simulator", "off"]);
  running.push(server);
  return server.ready();
}

async function say(topic: string, message: object): Promise<void> {
  const { mqttUrl } = (await askServer(controlSocketIn(folder), { do: "status" })) ?? {};
  const client = await connectAsync(String(mqttUrl), { reconnectPeriod: 0 });
  await client.publishAsync(topic, JSON.stringify(message), { qos: 1 });
  await client.endAsync();
}

describe("a mapping", { timeout: 90_000 }, () => {
  it("and what waits for one outlive a kill: the same device is known, and another still waits", async () => {
    const server = await start();
    const cookie = await enterBy(server.link("administrator"));
    const headers = { cookie, origin: server.base, "content-type": "application/json" };
    await say("zigbee2mqtt/Cellar", { temperature: 12.5 });
    await say("shellies/shellyht-1/sensor/humidity", { odd: 1 });
    const row = {
      id: "cellar",
      source: "zigbee2mqtt",
      match: { device: "Cellar" },
      kind: "cellar_sensor",
      points: [{ from: "/temperature", property: "temperature", unit: "°C", visibility: "public" }],
    };
    const body = JSON.stringify({ row });
    const saved = await fetch(`${server.base}/api/v1/mapping/rows`, { method: "POST", headers, body });
    expect(await saved.json()).toEqual({ saved: "cellar" });
    await say("zigbee2mqtt/Cellar", { temperature: 13.5 });
    await server.end("SIGKILL");

    const again = await start();
    const device = encodeURIComponent("zigbee2mqtt:Cellar");
    const points = async () => (await fetch(`${again.base}/api/v1/points?device=${device}`)).json();
    expect(await points()).toMatchObject({ points: [{ value: 13.5, quality: "stale", reason: "restored" }] });
    const devices = await fetch(`${again.base}/api/v1/mapping/devices`, { headers: { cookie } });
    expect(await devices.json()).toMatchObject({
      devices: [
        { id: "shelly-gen1:shellyht-1", row: null },
        { id: "zigbee2mqtt:Cellar", row: "cellar" },
      ],
    });
    await say("zigbee2mqtt/Cellar", { temperature: 14 });
    expect(await points()).toMatchObject({ points: [{ value: 14, quality: "good" }] });
  });
});
