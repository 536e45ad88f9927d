import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { drillNames } from "../../../models/drill/drill.ts";
import { minutes } from "../../../models/quantity.ts";
import { enter } from "../access/door.ts";
import { openHouse, ownOrigin, type House } from "../open/small-house.ts";

let house: House;
let supervisor: string;
let auditor: string;
const open = async (simulated: boolean): Promise<void> => {
  house = await openHouse({}, {}, simulated);
  supervisor = await enter(house, "supervisor");
  auditor = await enter(house, "auditor");
};
beforeEach(() => open(true));
afterEach(() => house.close());

const ask = (method: "GET" | "POST" | "DELETE", path = "", cookie = supervisor) =>
  house.app.inject({ method, url: `/api/v1/drills${path}`, headers: { origin: ownOrigin, cookie } });
const trail = async (): Promise<{ act: string; who: string; subject: string; detail: object }[]> => {
  const answer = await house.app.inject({ url: "/api/v1/trail", headers: { cookie: auditor } });
  return answer.json<{ entries: { act: string; who: string; subject: string; detail: object }[] }>().entries;
};

describe("drills over HTTP", () => {
  it("tells a supervisor what may be exercised, in both languages, and what runs since when", async () => {
    const before = (await ask("GET")).json<{ drills: { name: string; title: object }[]; running: unknown }>();
    expect(before.drills.map(({ name }) => name)).toEqual(drillNames);
    for (const { title } of before.drills) expect(Object.keys(title)).toEqual(["zh-CN", "en"]);
    expect(before).toMatchObject({ simulated: true, running: null });
    const started = (await ask("POST", "/broker-gone")).json<object>();
    const fromMs = house.clock.now();
    expect(started).toMatchObject({
      running: { drill: "broker-gone", fromMs, untilMs: fromMs + 5 * minutes },
    });
    expect((await ask("POST", "/no-such-drill")).statusCode).toBe(400);
  });

  it.each(["operator", "planner", "administrator", "public"] as const)(
    "DS1 refuses the duty %s, in the trail, and starts nothing",
    async (duty) => {
      const cookie = await enter(house, duty);
      for (const [method, path] of [
        ["GET", ""],
        ["POST", "/kitchen-fire"],
        ["DELETE", "/kitchen-fire"],
      ] as const)
        expect((await ask(method, path, cookie)).statusCode).toBe(403);
      expect(house.played).toEqual([]);
      expect((await ask("POST", "/kitchen-fire", "")).statusCode).toBe(403);
      const refused = (await trail()).filter(({ act }) => act === "duty-refused");
      expect(refused.map(({ subject }) => subject)).toContain("POST /api/v1/drills/kitchen-fire");
    },
  );

  it("DS1 starts nothing where no simulated devices speak", async () => {
    await house.close();
    await open(false);
    const answer = await ask("POST", "/kitchen-fire");
    expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([
      409,
      "no-simulator",
    ]);
    expect(house.played).toEqual([]);
    expect((await trail()).filter(({ act }) => act.startsWith("drill"))).toEqual([]);
  });

  it("DS2 names in the trail who started which and how it ended", async () => {
    await ask("POST", "/kitchen-fire");
    const [started] = await trail();
    expect(started).toMatchObject({ act: "drill-started", subject: "kitchen-fire" });
    expect((await ask("DELETE", "/transformer-trip")).statusCode).toBe(404);
    expect((await ask("DELETE", "/kitchen-fire")).json()).toMatchObject({ running: null });
    expect((await trail())[0]).toEqual(
      expect.objectContaining({
        act: "drill-ended",
        who: started?.who,
        subject: "kitchen-fire",
        detail: { reason: "ended-by-supervisor" },
      }),
    );
    expect(started?.who).not.toBe("");
  });

  it("DS3 lets one run at a time, of two who ask at once too", async () => {
    const answers = await Promise.all([ask("POST", "/kitchen-fire"), ask("POST", "/transformer-trip")]);
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 409]));
    expect(house.played).toHaveLength(1);
    expect((await trail()).filter(({ act }) => act === "drill-started")).toHaveLength(1);
  });

  it("DS4 ends one after its length of community time, and with the server", async () => {
    await ask("POST", "/broker-gone");
    const untilMs = house.drills.running?.untilMs ?? 0;
    house.drills.onTick(untilMs - 1);
    expect(house.drills.running).not.toBeNull();
    house.drills.onTick(untilMs);
    expect([house.drills.running, house.played.at(-1)]).toEqual([null, null]);
    await ask("POST", "/kitchen-fire");
    await house.drills.close();
    expect([house.drills.running, house.played.at(-1)]).toEqual([null, null]);
    const ends = (await trail()).filter(({ act }) => act === "drill-ended");
    expect(ends.map(({ who, detail }) => [who, detail])).toEqual([
      ["server", { reason: "server-ended" }],
      ["server", { reason: "drill-over" }],
    ]);
  });
});
