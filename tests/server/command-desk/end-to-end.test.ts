import { wallClock } from "../../../client/clock.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import type { LinkWire } from "../../../client/link/wire.ts";
import type { CommandRecord, CommandRequest } from "../../../models/command/command.ts";
import type { Answer } from "../../../models/stream/messages.ts";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "../compose/server-process.ts";
import { until } from "../stream/harbour.ts";
import { request } from "./desk-bench.ts";

let folder = "";
let server: ServerProcess;
let token = "";
const devices: MqttClient[] = [];
const wires: LinkWire[] = [];

const ask = async (question: Record<string, string>) =>
  (await askServer(controlSocketIn(folder), question)) ?? {};
const start = async (): Promise<void> => {
  const options = ["--data", folder, "--port", "0", "--simulator", "off"];
  server = await new ServerProcess(options).ready();
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-orders-"));
  await start();
  token = String((await ask({ do: "token", use: "devices", name: "lamps" }))["token"]);
}, 300_000);
afterAll(async () => {
  for (const wire of wires) wire.close();
  for (const device of devices) device.end(true);
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** A lamp on the broker that does as it is told. */
async function lamp(): Promise<{ heard: string[]; say: (state: string) => Promise<unknown> }> {
  const { mqttUrl } = await ask({ do: "status" });
  const client = await connectAsync(String(mqttUrl), { username: "lamps", password: token });
  devices.push(client);
  const topic = "courtyard/demo/lamp-1";
  const heard: string[] = [];
  client.on("message", (address, payload) => void heard.push(`${address} ${payload.toString()}`));
  const about = JSON.stringify({ kind: "street_light", name: { en: "Lamp 1" } });
  await client.publishAsync(`${topic}/$describe`, about, { qos: 1 });
  await client.subscribeAsync(`${topic}/+/set`);
  return { heard, say: (state) => client.publishAsync(`${topic}/state`, JSON.stringify(state), { qos: 1 }) };
}

/** Somebody at a desk, by the product's own wire. */
async function person(duty: string) {
  const cookie = await enterBy(server.link(duty));
  const steps: CommandRecord[] = [];
  const wire = await new Promise<LinkWire>((resolve) => {
    const nothing = (): void => undefined;
    const made: LinkWire = socketIoWire(server.base, {
      clock: wallClock,
      extraHeaders: { cookie, origin: server.base },
    })({
      ...{ frames: nothing, welcome: nothing, record: nothing, overlay: nothing, company: nothing },
      ...{ refused: nothing, closed: nothing },
      opened: () => resolve(made),
      command: (record) => void steps.push(record),
    });
  });
  wires.push(wire);
  await new Promise((answered) => wire.ask("hello", { protocol: 1, frames: 1 }, answered));
  const open = await new Promise<readonly CommandRecord[] | undefined>((resolve) =>
    wire.ask("watch", { channels: [], records: null }, (answer) =>
      resolve(answer.ok ? answer.value.commands : undefined),
    ),
  );
  const command = (asked: CommandRequest): Promise<Answer<CommandRecord>> =>
    new Promise((resolve) => wire.ask("command", asked, resolve));
  return { steps, open, command, states: () => steps.map(({ state }) => state) };
}

it("CD1 CD5 CD7 CD8 goes from a desk to a device and back, also over a kill, and is nobody else's business", async () => {
  const device = await lamp();
  const [operator, supervisor] = [await person("operator"), await person("supervisor")];
  const others = [];
  for (const duty of ["presenter", "public", "planner", "resident", "administrator", "auditor"])
    others.push(await person(duty));
  const asked = request("lamp-1", "state", "on");
  for (const { command, open } of others) {
    expect(await command(asked)).toEqual({ ok: false, code: "not-allowed" });
    expect(open).toBeUndefined();
  }
  expect(operator.open).toEqual([]);
  expect(await operator.command(asked)).toMatchObject({ ok: true, value: { by: "operator" } });
  await until(() => device.heard.length > 0);
  expect(device.heard).toEqual([expect.stringContaining(`"value":"on","command":"${asked.id}"`)]);
  expect(device.heard[0]).toMatch(/^courtyard\/demo\/lamp-1\/state\/set /);
  await until(() => supervisor.states().includes("sent"));
  await device.say("off");
  await device.say("on");
  await until(() => supervisor.states().includes("confirmed"));
  expect(supervisor.states()).toEqual(["accepted", "sent", "confirmed"]);
  expect(operator.states()).toEqual(supervisor.states());
  for (const { steps } of others) expect(steps).toEqual([]);

  const cutOff = request("lamp-1", "state", "off");
  await operator.command(cutOff);
  await until(() => device.heard.length > 1);
  server.child.kill("SIGKILL");
  await server.ended;
  await start();
  const again = await lamp();
  const back = await person("operator");
  expect(back.open?.map(({ id, state }) => [id, state])).toEqual([
    [asked.id, "confirmed"],
    [cutOff.id, "unknown"],
  ]);
  await again.say("off");
  await until(() => back.states().includes("confirmed"));
  expect(again.heard).toEqual([]);
  expect(await ask({ do: "verify-trail" })).toMatchObject({ ok: true, whole: true });
}, 400_000);
