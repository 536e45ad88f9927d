import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "./server-process.ts";

let folder = "";
let running: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-last-"));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function start(more: readonly string[]): Promise<ServerProcess> {
  const mqttPort = String(await freePort());
  const server = new ServerProcess(["--port", "0", "--mqtt-port", mqttPort, "--data", folder, ...more]);
  running.push(server);
  return server.ready();
}
const ask = async (question: Record<string, string>) =>
  (await askServer(controlSocketIn(folder), question)) ?? {};

interface Point {
  readonly value: unknown;
  readonly quality: string;
  readonly reason: string;
}
async function points(server: ServerProcess, device: string, cookie: string): Promise<Point[]> {
  const answer = await fetch(`${server.base}/api/v1/points?device=${device}`, { headers: { cookie } });
  return ((await answer.json()) as { points: Point[] }).points;
}

describe("what a device was told is kept", { timeout: 60_000 }, () => {
  it("is there after a kill at once: the device, its value, aged; and the tray", async () => {
    const server = await start(["--simulator", "off"]);
    const cookie = await enterBy(server.link("operator"));
    const administrator = await enterBy(server.link("administrator"));
    const { token } = await ask({ do: "token", use: "devices", name: "pump house" });
    const { mqttUrl } = await ask({ do: "status" });
    const client = await connectAsync(String(mqttUrl), {
      username: "device",
      password: String(token),
      reconnectPeriod: 0,
    });
    const say = (topic: string, message: string) =>
      client.publishAsync(`courtyard/demo/${topic}`, message, { qos: 1 });
    await say("stranger/level", "5");
    await say("pump-9/$describe", JSON.stringify({ kind: "water_pump", name: { en: "Pump 9" } }));
    await say("pump-9/outletPressure", "0.42");
    server.child.kill("SIGKILL");
    await server.ended;
    client.end(true);
    const again = await start(["--simulator", "off"]);
    const found = (await points(again, "pump-9", cookie)).filter(({ value }) => value !== null);
    expect(found).toEqual([expect.objectContaining({ value: 0.42, quality: "stale", reason: "restored" })]);
    const tray = await fetch(`${again.base}/api/v1/tray`, { headers: { cookie: administrator } });
    expect(tray.status).toBe(200);
  });

  it("F17 is there however often the device describes itself anew: what no point of it takes waits on", async () => {
    const server = await start(["--simulator", "off"]);
    const cookie = await enterBy(server.link("operator"));
    const administrator = await enterBy(server.link("administrator"));
    const { token } = await ask({ do: "token", use: "devices", name: "pump house" });
    const { mqttUrl } = await ask({ do: "status" });
    const who = { username: "device", password: String(token), reconnectPeriod: 0 };
    const client = await connectAsync(String(mqttUrl), who);
    const say = (topic: string, message: string) =>
      client.publishAsync(`courtyard/demo/pump-9/${topic}`, message, { qos: 1 });
    const named = (en: string) => say("$describe", JSON.stringify({ kind: "water_pump", name: { en } }));
    await say("outletPressure", "0.42");
    await say("before", "1");
    await named("Pump 9");
    await say("between", "2");
    await named("Pump nine");
    await say("after", "3");
    server.child.kill("SIGKILL");
    await server.ended;
    client.end(true);
    const again = await start(["--simulator", "off"]);
    const answer = await fetch(`${again.base}/api/v1/tray`, { headers: { cookie: administrator } });
    const { devices } = (await answer.json()) as { devices: { properties: { property: string }[] }[] };
    const waiting = devices.flatMap(({ properties }) => properties.map(({ property }) => property));
    expect(waiting.toSorted()).toEqual(["after", "before", "between"]);
    const found = (await points(again, "pump-9", cookie)).filter(({ value }) => value !== null);
    expect(found).toEqual([expect.objectContaining({ value: 0.42, quality: "stale", reason: "restored" })]);
  });

  it("is kept in order when it ends cleanly: the tray has what nobody knows, masked", async () => {
    const server = await start(["--simulator", "off"]);
    const administrator = await enterBy(server.link("administrator"));
    const { mqttUrl } = await ask({ do: "status" });
    const client = await connectAsync(String(mqttUrl), { reconnectPeriod: 0 });
    await client.publishAsync("courtyard/demo/stranger/level", "1234.5", { qos: 1 });
    await client.endAsync();
    expect(await server.end()).toBe(0);
    const again = await start(["--simulator", "off"]);
    const tray = await fetch(`${again.base}/api/v1/tray`, { headers: { cookie: administrator } });
    const body = await tray.text();
    expect(JSON.parse(body)).toMatchObject({
      devices: [{ device: "stranger", properties: [{ property: "level", shape: "number" }] }],
    });
    expect(body).not.toContain("1234.5");
  });
});

describe("the demo devices", { timeout: 90_000 }, () => {
  it("come in by MQTT, and their process ends with the server's, however it ends", async () => {
    const server = await start(["--scale", "0.01"]);
    const health = async () => (await (await fetch(`${server.base}/health`)).json()) as { devices: number };
    await expect.poll(async () => (await health()).devices, { timeout: 30_000 }).toBeGreaterThan(1000);
    const { pid } = server.child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
    expect(children).toHaveLength(1);
    await server.end("SIGKILL");
    await expect.poll(() => existsSync(`/proc/${children[0]}`), { timeout: 10_000 }).toBe(false);
  });
});
