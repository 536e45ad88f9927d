import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RuleOverride } from "../../../models/alarm/rules/overrides.ts";
import { duties, type Duty } from "../../../models/duty/duty.ts";
import { deviceId, limitId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { hours } from "../../../models/quantity.ts";
import { enter, home } from "../access/door.ts";
import { openHouse, type House } from "./small-house.ts";

interface Asked {
  readonly channel: string;
  readonly device: string;
  readonly properties: readonly string[];
  readonly fromMs: number;
  readonly untilMs: number;
}

let house: House;
let asked: Asked[];
/** What a trace waits for, where a test wants it to wait. */
let gate: Promise<void>;
beforeEach(async () => {
  asked = [];
  gate = Promise.resolve();
  house = await openHouse({}, {}, false, {
    async trace(channel, { device, properties }, fromMs, untilMs, told) {
      asked.push({ channel, device, properties, fromMs, untilMs });
      await gate;
      for (const k of properties.keys()) told(k, 20 + k, untilMs - 1 * hours);
    },
  });
});
afterEach(() => house.close());

const get = async (duty: Duty | "nobody", path: string) =>
  house.app.inject({
    url: `/api/v1/${path}`,
    headers: duty === "nobody" ? {} : { cookie: await enter(house, duty) },
  });
const trail = async () => (await house.audit.read(null, 100)).filter(({ act }) => act === "personal-read");

describe("the limits of a device", () => {
  const overload: RuleOverride = {
    limit: limitId("water_pump.low"),
    at: { device: "pump-1" },
    set: { value: 0.3, response: { meaning: text("本地", "Here"), steps: [text("一", "one")] } },
    reason: "a tower on a hill",
    who: "Li Na",
    atMs: 5,
  };

  it("are told as they are in force, with who said so, why and when, and the response", async () => {
    house.limits.replace([overload]);
    const { device, limits } = (await get("operator", "devices/pump-1/limits")).json();
    expect(device).toBe("pump-1");
    const told = limits.find(({ limit }: { limit: { id: string } }) => limit.id === overload.limit);
    expect(told).toMatchObject({
      limit: { condition: { when: "below", value: 0.3 } },
      ...{ enabled: true, isOverridden: true, overrides: [overload] },
      response: { meaning: { en: "Here" }, contacts: [{ party: "PM-ENG" }, { party: "PM-CS" }] },
    });
    for (const each of limits) expect(each.response.steps.length).toBeGreaterThan(0);
  });

  it("are there for whoever may see the device, and for nobody else", async () => {
    for (const duty of [...duties, "nobody"] as const) {
      const staff = duty === "operator" || duty === "supervisor" || duty === "wall";
      const status = async (name: string) => (await get(duty, `devices/${name}/limits`)).statusCode;
      expect(await status("env-1"), duty).toBe(200);
      expect(await status("pump-1"), duty).toBe(staff ? 200 : 404);
      expect(await status("meter-own"), duty).toBe(duty === "resident" ? 200 : 404);
      expect(await status("meter-other"), duty).toBe(404);
      expect(await status("nobody-1"), duty).toBe(404);
      expect(await status("%2B%2F"), duty).toBe(404);
    }
  });

  it("tell others that something is otherwise, not who said so", async () => {
    house.limits.replace([
      { ...overload, limit: limitId("env_station.hot"), at: { community: true }, set: { value: 36 } },
    ]);
    const { limits } = (await get("nobody", "devices/env-1/limits")).json();
    const told = limits.find(({ limit }: { limit: { id: string } }) => limit.id === "env_station.hot");
    expect(told).toMatchObject({ isOverridden: true, overrides: [], limit: { condition: { value: 36 } } });
  });
});

describe("the past of a point", () => {
  it("is of the last hour in as many buckets as asked for", async () => {
    const { points } = (await get("operator", "points/pump-1/outletPressure/past?buckets=30")).json();
    expect(asked).toEqual([
      {
        ...{ channel: "staff", device: "pump-1", properties: ["outletPressure"] },
        ...{ fromMs: house.clock.nowMs - 1 * hours, untilMs: house.clock.nowMs },
      },
    ]);
    expect(points[0].property).toBe("outletPressure");
    expect(points[0].trend.buckets).toHaveLength(30);
    expect(points[0].trend.buckets[0]).toEqual({ min: 20, max: 20, mean: 20, last: 20, known: 1 });
  });

  it("of all numbers of a device is read once for each channel", async () => {
    const { points } = (await get("operator", "devices/pump-1/past")).json();
    expect(asked).toHaveLength(1);
    expect(points.length).toBeGreaterThan(2);
    expect(points.map(({ property }: { property: string }) => property)).toContain("inletPressure");
  });

  it("is told by the law of the present: of a home to the home alone, and the trail says so before", async () => {
    for (const duty of ["nobody", "planner", "operator", "administrator"] as const)
      expect((await get(duty, "points/meter-own/power/past")).statusCode).toBe(404);
    expect((await get("nobody", "points/pump-1/outletPressure/past")).statusCode).toBe(404);
    expect((await get("resident", "points/meter-other/power/past")).statusCode).toBe(404);
    expect(asked).toEqual([]);
    expect((await get("resident", "points/meter-own/power/past")).statusCode).toBe(200);
    expect(asked).toMatchObject([{ channel: `own:${home}` }]);
    expect(await trail()).toMatchObject([{ subject: home }]);
  });

  it("is refused with a sentence where it is no past or too much of it", async () => {
    const refused = async (query: string) =>
      (await get("nobody", `points/env-1/temperature/past?${query}`)).json();
    const at = (ms: number) => new Date(house.clock.nowMs + ms).toISOString();
    for (const query of [
      "buckets=0",
      "buckets=241",
      `from=${at(-25 * hours)}`,
      `from=${at(1 * hours)}`,
      `from=${at(-1000)}&until=${at(-2000)}`,
      "from=yesterday",
    ])
      expect(await refused(query), query).toMatchObject({ error: { code: "bad-request" } });
    expect((await get("nobody", "points/env-1/none/past")).statusCode).toBe(404);
    expect(asked).toEqual([]);
  });

  it("asks the others to come again while many wait", async () => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => {
      open = resolve;
    });
    const waiting = Array.from({ length: 9 }, () => get("nobody", "points/env-1/temperature/past"));
    const turnedAway = await Promise.any(waiting.map(async (each) => (await each).statusCode));
    expect(turnedAway).toBe(429);
    open();
    const codes = (await Promise.all(waiting)).map(({ statusCode }) => statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(8);
    expect(asked).toHaveLength(8);
  });
});

describe("the last messages of a device", () => {
  const say = (message: unknown) =>
    house.messages.heard(deviceId("smoke-own"), "courtyard/small/smoke-own", JSON.stringify(message));
  const told = async (duty: Duty | "nobody", name = "smoke-own") => get(duty, `devices/${name}/messages`);

  it("are for those who answer alarms, from the first look on, without the values that are a home's", async () => {
    say({ smoke: 1, temperature: 21.5 });
    expect((await told("operator")).json()).toMatchObject({ messages: [] });
    say({ smoke: 0, temperature: 22 });
    const { messages } = (await told("operator")).json();
    expect(messages).toHaveLength(1);
    expect(JSON.parse(messages[0].payload)).toEqual({ smoke: 0, temperature: "•••" });
    for (const duty of ["nobody", "wall", "resident", "planner", "administrator"] as const)
      expect((await told(duty)).statusCode, duty).toBe(403);
    for (const name of ["meter-own", "nobody-1"]) expect((await told("operator", name)).statusCode).toBe(404);
  });
});
