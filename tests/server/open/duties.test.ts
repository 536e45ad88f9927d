import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { duties, type Duty } from "../../../models/duty/duty.ts";
import { sql } from "kysely";
import { minutes } from "../../../models/quantity.ts";
import { ownChannel } from "../../../models/ids.ts";
import { enter, home } from "../access/door.ts";
import { openHouse, otherHome, ownOrigin, type House } from "./small-house.ts";

type Asker = Duty | "nobody" | "ingest" | "devices" | "read";
const askers: readonly Asker[] = [...duties, "nobody", "ingest", "devices", "read"];
const staff: readonly Asker[] = ["operator", "supervisor"];
/** Who sees what staff see of plant and life safety. */
const seers: readonly Asker[] = [...staff, "wall"];

/** Who is answered; everybody else is refused. */
const routes: readonly { readonly url: string; readonly allowed: readonly Asker[] }[] = [
  { url: "/api/v1/community", allowed: askers },
  { url: "/api/v1/community/model", allowed: askers },
  { url: "/api/v1/community/mesh", allowed: askers },
  { url: "/api/v1/session", allowed: askers },
  { url: "/api/v1/points", allowed: askers },
  { url: "/api/v1/devices/env-1/limits", allowed: askers },
  { url: "/api/v1/devices/env-1/messages", allowed: staff },
  { url: "/api/v1/devices/env-1/past", allowed: askers },
  { url: "/api/v1/points/env-1/temperature/past", allowed: askers },
  { url: "/api/v1/overlays/energy", allowed: askers },
  { url: "/api/v1/overlays/occupancy", allowed: askers },
  { url: "/api/v1/overlays/alerts", allowed: askers },
  { url: "/api/v1/channels/public", allowed: askers },
  { url: "/api/v1/channels/staff", allowed: seers },
  { url: `/api/v1/channels/${encodeURIComponent(ownChannel(home))}`, allowed: ["resident"] },
  { url: `/api/v1/channels/${encodeURIComponent(ownChannel(otherHome))}`, allowed: [] },
  { url: "/api/v1/channels/own:nowhere", allowed: [] },
  { url: "/api/v1/channels/__proto__", allowed: [] },
  { url: "/api/v1/alarm-rules/overrides", allowed: ["supervisor"] },
  { url: "/api/v1/alarm-rules/history", allowed: ["supervisor"] },
  { url: "/api/v1/schemas/alarm-rules", allowed: askers },
  { url: "/api/v1/tray", allowed: ["administrator"] },
  { url: "/api/v1/schemas/mapping", allowed: askers },
  { url: "/api/v1/mapping", allowed: ["administrator"] },
  { url: "/api/v1/mapping/devices", allowed: ["administrator"] },
  { url: "/api/v1/sessions", allowed: ["administrator"] },
  { url: "/api/v1/alarms", allowed: staff },
  { url: "/api/v1/alarms.csv", allowed: staff },
  { url: "/api/v1/alarms/measures", allowed: staff },
  { url: "/api/v1/trail", allowed: ["auditor"] },
  { url: "/api/v1/trail/chain", allowed: ["auditor"] },
];

let house: House;
const headers = new Map<Asker, Record<string, string>>();
beforeAll(async () => {
  house = await openHouse();
  headers.set("nobody", {});
  for (const duty of duties) headers.set(duty, { cookie: await enter(house, duty) });
  for (const use of ["ingest", "devices", "read"] as const)
    headers.set(use, { authorization: `Bearer ${(await house.access.makeToken(use, use, "test")).token}` });
});
afterAll(() => house.close());

const get = (asker: Asker, url: string) => house.app.inject({ url, headers: headers.get(asker) ?? {} });
const sessionOf = async (asker: Asker): Promise<string | null> =>
  (await get(asker, "/api/v1/session")).json().session;
