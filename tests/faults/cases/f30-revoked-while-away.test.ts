import { expect } from "vitest";
import type { Duty } from "../../../models/duty/duty.ts";
import { faultCase } from "../fault-case.ts";
import { joinDevices, pump, station } from "../stage/devices.ts";
import type { Server } from "../stage/server.ts";
import { until } from "../stage/waiting.ts";

async function sessionOf(server: Server, cookie: string): Promise<string> {
  return ((await server.get("/api/v1/session", cookie)) as { session: string }).session;
}

/** What an administrator does to somebody's session. */
async function post(server: Server, path: string, body: object): Promise<void> {
  const cookie = await server.enter("administrator");
  const headers = { cookie, origin: server.base, "content-type": "application/json" };
  const asked = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await fetch(`${server.base}/api/v1/sessions/${path}`, asked);
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
}

faultCase({
  number: "F30",
  sentence:
    "a duty is reduced or ended while its person is away (A2, A3): what they come back to is all they get",
  quick: { duties: ["planner"] as readonly Duty[] },
  long: { duties: ["planner", "presenter", "public", "auditor", "administrator"] as readonly Duty[] },
  async act(stage, { duties }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await devices.describe("station-1", station);
    await devices.describe("pump-1", pump);
    const proxy = await stage.proxy(server.base);
    const through = `http://127.0.0.1:${proxy.port}`;
    for (const [n, duty] of duties.entries()) {
      const reduced = await stage.watch("operator", { through });
      const ended = await stage.watch("operator", { through });
      await until("both are live", () => reduced.isLive && ended.isLive);
      proxy.fallSilent();
      await post(server, `${await sessionOf(server, reduced.cookie)}/duty`, { duty });
      await post(server, `${await sessionOf(server, ended.cookie)}/end`, {});
      // From now on this is told to those alone who are still operators.
      const secret = `Secret pump ${n}`;
      stage.secret(secret, "operator");
      for (const person of [reduced, ended]) person.transcript.authority = { duty, dwelling: null };
      await devices.describe(`secret-${n}`, { ...pump, name: { en: secret } });
      await devices.read(`secret-${n}`, "outletPressure", 0.3, Date.now());
      proxy.heal();
      await until("the one sees less", () => reduced.link.welcome.get()?.duty === duty && reduced.isLive);
      await until("the other is nobody", () => {
        const welcome = ended.link.welcome.get();
        return ended.link.state.get().state === "refused" || welcome?.duty === "public";
      });
      ended.transcript.authority = { duty: "public", dwelling: null };
      expect(reduced.replica.devices.get().map(({ device }) => device.id)).not.toContain(`secret-${n}`);
    }
  },
});
