import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { duties } from "../../../models/duty/duty.ts";
import { askServer, ServerRefused } from "../../../server/commands/ask-server.ts";
import { controlSocketIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "./server-process.ts";

let folder = "";
let running: ServerProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-start-"));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((each) => each.end("SIGKILL")));
  rmSync(folder, { recursive: true, force: true });
});

const data = (): string => join(folder, "data");
const run = (args: readonly string[], program?: string): ServerProcess => {
  const started = new ServerProcess(args, program);
  running.push(started);
  return started;
};
const quiet = ["--port", "0", "--mqtt-port", "0", "--simulator", "off"];
const start = (more: readonly string[] = []): Promise<ServerProcess> =>
  run([...quiet, "--data", data(), ...more]).ready();
const ask = (question: Record<string, string>) => askServer(controlSocketIn(data()), question);

describe("a start", { timeout: 60_000 }, () => {
  it("prints a link per duty, where things are, and then ready; ends cleanly and at once", async () => {
    const linksFile = join(folder, "links.json");
    const server = await start(["--links-file", linksFile]);
    expect(server.lines.at(-1)).toBe("ready");
    for (const duty of duties)
      expect(server.link(duty)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/enter\/[\w-]{43}$/);
    expect(server.lines).toContain("broker: none");
    expect(server.lines).toContain(`data: ${data()}`);
    const links = JSON.parse(readFileSync(linksFile, "utf8"));
    expect(Object.keys(links)).toEqual([...duties]);
    expect(links.operator).toBe(server.link("operator"));
    const modes = [linksFile, data(), controlSocketIn(data())].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o600, 0o700, 0o600]);
    expect(await server.end()).toBe(0);
    const log = server.errors.map((line) => JSON.parse(line));
    const events = new Set(log.map(({ level, room, event }) => `${level} ${room} ${event}`));
    expect([...events].toSorted()).toEqual(["info audit head", "info server ending", "info server ready"]);
    expect(existsSync(join(data(), "courtyard.db-wal"))).toBe(false);
  });

  it("is asked beside itself for links, tokens and where it is, and by nobody else", async () => {
    const server = await start();
    const status = await ask({ do: "status" });
    expect(status).toMatchObject({ httpUrl: server.base, mqttUrl: null, community: "demo" });
    expect(status?.["buildings"]).toContain("B-5");
    const link = run(["planner", "--data", data()], "server/commands/link.ts");
    expect(await link.ended).toBe(0);
    const cookie = await enterBy(link.lines[0] ?? "");
    const session = await fetch(`${server.base}/api/v1/session`, { headers: { cookie } });
    expect(await session.json()).toMatchObject({ signedIn: true, duty: "planner" });
    const token = run(["ingest", "--data", data(), "--name", "meters"], "server/commands/token.ts");
    expect(await token.ended).toBe(0);
    const headers = { authorization: `Bearer ${token.lines[0]}`, "content-type": "application/json" };
    const handedIn = await fetch(`${server.base}/api/v1/readings`, { method: "POST", headers, body: "[]" });
    expect(await handedIn.json()).toEqual({ accepted: 0, late: 0, rejected: [] });
    await expect(ask({ do: "link", duty: "king" })).rejects.toThrow(ServerRefused);
    await expect(ask({ do: "token", use: "ingest", name: "../x" })).rejects.toThrow(ServerRefused);
    await expect(ask({ do: "everything" })).rejects.toThrow("not understood");
  });

  it("is not there for a link to a folder where no server ever ran: refused in one sentence, nothing is made", async () => {
    const nowhere = join(folder, "nowhere");
    for (const [words, command] of [
      [["operator"], "link"],
      [["ingest"], "token"],
    ] as const) {
      const asked = run([...words, "--data", nowhere], `server/commands/${command}.ts`);
      expect(await asked.ended).toBe(2);
      expect(asked.lines).toEqual([]);
      expect(asked.errors).toHaveLength(1);
      expect(asked.errors[0]).toContain(`No server runs on ${nowhere} and it holds no database`);
    }
    expect(existsSync(nowhere)).toBe(false);
  });

  it("refuses a second server on the same data, with one sentence", async () => {
    await start();
    const second = run([...quiet, "--data", data()]);
    expect(await second.ended).toBe(2);
    expect(second.errors).toHaveLength(1);
    expect(second.errors[0]).toContain("in use by another Courtyard");
  });

  it("refuses what cannot be with one sentence and code 2", async () => {
    const blocked = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => blocked.once("listening", resolve));
    const taken = String((blocked.address() as AddressInfo).port);
    const refusals = [
      [["--prot", "1"], "--port?"],
      [[...quiet, "--data", data(), "--port", taken], "it is in use"],
    ] as const;
    for (const [args, part] of refusals) {
      const refused = run(args);
      expect(await refused.ended).toBe(2);
      expect(refused.errors).toEqual([expect.stringContaining(part)]);
      expect(refused.lines).toEqual([]);
    }
    blocked.close();
  });

  it("after a kill has every session somebody was given, and no link works twice", async () => {
    const given: string[] = [];
    const used: string[] = [];
    for (let round = 0; round < 2; round += 1) {
      const server = await start();
      const entering = (async () => {
        for (;;) {
          const link = String((await ask({ do: "link", duty: "operator" }))?.["link"]);
          given.push(await enterBy(link));
          used.push(new URL(link).pathname);
          if (given.length % 12 === 0) server.child.kill("SIGKILL");
        }
      })();
      await Promise.allSettled([entering, server.ended]);
    }
    const server = await start();
    expect(given.length).toBeGreaterThanOrEqual(24);
    for (const cookie of given) {
      const answer = await fetch(`${server.base}/api/v1/session`, { headers: { cookie } });
      expect(await answer.json()).toMatchObject({ signedIn: true, duty: "operator" });
    }
    const again = await fetch(`${server.base}${used.at(-1)}`, { redirect: "manual" });
    expect(again.status).toBe(410);
  });
});