const dutyOf = (asker: Asker): string => (asker === "nobody" ? "public" : asker);
const post = (asker: Asker, url: string, payload: object) =>
  house.app.inject({ method: "POST", url, payload, headers: { origin: ownOrigin, ...headers.get(asker) } });

describe.each(askers)("%s", (asker) => {
  it.each(routes)("asks for $url", async ({ url, allowed }) => {
    const answer = await get(asker, url);
    if (allowed.includes(asker)) expect(answer.statusCode).toBe(200);
    else {
      expect(answer.statusCode).toBe(403);
      expect(answer.json()).toMatchObject({ error: { code: "not-allowed" } });
    }
  });

  it("learns of homes only on staff duty", async () => {
    const model = (await get(asker, "/api/v1/community/model")).body;
    const knows = staff.includes(asker);
    expect(model.includes(home)).toBe(knows);
    expect(JSON.parse(model).buildings[0]).toMatchObject({
      residents: knows ? 25 : null,
      residentsByStorey: [],
    });
  });

  it("DU10 gets the values of its own channels and a count of the others that are no home's", async () => {
    const { points, withheld } = (await get(asker, "/api/v1/points")).json();
    const seen = new Set(points.map(({ device }: { device: string }) => device));
    expect(seen.has("env-1")).toBe(true);
    expect(seen.has("pump-1")).toBe(seers.includes(asker));
    expect(seen.has("meter-own")).toBe(asker === "resident");
    expect(seen.has("meter-other") || seen.has("meter-lost")).toBe(false);
    expect([seen.has("smoke-own"), seen.has("smoke-other")]).toEqual([
      asker === "resident" || seers.includes(asker),
      seers.includes(asker),
    ]);
    const ofNoHome = house.twin.devices.flatMap(({ device }) =>
      device.place.dwelling === null ? device.points : [],
    );
    expect(withheld).toBe(
      seers.includes(asker) ? 0 : ofNoHome.filter(({ visibility }) => visibility === "staff").length,
    );
    expect(JSON.stringify(points)).not.toContain("4321");
  });

  it("gets the form of an aggregate its duty is the audience of", async () => {
    const audience = staff.includes(asker) ? "staff" : asker === "planner" ? "planner" : "public";
    expect((await get(asker, "/api/v1/overlays/energy")).json()).toEqual({ overlay: "energy", audience });
  });

  it("hands in readings only with a token for it", async () => {
    const answer = await post(asker, "/api/v1/readings", []);
    expect(answer.statusCode).toBe(
      asker === "ingest" ? 200 : asker === "devices" || asker === "read" ? 403 : 401,
    );
  });

  it("cannot touch other sessions, unless as administrator", async () => {
    const victim = "0123456789abcdef";
    for (const [url, payload] of [
      [`/api/v1/sessions/${victim}/end`, {}],
      [`/api/v1/sessions/${victim}/duty`, { duty: "operator" }],
    ] as const) {
      const answer = await post(asker, url, payload);
      expect(answer.statusCode).toBe(asker === "administrator" ? 404 : 403);
    }
  });
});

describe("the trail", () => {
  it.each(["planner", "nobody", "read"] as const)(
    "AU13 tells what %s was refused, in full or by number, without what was asked in it",
    async (asker) => {
      house.clock.nowMs += 2 * minutes;
      house.refusals.sumUp();
      await house.refusals.settled();
      const before = (await house.audit.read(null, 1000)).length;
      for (let k = 0; k < 12; k++) await get(asker, "/api/v1/trail?limit=7");
      await get(asker, "/api/v1/points");
      house.clock.nowMs += 2 * minutes;
      house.refusals.sumUp();
      await house.refusals.settled();
      const all = await house.audit.read(null, 1000);
      const entries = all.slice(0, all.length - before);
      const who = (await sessionOf(asker)) ?? (asker === "read" ? "read" : "");
      const full = { act: "duty-refused", who, subject: "GET /api/v1/trail" };
      expect(entries).toMatchObject([
        { act: "refused-more", who, detail: { times: "7", commands: "0", last: "GET /api/v1/trail" } },
        ...Array.from({ length: 5 }, () => full),
      ]);
      expect(entries[1]?.detail).toEqual(asker === "read" ? { use: "read" } : { duty: dutyOf(asker) });
    },
  );

  it.each(askers)("AU11 is gone over for the auditor alone, not for %s", async (asker) => {
    const answer = await post(asker, "/api/v1/trail/check", {});
    expect(answer.statusCode).toBe(asker === "auditor" ? 200 : 403);
    if (asker === "auditor") expect(answer.json()).toMatchObject({ finding: null, anchoredFrom: null });
  });
});

