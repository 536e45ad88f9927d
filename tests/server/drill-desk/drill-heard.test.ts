import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyone, type Authority } from "../../../models/duty/duty.ts";
import { deviceId } from "../../../models/ids.ts";
import { enterBy, ServerProcess } from "../compose/server-process.ts";
import { Spectator } from "../../faults/stage/spectator.ts";
import { freePort } from "../../faults/stage/free-port.ts";

const folder = mkdtempSync(join(tmpdir(), "courtyard-drill-"));
const of = (duty: Authority["duty"]): Authority => ({ duty, dwelling: null });
const watching: Spectator[] = [];
let server: ServerProcess;
let cookie: string;
let staff: Spectator;
beforeAll(async () => {
  const args = ["--port", "0", "--mqtt-port", String(await freePort()), "--data", join(folder, "data")];
  const small = ["--scale", "0.01", "--rates", "real", "--rate", "60", "--start-at", "2026-11-24T19:40"];
  server = await new ServerProcess([...args, ...small]).ready();
  cookie = await enterBy(server.link("supervisor"));
  staff = new Spectator(server.base, of("supervisor"), cookie);
  watching.push(staff);
});
afterAll(async () => {
  for (const each of watching) each.close();
  await server?.end("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

const soon = { timeout: 60_000, interval: 200 };
const ask = (method: "POST" | "DELETE", name: string): Promise<Response> =>
  fetch(`${server.base}/api/v1/drills/${name}`, { method, headers: { cookie, origin: server.base } });
const open = () =>
  staff.replica.alerts
    .get()
    .filter(({ untilMs }) => untilMs === null)
    .map(({ device, limit, priority }) => `${priority} ${limit} ${device}`);

describe("a drill, from a supervisor's wish to the alarm", () => {
  it("DS3 brings the confirmed fire of A-3 to the desk, and its badge to everybody", async () => {
    const anybody = new Spectator(server.base, anyone, "");
    watching.push(anybody);
    const kitchen = deviceId("XH-A-3-U1-F21-R2102-smoke-01");
    await expect.poll(() => staff.replica.deviceOf(kitchen) !== undefined, soon).toBe(true);
    expect((await ask("POST", "kitchen-fire")).status).toBe(200);
    await expect.poll(open, soon).toContain("P1 smoke_detector.confirmed XH-A-3-U1-F21-smoke-01");
    expect(open()).toContain(`P2 home_smoke.smoke ${kitchen}`);
    expect(anybody.link.welcome.get()).toMatchObject({ badges: ["DEMO", "DRILL"], drill: "kitchen-fire" });
    expect((await ask("DELETE", "kitchen-fire")).status).toBe(200);
    await expect.poll(open, soon).not.toContain("P1 smoke_detector.confirmed XH-A-3-U1-F21-smoke-01");
    expect(anybody.link.welcome.get()).toMatchObject({ badges: ["DEMO"], drill: null });
  });
});
