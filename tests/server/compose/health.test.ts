import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findProgram } from "../../../.setup/find-chromium.js";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "./server-process.ts";

const folder = mkdtempSync(join(tmpdir(), "courtyard-health-"));
const data = join(folder, "data");
let server: ServerProcess;
beforeAll(async () => {
  const mqttPort = String(await freePort());
  const args = ["--port", "0", "--mqtt-port", mqttPort, "--simulator", "off", "--data", data];
  server = await new ServerProcess(args).ready();
});
afterAll(async () => {
  await server?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

async function freePort(): Promise<number> {
  const listening = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => listening.once("listening", resolve));
  const { port } = listening.address() as AddressInfo;
  await new Promise((resolve) => listening.close(resolve));
  return port;
}

const ask = async (question: Record<string, string>) =>
  (await askServer(controlSocketIn(data), question)) ?? {};

/** A pump introduces itself. */
async function describePump(): Promise<void> {
  const { token } = await ask({ do: "token", use: "devices", name: "pump house" });
  const { mqttUrl } = await ask({ do: "status" });
  const credential = { username: "device", password: String(token), reconnectPeriod: 0 };
  const client = await connectAsync(String(mqttUrl), credential);
  const description = JSON.stringify({ kind: "water_pump", name: { en: "Pump 9" } });
  await client.publishAsync("courtyard/demo/pump-9/$describe", description, { qos: 1 });
  await client.endAsync();
}

interface Health {
  readonly status: string;
  readonly problems: readonly { readonly address: string; readonly id: string; readonly sinceMs: number }[];
  readonly figures: {
    readonly twin: { readonly ticks: number };
    readonly store: { readonly bytes: number; readonly freeBytes: number };
    readonly history: { readonly kept: { readonly public: { readonly keepDays: number } } };
  };
}
const health = async (): Promise<Health> => (await fetch(`${server.base}/health`)).json();
const soon = { timeout: 30_000, interval: 200 };

describe("the health of a server that runs", () => {
  it("is told in numbers of every room", async () => {
    const { status, problems, figures } = await health();
    expect([status, problems]).toEqual(["ok", []]);
    expect(figures.store.bytes).toBeGreaterThan(4096);
    expect(figures.store.freeBytes).toBeGreaterThan(0);
    expect(figures.history.kept.public.keepDays).toBe(30);
    await expect.poll(async () => (await health()).figures.twin.ticks, soon).toBeGreaterThan(3);
  });

  const promtool = findProgram("promtool");
  it.skipIf(promtool === undefined)(
    "is measured in a form that promtool finds nothing to say of (skipped without promtool, of Debian's package prometheus)",
    async () => {
      const page = await (await fetch(`${server.base}/metrics`)).text();
      const checked = spawnSync(promtool ?? "", ["check", "metrics"], { input: page, encoding: "utf8" });
      expect(checked.stdout + checked.stderr).toBe("");
      expect(checked.status).toBe(0);
    },
  );

  it("shows a problem where it is, since when, and no more once it is mended", async () => {
    const beganMs = Date.now();
    const history = join(data, "history", "demo");
    // A file where the folder of a series belongs stops even root; the first points make the recorder look there.
    mkdirSync(join(data, "history"), { recursive: true });
    writeFileSync(history, "");
    await describePump();
    await expect
      .poll(async () => (await health()).problems.map(({ address, id }) => `${address} ${id}`), soon)
      .toEqual(["history/staff unwritable"]);
    const [problem] = (await health()).problems;
    expect(problem?.sinceMs).toBeGreaterThan(beganMs);
    expect((await health()).status).toBe("degraded");
    expect(await (await fetch(`${server.base}/metrics`)).text()).toContain(
      'courtyard_problem{address="history/staff",id="unwritable"} 1',
    );
    rmSync(history);
    await expect.poll(async () => (await health()).problems, soon).toEqual([]);
    const events = server.errors
      .map((line) => JSON.parse(line))
      .filter(({ room }) => room !== "audit")
      .map(({ room, event }) => `${room} ${event}`);
    expect(events).toEqual(["server ready", "history/staff problem", "history/staff mended"]);
  });

  it("is logged a line of JSON an event, without anything that lets somebody in", async () => {
    const link = server.link("operator");
    const cookie = await enterBy(link);
    await fetch(`${server.base}/api/v1/session`, { headers: { cookie } });
    for (const line of server.errors) {
      const { time, level, room, event, sentence } = JSON.parse(line);
      expect(new Date(time).toISOString()).toBe(time);
      expect(["info", "warning", "error"]).toContain(level);
      for (const word of [room, event, sentence]) expect(word).toMatch(/./);
    }
    const log = server.errors.join("\n");
    for (const secret of [link.split("/").at(-1) ?? "", cookie.split("=")[1] ?? ""]) {
      expect(secret.length).toBeGreaterThan(20);
      expect(log).not.toContain(secret);
    }
  });
});
