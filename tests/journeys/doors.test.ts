import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { JsonReading } from "../../models/stream/messages.ts";
import { projectRoot } from "../project-root.ts";
import { startCourtyard, type Courtyard } from "./courtyard.ts";
import { slowly } from "./desk-signs.ts";
import { anonymousClient, communityOf, pointsOf, signIn } from "./point-reader.ts";

const device = "XH-B-1-roof-tank";
const hasMosquitto = spawnSync("mosquitto_pub", ["--help"]).error === undefined;

describe("the doors of a whole server", { timeout: 120_000 }, () => {
  let courtyard: Courtyard;
  let cookie: string;
  const level = async () =>
    (await pointsOf(courtyard.url, cookie, `device=${device}`)).find(({ property }) => property === "level");

  beforeAll(async () => {
    courtyard = await startCourtyard({ args: ["--scale", "0.02"] });
    cookie = await signIn(courtyard.links.operator);
    await vi.waitUntil(level, slowly);
  });
  afterAll(() => courtyard?.close());

  it("ST13 give a stock Socket.IO client readings in JSON", async () => {
    const socket = io(`${courtyard.url}/twin`, {
      transports: ["websocket"],
      extraHeaders: { cookie, origin: courtyard.url },
    });
    const readings = await new Promise<readonly JsonReading[]>((tell, fail) => {
      socket.on("connect_error", fail);
      socket.on("readings", (message: { readings: JsonReading[] }) => {
        if (message.readings.length > 0) tell(message.readings);
      });
    });
    socket.disconnect();
    expect(readings[0]).toEqual({
      device: expect.stringMatching(/^XH-/),
      property: expect.any(String),
      value: expect.anything(),
      quality: expect.any(String),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });

  it("let a nameless MQTT client subscribe to nothing", async () => {
    const client = await anonymousClient(courtyard.mqttPort);
    for (const topic of ["#", "courtyard/#", "$SYS/#", `courtyard/+/${device}/level`]) {
      const granted = await client.subscribeAsync(topic).then(
        (grants) => grants.map(({ qos }) => qos),
        () => [128],
      );
      expect(granted).toEqual([128]);
    }
    await client.endAsync(true);
  });

  it.skipIf(!hasMosquitto)("take what mosquitto_pub (where it is installed) says of a device", async () => {
    const { id } = await communityOf(courtyard.url);
    const topic = `courtyard/${id}/${device}/level`;
    const told = ["-p", String(courtyard.mqttPort), "-t", topic, "-m", "1.57"];
    expect(spawnSync("mosquitto_pub", told).status).toBe(0);
    await expect.poll(async () => (await level())?.value, slowly).toBeCloseTo(1.57, 5);
  });

  it("open by a link of `npm run link`", async () => {
    const args = ["run", "--silent", "link", "--", "planner", "--data", courtyard.dataFolder];
    const { stdout } = await promisify(execFile)("npm", args, { cwd: projectRoot });
    expect(await signIn(stdout.trim())).toContain("=");
  });

  it("close on SIGTERM, and open again with the last values, aged", async () => {
    const { dataFolder, port } = {
      dataFolder: courtyard.dataFolder,
      port: Number(new URL(courtyard.url).port),
    };
    await expect
      .poll(async () => (await level())?.quality, { ...slowly, timeout: 100_000 })
      .not.toBe("missing");
    expect(await courtyard.end("SIGTERM")).toBe(0);
    courtyard = await startCourtyard({ dataFolder, port, args: ["--simulator", "off"] });
    const again = await level();
    expect(again?.value).toEqual(expect.any(Number));
    expect(again?.quality).not.toBe("good");
    expect(again?.ageS).toBeGreaterThan(0);
  });
});
