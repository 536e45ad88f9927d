import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Welcome } from "../../../models/stream/messages.ts";
import { askServer } from "../../../server/commands/ask-server.ts";
import { controlSocketIn, uploadsIn } from "../../../server/settings.ts";
import { enterBy, ServerProcess } from "../compose/server-process.ts";

/** Houses of a floor and a gable, and of a surface of two corners that nothing can draw. */
const yard = (title: string, houses: number): string => {
  const boundaries = [[[0, 1, 2, 3]], [[0, 1, 4]], [[0, 1]]];
  const house = { type: "Building", geometry: [{ type: "MultiSurface", lod: "1", boundaries }] };
  return JSON.stringify({
    type: "CityJSON",
    version: "2.0",
    metadata: { title },
    transform: { scale: [1, 1, 1], translate: [0, 0, 0] },
    CityObjects: Object.fromEntries(Array.from({ length: houses }, (_, i) => [`h${i}`, house])),
    vertices: [
      [0, 0, 0],
      [9, 0, 0],
      [9, 9, 0],
      [0, 9, 0],
      [5, 0, 7],
    ],
  });
};

let folder = "";
let port = 0;
let mqttPort = 0;
let server: ServerProcess;
let administrator = "";

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

const data = (): string => join(folder, "data");
const start = (more: readonly string[] = []): Promise<ServerProcess> =>
  new ServerProcess([
    ...["--port", String(port), "--mqtt-port", String(mqttPort), "--data", data()],
    ...["--simulator", "off", "--largest-model", "1", ...more],
  ]).ready();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-upload-"));
  [port, mqttPort] = [await freePort(), await freePort()];
  server = await start();
  administrator = await enterBy(server.link("administrator"));
}, 120_000);
afterAll(async () => {
  await server.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const base = (): string => `http://127.0.0.1:${port}`;
const path = "/api/v1/community/file";

async function send(body: string, headers: Record<string, string>, name = "yard.city.json") {
  const answer = await fetch(`${base()}${path}?name=${encodeURIComponent(name)}`, {
    method: "PUT",
    body,
    headers,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, never> };
}
const asAdministrator = (): Record<string, string> => ({ cookie: administrator, origin: base() });
const handIn = (body: string, name?: string) => send(body, asAdministrator(), name);
const ask = async (asked: string, cookie = administrator) =>
  (await (await fetch(`${base()}${asked}`, { headers: { cookie } })).json()) as Record<string, unknown>;

interface Standing {
  readonly id: string;
  readonly model: string;
  readonly counts: { readonly buildings: number; readonly devices: number };
}

/** Asks until the community is the one meant; the server takes over in its own time. */
async function until(meant: (standing: Standing) => boolean): Promise<Standing> {
  for (;;) {
    const standing = (await ask("/api/v1/community").catch(() => null)) as Standing | null;
    if (standing !== null && meant(standing)) return standing;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const untilIs = (id: string): Promise<Standing> => until((standing) => standing.id === id);

/** A Socket.IO client that says hello whenever it is let in, and comes back when it is sent away, as the page does. */
class Visitor {
  #heard: (welcome: Welcome) => void = () => undefined;
  #socket: Socket;

  constructor() {
    this.#socket = this.#open();
  }

  #open(): Socket {
    const options = { transports: ["websocket"], extraHeaders: { origin: base() }, forceNew: true };
    const socket = io(`${base()}/twin`, { ...options, reconnection: false });
    const again = (): void => void setTimeout(() => (this.#socket = this.#open()), 100);
    socket.on("connect", () =>
      socket.emit("hello", { protocol: 1, frames: 1 }, ({ value }: { value: Welcome }) => this.#heard(value)),
    );
    socket.once("disconnect", again).once("connect_error", again);
    return socket;
  }

  next(): Promise<Welcome> {
    return new Promise((resolve) => void (this.#heard = resolve));
  }

  leave(): void {
    this.#socket.off().disconnect();
  }
}

describe("a community handed in to a running server", { timeout: 120_000 }, () => {
  it("is taken from an administrator at our own page, and from nobody else", async () => {
    const operator = await enterBy(server.link("operator"));
    const file = yard("Yard", 2);
    expect((await send(file, { origin: base() })).status).toBe(403);
    expect((await send(file, { cookie: operator, origin: base() })).status).toBe(403);
    expect((await send(file, { cookie: administrator })).body).toMatchObject({
      error: { code: "foreign-origin" },
    });
    expect((await send(file, { cookie: administrator, origin: "https://evil.example" })).status).toBe(403);
    expect((await fetch(`${base()}${path}`, { headers: { cookie: operator } })).status).toBe(403);
    expect((await handIn(file, "../yard.json")).status).toBe(400);
    expect(await ask("/api/v1/community")).toMatchObject({ id: "demo" });
  });

  it("is refused in one sentence when it is bad, and the last good one goes on", async () => {
    const cut = await handIn(yard("Yard", 2).slice(0, -30));
    expect(cut.status).toBe(422);
    expect(cut.body["error"]).toMatchObject({
      code: "not-json",
      sentence: {
        en: expect.stringMatching(/^line 1, column \d+: /),
        "zh-CN": expect.stringMatching(/[\u4e00-\u9fff]/),
      },
    });
    const bare = await handIn(yard("Yard", 0));
    expect([bare.status, bare.body["error"]]).toMatchObject([422, { code: "nothing-to-draw" }]);
    const large = await handIn(" ".repeat(1_000_001));
    expect([large.status, JSON.stringify(large.body)]).toEqual([
      expect.toBeOneOf([413, 422]),
      expect.stringMatching(/too-large/),
    ]);
    expect(await ask("/api/v1/community")).toMatchObject({ id: "demo" });
    expect(await ask(path)).toMatchObject({ uploaded: null, reading: null });
    expect(readdirSync(uploadsIn(data()))).toEqual([]);
  });

  it("takes over: told what came of it, a new epoch for open clients, devices of the old one out of the picture", async () => {
    const { token } =
      (await askServer(controlSocketIn(data()), { do: "token", use: "devices", name: "d" })) ?? {};
    const device = await connectAsync(`mqtt://127.0.0.1:${mqttPort}`, {
      username: "d",
      password: String(token),
      reconnectPeriod: 100,
    });
    const say = (community: string, id: string) =>
      device.publishAsync(`courtyard/${community}/${id}/$describe`, JSON.stringify({ kind: "env_station" }), {
        qos: 1,
      });
    await say("demo", "old-station");
    const client = new Visitor();
    const before = await client.next();
    expect(before.community).toBe("demo");
    const turned = client.next();

    const taken = await handIn(yard("Two Yards", 2));
    expect(taken).toMatchObject({
      status: 200,
      body: {
        id: "yard",
        name: { en: "Two Yards" },
        counts: { buildings: 2, triangles: 6 },
        skipped: [{ what: "surface", why: "its ring has fewer than three corners", count: 2 }],
      },
    });
    const after = await turned;
    client.leave();
    expect(after).toMatchObject({ community: "yard", duty: "public" });
    expect(after.run).toBeGreaterThan(before.run);
    expect(await untilIs("yard")).toMatchObject({ counts: { buildings: 2, devices: 0 } });
    // Who was signed in still is; what came is written down; the page may ask what stands.
    expect(await ask(path)).toMatchObject({
      uploaded: { name: "yard.city.json", insteadOf: "demo" },
      reading: null,
    });
    const auditor = await enterBy(
      String((await askServer(controlSocketIn(data()), { do: "link", duty: "auditor" }))?.["link"]),
    );
    const { entries } = (await ask("/api/v1/trail?limit=1000", auditor)) as { entries: { act: string }[] };
    const acts = entries.map(({ act }) => act);
    expect(acts.filter((act) => act.startsWith("community-")).toSorted()).toEqual([
      ...Array.from(
        { length: acts.filter((act) => act === "community-refused").length },
        () => "community-refused",
      ),
      "community-replaced",
    ]);
    expect(acts.filter((act) => act === "community-refused").length).toBeGreaterThanOrEqual(1);
    if (!device.connected) await new Promise((resolve) => device.once("connect", resolve));
    await say("yard", "new-station");
    await device.endAsync();
    await until(({ counts }) => counts.devices === 1);
  });

  it("survives a restart, gives way to a better one of the same name, and to a bad one never", async () => {
    await server.end();
    server = await start();
    const restarted = await untilIs("yard");
    const { model } = restarted;
    expect(restarted).toMatchObject({
      counts: { buildings: 2, devices: 1 },
      name: { en: "Two Yards" },
    });
    expect((await handIn(yard("Three Yards", 3))).status).toBe(200);
    // The same name is the same community: its devices stay.
    const better = await until(({ counts }) => counts.buildings === 3);
    expect(better).toMatchObject({ id: "yard", counts: { devices: 1 } });
    expect(better.model).not.toBe(model);
    expect((await handIn("{")).status).toBe(422);
    expect(await ask("/api/v1/community")).toMatchObject({ counts: { buildings: 3 } });
  });

  it("stands only in place of the community it replaced, and as long as its file can be read", async () => {
    await server.end();
    const other = join(folder, "other.city.json");
    writeFileSync(other, yard("Other", 1));
    server = await start(["--community", other]);
    expect(await ask("/api/v1/community")).toMatchObject({ id: "other" });
    await server.end();
    const [file = ""] = readdirSync(uploadsIn(data()));
    writeFileSync(join(uploadsIn(data()), file), "worn out");
    server = await start();
    expect(await ask("/api/v1/community")).toMatchObject({ id: "demo" });
    const { problems } = (await ask("/health")) as { problems?: { id: string }[] };
    expect(problems?.map(({ id }) => id)).toContain("upload");
  });

  it("is put back, and the devices of the one before are all there again", async () => {
    expect((await handIn(yard("Four Yards", 4))).status).toBe(200);
    await untilIs("yard");
    const put = await fetch(`${base()}${path}`, { method: "DELETE", headers: asAdministrator() });
    expect(put.status).toBe(200);
    expect(await untilIs("demo")).toMatchObject({ counts: { devices: 1 } });
    const again = await fetch(`${base()}${path}`, { method: "DELETE", headers: asAdministrator() });
    expect(again.status).toBe(404);
    expect(await ask(path)).toMatchObject({ uploaded: null });
  });
});