describe("what is of a home", () => {
  it("AU9 is given once the trail tells to whom, and not at all while it cannot", async () => {
    const own = `/api/v1/channels/${encodeURIComponent(ownChannel(home))}`;
    const told = async (): Promise<unknown[]> =>
      (await house.audit.read(null, 500)).filter(({ act }) => act === "personal-read");
    for (const url of ["/api/v1/points", own]) {
      house.clock.nowMs += 61 * minutes;
      const { db } = house.store;
      await sql`create trigger full before insert on trail begin select raise(abort, 'full'); end`.execute(
        db,
      );
      const refused = await get("resident", url);
      expect(refused.statusCode).toBe(503);
      expect(refused.body).not.toContain("1234");
      expect((await get("operator", "/api/v1/points")).statusCode).toBe(200);
      expect((await get("resident", "/api/v1/channels/public")).statusCode).toBe(200);
      await sql`drop trigger full`.execute(db);
      const before = (await told()).length;
      expect((await get("resident", url)).statusCode).toBe(200);
      expect((await get("resident", url)).statusCode).toBe(200);
      const [entry, ...older] = await told();
      expect(older).toHaveLength(before);
      expect(entry).toMatchObject({ subject: home, detail: { purpose: "own-home" } });
    }
  });
});

describe("withheld points", () => {
  const notThere = async (asker: Asker, query: string) => {
    const { clock: _clock, ...nothing } = (await get(asker, "/api/v1/points?device=not-there")).json();
    const { clock: _now, ...answer } = (await get(asker, `/api/v1/points?${query}`)).json();
    expect(answer, `${asker} ${query}`).toEqual(nothing);
  };

  it.each(askers)(
    "DU10 of a home are not there to be asked after by %s, by kind, building or name",
    async (asker) => {
      const meters = asker === "resident" ? [] : ["kind=elec_meter", "kind=elec_meter&building=B-5"];
      for (const query of ["device=meter-other", ...meters]) await notThere(asker, query);
      if (seers.includes(asker)) return;
      const alarms = asker === "resident" ? [] : ["kind=home_smoke", "device=smoke-own"];
      for (const query of ["device=smoke-other", ...alarms]) await notThere(asker, query);
    },
  );

  it.each(askers)("DU10 of a home leave %s no gap between the pages", async (asker) => {
    const passed: number[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const page: { next: number | null } = (
        await get(asker, `/api/v1/points?limit=1&after=${after}`)
      ).json();
      after = page.next;
      if (after !== null) passed.push(after);
    }
    // The stations, the pump (counted only, or seen), and of the homes' devices those that each may see.
    if (seers.includes(asker)) expect(passed).toEqual([1, 2, 3, 4, 5]);
    else expect(passed).toEqual(asker === "resident" ? [1, 3, 4, 5] : [1, 3]);
  });

  it("are answered alike whatever happens in them", async () => {
    const before = (await get("public", "/api/v1/points")).body;
    const index = house.twin.indexOf("meter-other/power" as never) ?? -1;
    house.twin.report(index, 9999, 0, house.clock.nowMs, house.clock.nowMs);
    expect((await get("public", "/api/v1/points")).body).toBe(before);
  });
});
