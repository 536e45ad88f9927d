import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { overrideKey, type AskedOverride } from "../../../models/alarm/rules/override-file.ts";
import { LimitBook } from "../../../models/alarm/rules/limit-book.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { communityId, deviceId, kindId, pointId, propertyId, sessionId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { RuleDesk } from "../../../server/rule-desk/rule-desk.ts";
import { Twin } from "../../../server/twin/twin.ts";
import { enter, openDoor, type Door } from "../access/door.ts";
import { openHouse, ownOrigin, type House } from "../open/small-house.ts";

const li = { session: sessionId("0123456789abcdef"), name: "Li Na" };
const low = (value: number, at: AskedOverride["at"] = { community: true }): AskedOverride => ({
  limit: "water_pump.low",
  at,
  set: { value },
  reason: "a tower on a hill",
});

describe("the rule desk", () => {
  let door: Door;
  let applied: readonly unknown[];
  const opened = async (): Promise<RuleDesk> => {
    const desk = new RuleDesk({
      db: door.store.db,
      community: communityId("town"),
      audit: door.audit,
      nowMs: door.clock.now,
      apply: (overrides) => (applied = overrides),
    });
    await desk.load();
    return desk;
  };
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.store.close());

  it("RD2 writes who, when, why and what into trail and history before points are watched by it", async () => {
    const desk = await opened();
    await desk.set(low(0.3), li);
    const [entry] = await door.audit.read(null, 1);
    expect(entry).toMatchObject({
      act: "rule-changed",
      who: li.session,
      subject: "water_pump.low",
      detail: { place: "community", reason: "a tower on a hill", set: '{"value":0.3}' },
    });
    const change = { ...low(0.3), who: "Li Na", atMs: door.clock.nowMs };
    expect([await desk.history(), applied]).toEqual([[change], [change]]);
  });

  it("RD2 what cannot be written down changes nothing, and the next change has its turn", async () => {
    const failing = new RuleDesk({
      db: door.store.db,
      community: communityId("town"),
      audit: { transaction: () => Promise.reject(new Error("disk full")) },
      nowMs: door.clock.now,
      apply: (overrides) => (applied = overrides),
    });
    await failing.load();
    await expect(failing.set(low(0.3), li)).rejects.toThrow("disk full");
    await expect(failing.set(low(0.2), li)).rejects.toThrow("disk full");
    expect([applied, failing.overrides]).toEqual([[], []]);
  });

  it("RD2 the history only grows", async () => {
    await (await opened()).set(low(0.3), li);
    const { db } = door.store;
    await expect(db.deleteFrom("rule_change").execute()).rejects.toThrow("never removed");
    await expect(db.updateTable("rule_change").set({ reason: "x" }).execute()).rejects.toThrow(
      "never changed",
    );
  });

  it("RD3 one word of a rule at a place: another takes its place, and it can be taken away", async () => {
    const desk = await opened();
    await desk.set(low(0.3), li);
    await desk.set(low(0.2), li);
    await desk.set(low(0.1, { building: "B-5" }), li);
    expect(desk.overrides.map(({ set }) => set.value)).toEqual([0.2, 0.1]);
    expect(await desk.remove(low(0), "measured again", li)).toBe(true);
    expect(await desk.remove(low(0), "measured again", li)).toBe(false);
    expect(desk.overrides.map(({ set }) => set.value)).toEqual([0.1]);
    expect((await desk.history()).map(({ reason }) => reason).at(-1)).toBe("measured again");
    expect((await door.audit.read(null, 1))[0]?.act).toBe("rule-restored");
  });

  it("RD4 RD5 whatever is changed, at once or one after the other, a restart finds what held", async () => {
    const place = fc.constantFrom<AskedOverride["at"]>(
      { community: true },
      { building: "B-5" },
      { building: "B-5", storey: 3 },
      { device: "pump-1" },
    );
    const asked = fc.tuple(fc.constantFrom(0.1, 0.2, 0.3), place).map(([value, at]) => low(value, at));
    const step = fc.oneof(
      fc.record({ do: fc.constant("set" as const), asked }),
      fc.record({ do: fc.constant("remove" as const), asked }),
      fc.record({ do: fc.constant("import" as const), all: fc.array(asked, { maxLength: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const desk = await opened();
        await desk.replaceAll([], "begin", li);
        const model = new Map<string, number | undefined>();
        const doing: Promise<unknown>[] = [];
        for (const each of steps) {
          if (each.do === "import") {
            doing.push(desk.replaceAll(each.all, "import", li));
            model.clear();
            for (const one of each.all) model.set(overrideKey(one), one.set.value);
          } else if (each.do === "set") {
            doing.push(desk.set(each.asked, li));
            model.set(overrideKey(each.asked), each.asked.set.value);
          } else {
            doing.push(desk.remove(each.asked, "gone", li));
            model.delete(overrideKey(each.asked));
          }
        }
        await Promise.all(doing);
        const again = await opened();
        for (const one of [desk, again])
          expect(new Map(one.overrides.map((held) => [overrideKey(held), held.set.value]))).toEqual(model);
      }),
      { numRuns: 25 },
    );
  });

  it("RD2 points are watched by it from then on: what was normal alarms, and what alarmed is over", async () => {
    const book = new LimitBook(() => null);
    const kind = catalogue.get(kindId("water_pump"));
    if (kind === undefined) throw new Error("no pumps in the catalogue");
    const twin = new Twin({
      limitsOf: (device, property) => book.limitsOf(device, property),
      localHour: () => 12,
    });
    const rule = kind.limits.find(({ id }) => id === "water_pump.low");
    const { property, onDelayS = 0 } = rule ?? { property: propertyId("none") };
    const place = { building: null, storey: null, dwelling: null, space: null, at: null };
    const nothing = { via: null, fedBy: null, origin: "live" } as const;
    const device = {
      id: deviceId("pump-1"),
      kind: kind.id,
      name: text("泵", "Pump"),
      place,
      party: kind.party,
    };
    twin.addDevice({ ...device, ...nothing, points: kind.points });
    const index = twin.indexOf(pointId(device.id, property));
    if (index === undefined || rule?.condition.when !== "below") throw new Error("no such point");
    const normal = rule.condition.value * 1.5;
    let nowMs = 1_000_000;
    const pass = (): number => {
      for (let n = 0; n < onDelayS + 90; n++) {
        nowMs += 1000;
        twin.report(index, normal, 0, nowMs, nowMs);
        twin.tick(nowMs);
      }
      return twin.openAlerts.size;
    };
    const desk = new RuleDesk({
      db: door.store.db,
      community: communityId("town"),
      audit: door.audit,
      nowMs: () => nowMs,
      apply(overrides) {
        book.replace(overrides);
        twin.rewatch();
      },
    });
    expect(pass()).toBe(0);
    await desk.set({ ...low(normal * 2), at: { device: "pump-1" } }, li);
    expect(pass()).toBe(1);
    await desk.remove({ limit: "water_pump.low", at: { device: "pump-1" } }, "as it was", li);
    expect(pass()).toBe(0);
  });
});

describe("alarm rules over HTTP", () => {
  let house: House;
  let cookie: string;
  beforeEach(async () => {
    house = await openHouse();
    cookie = await enter(house, "supervisor");
  });
  afterEach(() => house.close());
  const path = "/api/v1/alarm-rules/overrides";
  const ask = (method: "GET" | "PUT" | "POST" | "DELETE", url: string, payload?: object, as = cookie) =>
    house.app.inject({
      method,
      url,
      headers: { origin: ownOrigin, cookie: as },
      ...(payload !== undefined && { payload }),
    });
  const removal = (at: object, reason = "as before") =>
    `${path}?${new URLSearchParams({ limit: "water_pump.low", at: JSON.stringify(at), reason }).toString()}`;

  it("RD3 are put, told, taken away, and known to the limits in force", async () => {
    const put = await ask("PUT", path, low(0.3, { device: "pump-1" }));
    expect(put.statusCode).toBe(200);
    const told = (await ask("GET", path)).json<{ overrides: object[] }>();
    expect(told).toMatchObject({ "alarm-rules": 1, overrides: [{ set: { value: 0.3 } }] });
    const inForce = (await ask("GET", "/api/v1/devices/pump-1/limits")).json<object>();
    expect(JSON.stringify(inForce)).toContain("a tower on a hill");
    expect((await ask("DELETE", removal({ device: "pump-1" }))).json()).toEqual({ overrides: [] });
    expect((await ask("DELETE", removal({ device: "pump-1" }))).statusCode).toBe(404);
    const { changes } = (await ask("GET", "/api/v1/alarm-rules/history")).json<{ changes: object[] }>();
    expect(changes).toHaveLength(2);
  });

  it.each(["operator", "administrator", "planner", "wall", "public"] as const)(
    "RD1 are not for the duty %s",
    async (duty) => {
      const as = await enter(house, duty);
      const file = { "alarm-rules": 1, overrides: [] };
      const answers = await Promise.all([
        ask("GET", path, undefined, as),
        ask("PUT", path, low(0.3), as),
        ask("DELETE", removal({ community: true }), undefined, as),
        ask("POST", `${path}/import`, { file, reason: "x" }, as),
      ]);
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403]);
      expect((await ask("GET", path)).json()).toMatchObject({ overrides: [] });
    },
  );

  it.each<[string, object, RegExp]>([
    ["a rule that is not there", { ...low(1), limit: "no.such" }, /no\.such/],
    ["a number the rule has not", { ...low(1), set: { by: 3 } }, /no such number/],
    ["a building that is not there", low(0.3, { building: "Z-9" }), /no building Z-9/],
    ["a cell that is not there", low(0.3, { gridCell: "G-9" }), /no grid cell G-9/],
    ["a device that is not there", low(0.3, { device: "ghost" }), /no device ghost/],
    ["no reason", { ...low(0.3), reason: "  " }, /reason/],
    ["nothing to be otherwise", { ...low(0.3), set: {} }, /set/],
  ])("RD6 refuses %s with a sentence and its place", async (_what, body, words) => {
    const answer = await ask("PUT", path, body);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(words);
    expect((await ask("GET", path)).json()).toMatchObject({ overrides: [] });
  });

  it("RD5 are exported and imported again; an import with one fault changes nothing", async () => {
    await ask("PUT", path, low(0.3, { device: "pump-1" }));
    await ask("PUT", path, low(0.2));
    const file = (await ask("GET", path)).json<{ overrides: object[] }>();
    await ask("DELETE", removal({ community: true }));
    const faulty = { ...file, overrides: [...file.overrides, { ...low(0.1), limit: "no.such" }] };
    expect((await ask("POST", `${path}/import`, { file: faulty, reason: "back" })).statusCode).toBe(400);
    expect((await ask("GET", path)).json<{ overrides: object[] }>().overrides).toHaveLength(1);
    const back = await ask("POST", `${path}/import`, { file, reason: "back" });
    expect(back.json()).toMatchObject({ changes: 1 });
    const after = (await ask("GET", path)).json<{ overrides: object[] }>().overrides;
    expect(after).toHaveLength(2);
  });
});
