import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "../compose/server-process.ts";

let folder = "";
let running: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-restore-"));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as AddressInfo;
  await new Promise((resolve) => listening.close(resolve));
  return port;
}
const run = (args: readonly string[], program?: string): ServerProcess => {
  const started = new ServerProcess(args, program);
  running.push(started);
  return started;
};
const start = async (data: string): Promise<ServerProcess> =>
  run(["--port", "0", "--mqtt-port", String(await freePort()), "--simulator", "off", "--data", data]).ready();
const ask = async (data: string, question: Record<string, string>) =>
  (await askServer(controlSocketIn(data), question)) ?? {};

/** Says something as the pump house, and waits for the acknowledgement. */
async function pumpSays(data: string, token: string, messages: Record<string, string>): Promise<void> {
  const { mqttUrl } = await ask(data, { do: "status" });
  const credential = { username: "device", password: token, reconnectPeriod: 0 };
  const client = await connectAsync(String(mqttUrl), credential);
  for (const [topic, message] of Object.entries(messages))
    await client.publishAsync(`courtyard/demo/pump-9/${topic}`, message, { qos: 1 });
  await client.endAsync();
}

/** As the log tells it, which comes by another pipe than `ready`. */
async function runOf(server: ServerProcess): Promise<number> {
  const told = (): { fields: { run: number } } | undefined =>
    server.errors.map((line) => JSON.parse(line)).find(({ event }) => event === "ready");
  await expect.poll(told, { timeout: 30_000 }).toBeDefined();
  return told()!.fields.run;
}

describe("npm run backup and npm run restore", { timeout: 300_000 }, () => {
  it("BA1 BA3 BA4 bring back what was acknowledged, as another run, in which nobody is signed in", async () => {
    const [data, other, file] = [join(folder, "data"), join(folder, "other"), join(folder, "one.backup")];
    const server = await start(data);
    const token = String((await ask(data, { do: "token", use: "devices", name: "pump house" }))["token"]);
    const cookie = await enterBy(server.link("operator"));
    const description = JSON.stringify({ kind: "water_pump", name: { en: "Pump 9" } });
    await pumpSays(data, token, { $describe: description, outletPressure: "0.42" });
    const staff = join(data, "history", "demo", "staff");
    await expect.poll(() => existsSync(staff) && readdirSync(staff).length, { timeout: 30_000 }).toBe(1);
    const backup = run(["--to", file, "--data", data], "server/commands/backup.ts");
    expect(await backup.ended, backup.errors.join()).toBe(0);
    await pumpSays(data, token, { outletPressure: "0.5" });
    // The first one still runs: its folder is not to be had.
    const refused = run([file, "--data", data], "server/commands/restore.ts");
    expect(await refused.ended).toBe(2);
    expect(refused.errors).toEqual([expect.stringContaining("is in use or holds something")]);
    const restored = run([file, "--data", other], "server/commands/restore.ts");
    expect(await restored.ended, restored.errors.join()).toBe(0);

    const again = await start(other);
    expect(await runOf(again)).toBeGreaterThan((await runOf(server)) + 999);
    const old = await fetch(`${again.base}/api/v1/session`, { headers: { cookie } });
    expect(await old.json()).toMatchObject({ signedIn: false });
    const operator = { cookie: await enterBy(again.link("operator")) };
    const answer = await fetch(`${again.base}/api/v1/points?device=pump-9`, { headers: operator });
    const { points } = (await answer.json()) as { points: { value: unknown; quality: string }[] };
    const known = points.filter(({ value }) => value !== null);
    expect(known).toEqual([expect.objectContaining({ value: 0.42, quality: "stale" })]);
    await pumpSays(other, token, { outletPressure: "0.6" });
    const auditor = { cookie: await enterBy(again.link("auditor")) };
    const trail = await (await fetch(`${again.base}/api/v1/trail`, { headers: auditor })).text();
    for (const act of ["backup-made", "restored"]) expect(trail).toContain(`"act":"${act}"`);
    expect(await ask(other, { do: "verify-trail" })).toMatchObject({ whole: true });
    expect(readdirSync(join(other, "history", "demo", "staff")).some((name) => name.endsWith(".kept"))).toBe(
      true,
    );
  });
});
