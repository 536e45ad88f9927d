import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Alert } from "../../../models/alarm/alert.ts";
import type { PastAlarm, PastPage } from "../../../models/alarm/past.ts";
import type { AlarmRequest } from "../../../models/alarm/request.ts";
import { readDescription } from "../../../models/device/description.ts";
import {
  actionId,
  alarmId,
  alertId,
  deviceId,
  type DwellingId,
  limitId,
  pointId,
  propertyId,
  sessionId,
} from "../../../models/ids.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import { enter, home } from "../access/door.ts";
import { community, openHouse, otherHome, type House } from "./small-house.ts";

let house: House;
let cookie: string;
beforeEach(async () => {
  house = await openHouse();
  cookie = await enter(house, "operator");
  addButton("button-own", home);
  addButton("button-other", otherHome);
});
afterEach(() => house.close());

/** Its call is the home's own, and staff are told of it: somebody has to come. */
function addButton(name: string, dwelling: DwellingId): void {
  const description = { kind: "sos_button", at: { building: community.buildings[0]?.id, dwelling } };
  const read = readDescription(deviceId(name), description, () => null);
  if (!read.ok) throw new Error(read.problem.en);
  house.twin.addDevice(read.device);
}

const get = (path: string) => house.app.inject({ url: `/api/v1/alarms${path}`, headers: { cookie } });
const pageOf = async (query = ""): Promise<PastPage> => (await get(query)).json();
const devicesOf = async (query = ""): Promise<string[]> => namesOf((await pageOf(query)).alarms);
const namesOf = (alarms: readonly PastAlarm[]): string[] => alarms.map(({ alarm }) => alarm.device);
const trail = async () => (await house.audit.read(null, 100)).filter(({ act }) => act === "personal-read");

const limits = {
  pump: ["outletPressure", "water_pump.low"],
  smoke: ["smoke", "home_smoke.smoke"],
  button: ["state", "sos_button.pressed"],
} as const;

function alertOf(name: string): Alert {
  const [property, of] = limits[name.split("-", 1)[0] as keyof typeof limits];
  const device = deviceId(name);
  const point = pointId(device, propertyId(property));
  const limit = limitId(of);
  const fromMs = house.clock.nowMs;
  return {
    ...{ id: alertId(point, limit, fromMs), point, device, limit },
    ...{ priority: "P2", value: 1, fromMs, untilMs: null },
  };
}
const idOf = (name: string) => alarmId(alertOf(name).point, alertOf(name).limit);
function raise(...names: readonly string[]): void {
  for (const name of names) {
    house.clock.nowMs += 1 * minutes;
    house.alarms.take(alertOf(name));
  }
}
function goBack(name: string): void {
  house.clock.nowMs += 1 * minutes;
  house.alarms.take({ ...alertOf(name), untilMs: house.clock.nowMs });
}

async function comeAndGo(name: string): Promise<void> {
  raise(name);
  goBack(name);
  await ask(name, { action: "acknowledge" });
}

async function ask(
  name: string,
  change: Partial<AlarmRequest> & Pick<AlarmRequest, "action">,
): Promise<void> {
  const alarm = idOf(name);
  const version = house.alarms.open.get(alarm)?.version ?? 0;
  const request = { id: actionId(randomUUID()), alarm, version, note: "", ...change } as AlarmRequest;
  const answer = await house.alarms.ask(request, {
    session: sessionId("session-of-Li"),
    authority: { duty: "operator", dwelling: null },
    person: { duty: "operator", name: "Li" },
  });
  expect(answer).toMatchObject({ ok: true, value: { outcome: "done" } });
}

describe("alarms of the past", () => {
  it("AD14 come newest first, over or not, with what and where their device was", async () => {
    raise("pump-1", "smoke-own");
    goBack("pump-1");
    await ask("pump-1", { action: "acknowledge", note: "pump restarted" });
    const { alarms, next } = await pageOf();
    expect(next).toBeNull();
    expect(alarms.map(({ state }) => state)).toEqual(["unacknowledged", "normal"]);
    expect(alarms[1]).toMatchObject({
      alarm: { device: "pump-1", acknowledgement: { by: { name: "Li" }, note: "pump restarted" } },
      about: { kind: "water_pump", place: { building: "B-5" } },
      message: { en: "Supply pressure low" },
    });
  });

  it("AD14 are paged so that each is told once, whatever begins meanwhile", async () => {
    for (let round = 0; round < 7; round++) await comeAndGo("pump-1");
    // Two that began at the same moment.
    house.alarms.take(alertOf("smoke-own"));
    house.alarms.take(alertOf("smoke-other"));
    const ids: string[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const page: PastPage = await pageOf(
        `?limit=2${next === "" ? "" : `&before=${encodeURIComponent(next)}`}`,
      );
      ids.push(...page.alarms.map(({ alarm }) => alarm.id));
      next = page.next;
      await comeAndGo("pump-1");
    }
    expect(ids).toHaveLength(9);
    expect(new Set(ids).size).toBe(9);
  });

  it.each([
    ["state=shelved", ["pump-1"]],
    ["state=unacknowledged,latched", ["smoke-other", "smoke-own"]],
    ["priority=P1", []],
    ["building=B-5", ["smoke-other", "smoke-own", "pump-1"]],
    ["building=B-6", []],
    ["cell=G1", []],
    ["kind=home_smoke", ["smoke-other", "smoke-own"]],
    ["party=PM-ENG", ["pump-1"]],
    ["who=Li", ["smoke-own"]],
    ["words=PAINTERS", ["pump-1"]],
    ["words=烟雾%201202", ["smoke-other"]],
  ])("AD14 are looked for by %s", async (query, expected) => {
    raise("pump-1", "smoke-own", "smoke-other");
    const untilMs = house.clock.nowMs + hours;
    await ask("pump-1", { action: "shelve", reason: "painters here", untilMs, oneShot: false });
    goBack("smoke-own");
    await ask("smoke-own", { action: "acknowledge" });
    expect(await devicesOf(`?${query}`)).toEqual(expected);
  });

  it("AD14 are looked for by time: those of which something lies in between", async () => {
    raise("pump-1");
    goBack("pump-1");
    await ask("pump-1", { action: "acknowledge" });
    const between = new Date(house.clock.nowMs + minutes).toISOString();
    house.clock.nowMs += 1 * hours;
    raise("smoke-own");
    expect(await devicesOf(`?from=${between}`)).toEqual(["smoke-own"]);
    expect(await devicesOf(`?until=${between}`)).toEqual(["pump-1"]);
  });

  it.each(["state=odd", "from=yesterday", "before=nothing", "limit=9999", "colour=red"])(
    "refuse what cannot be read: %s",
    async (query) => {
      const answer = await get(`?${query}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().error.hint).toMatchObject({
        en: expect.stringContaining(query.split("=")[0] ?? ""),
      });
    },
  );

  it("tell the history of one, each transition with when, by whom and which note", async () => {
    raise("pump-1");
    await ask("pump-1", { action: "acknowledge", note: "on my way" });
    goBack("pump-1");
    const path = `/${encodeURIComponent(idOf("pump-1"))}/transitions`;
    const { transitions, alarm } = (await get(path)).json();
    expect(alarm.device).toBe("pump-1");
    expect(transitions).toMatchObject([
      { version: 3, event: { event: "return" }, state: "normal" },
      { version: 2, event: { event: "acknowledge", act: { by: { name: "Li" }, note: "on my way" } } },
      { version: 1, event: { event: "raise" }, state: "unacknowledged", priority: "P2" },
    ]);
    const older = (await get(`${path}?limit=2`)).json();
    expect([older.transitions.length, older.next]).toEqual([2, 2]);
    expect((await get(`${path}?before=2`)).json()).toMatchObject({
      transitions: [{ version: 1 }],
      next: null,
    });
    for (const nobody of ["nothing", "a/b#c"])
      expect((await get(`/${encodeURIComponent(nobody)}/transitions`)).statusCode).toBe(404);
  });

  it("come with their measures", async () => {
    raise("pump-1", "smoke-own");
    const { measures, badges } = (await get("/measures")).json();
    expect(badges).toEqual(["DEMO"]);
    expect(measures).toMatchObject({ position: "desk", announced: 2, days: 0, daysNeeded: 30, load: null });
    expect(measures.judged.standing).toMatchObject({ value: 2, acceptable: 9, verdict: null });
  });
});

describe("alarms of homes", () => {
  it("AD13 are in the trail before they are told, those of points staff see nothing else of", async () => {
    raise("pump-1", "smoke-own", "button-own");
    await devicesOf("?kind=home_smoke");
    expect(await trail()).toEqual([]);
    expect(await devicesOf("?kind=sos_button")).toEqual(["button-own"]);
    await get(`/${encodeURIComponent(idOf("button-own"))}/transitions`);
    const entry = { act: "personal-read", subject: home, detail: { purpose: "alarm" } };
    expect(await trail()).toMatchObject([entry]);
    raise("button-other");
    await get(".csv");
    expect(await trail()).toMatchObject([{ subject: otherHome }, entry]);
  });

  it("AD13 are not told at all while that cannot be written down", async () => {
    raise("pump-1", "button-own");
    await devicesOf("?kind=water_pump");
    await sql`create trigger full before insert on trail begin select raise(abort, 'full'); end`.execute(
      house.store.db,
    );
    const path = `/${encodeURIComponent(idOf("button-own"))}/transitions`;
    for (const each of ["", path, ".csv"]) {
      const answer = await get(each);
      expect(answer.statusCode).toBe(503);
      expect(answer.body).not.toContain("button-own");
    }
    expect(await devicesOf("?kind=water_pump")).toEqual(["pump-1"]);
  });
});

describe("the list for spreadsheets", () => {
  const linesOf = async (query = ""): Promise<string[]> =>
    (await get(`.csv${query}`)).body.trimEnd().split("\r\n");

  it("is in the language asked for, in the community's time, and says that it is a demo", async () => {
    raise("pump-1");
    const [head, line] = await linesOf();
    expect(head?.startsWith("\uFEFF标识,开始,")).toBe(true);
    expect(line?.startsWith("DEMO,2026-11-23 16:01:00,,未确认,P2,供水压力过低,")).toBe(true);
    const [english, same] = await linesOf("?lang=en&kind=water_pump");
    expect(english?.startsWith("\uFEFFBadge,Began,")).toBe(true);
    expect(same).toContain(",unacknowledged,P2,Supply pressure low,");
    expect(await linesOf("?kind=home_smoke")).toHaveLength(1);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])(
    "AD17 has no formula in it where somebody wrote %j",
    async (note) => {
      raise("pump-1");
      await ask("pump-1", { action: "acknowledge", note });
      expect((await get(".csv")).body).toContain(`,"'${note}",`);
    },
  );

  it("AD17 keeps commas, quotes and line breaks of a note within their cell", async () => {
    raise("pump-1");
    await ask("pump-1", { action: "acknowledge", note: 'he said "go",\nthen left' });
    expect((await get(".csv")).body).toContain(',"he said ""go"",\nthen left",');
  });

  it("has every alarm, however many pages that are", async () => {
    for (let round = 0; round < 520; round++) await comeAndGo("pump-1");
    // Hours have gone by.
    cookie = await enter(house, "operator");
    expect(await linesOf()).toHaveLength(521);
  });
});
