import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mappingJsonSchema } from "../../../models/mapping/mapping-file.ts";
import { enter } from "../access/door.ts";
import { openHouse, ownOrigin, type House } from "./small-house.ts";

let house: House;
let administrator: string;
let auditor: string;
beforeAll(async () => {
  house = await openHouse();
  administrator = await enter(house, "administrator");
  auditor = await enter(house, "auditor");
  house.say("zigbee2mqtt/Cellar", { temperature: 12.5, humidity: 80, linkquality: 3 });
});
afterAll(() => house.close());

const device = "zigbee2mqtt:Cellar";
const get = (url: string) => house.app.inject({ url: `/api/v1${url}`, headers: { cookie: administrator } });
const post = (url: string, payload: object, headers: object = {}) =>
  house.app.inject({
    method: "POST",
    url: `/api/v1/mapping${url}`,
    payload,
    headers: { origin: ownOrigin, cookie: administrator, ...headers },
  });
const row = (extras: object = {}) => ({
  id: "cellar",
  source: "zigbee2mqtt",
  match: { device: "Cellar" },
  kind: "cellar_sensor",
  points: [{ from: "/temperature", property: "temperature", unit: "°C", visibility: "public" }],
  ...extras,
});
const trail = async (): Promise<object[]> => {
  const answer = await house.app.inject({ url: "/api/v1/trail", headers: { cookie: auditor } });
  return answer.json<{ entries: object[] }>().entries;
};

describe("mapping over HTTP", () => {
  it("MP8 serves the schema that is the code's", async () => {
    const answer = await house.app.inject({ url: "/api/v1/schemas/mapping" });
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())));
  });

  it("offers a row to begin with, tries it, keeps it, and knows the device from then on", async () => {
    expect((await get("/mapping/devices")).json()).toMatchObject({
      devices: [{ id: device, row: null, values: 3 }],
    });
    const draft = (await get(`/mapping/draft?device=${encodeURIComponent(device)}`)).json<{ row: object }>();
    expect(draft.row).toMatchObject({ kind: "room_temp", match: { device: "Cellar" } });
    const tried = await post("/preview", { device, row: draft.row });
    expect(tried.json()).toMatchObject({
      ok: true,
      device: { kind: "room_temp", points: [{ property: "temperature" }, { property: "humidity" }] },
    });
    expect(tried.body).not.toContain("12.5");
    expect((await post("/rows", { row: row() })).json()).toEqual({ saved: "cellar" });
    expect((await get("/mapping/devices")).json()).toMatchObject({
      devices: [{ id: device, row: "cellar", kind: "cellar_sensor" }],
    });
    expect((await trail())[0]).toMatchObject({
      act: "mapping-saved",
      subject: "cellar",
      detail: { kind: "cellar_sensor", classes: "temperature: public" },
    });
  });

  it("MP13 keeps a row whose values do not fit only when somebody confirms it", async () => {
    const unfit = row({
      points: [{ from: "/temperature", property: "temperature", type: "boolean" }],
    });
    const refused = await post("/rows", { row: unfit });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toMatch(/the last values of \/temperature do not fit their points/);
    expect(refused.body).not.toContain("12.5");
    expect((await post("/rows", { row: unfit, confirmed: true })).json()).toEqual({ saved: "cellar" });
    expect((await post("/rows", { row: row() })).json()).toEqual({ saved: "cellar" });
  });

  it("gives out the file and takes it back, row by row", async () => {
    await post("/rows", { row: row() });
    const file = (await get("/mapping")).json<{ rows: object[] }>();
    expect(file).toEqual({ mapping: 1, rows: [row()] });
    const more = { ...file, rows: [...file.rows, row({ id: "attic", match: { device: "Attic" } })] };
    expect((await post("/import", more)).json()).toEqual({ rows: 2 });
    expect((await trail())[0]).toMatchObject({ act: "mapping-imported", detail: { rows: "2" } });
    expect((await post("/rows/remove", { id: "attic" })).json()).toEqual({ removed: "attic" });
    expect((await get("/mapping")).json()).toEqual(file);
    expect((await post("/rows/remove", { id: "attic" })).statusCode).toBe(404);
  });

  it.each([
    ["a row that is none", "/rows", { row: { id: "x" } }, 400, /source/],
    [
      "a building that is not here",
      "/rows",
      { row: row({ at: { building: "B-99" } }) },
      400,
      /no building B-99/,
    ],
    [
      "a home of another building",
      "/rows",
      { row: row({ at: { dwelling: "B-9-1" } }) },
      400,
      /no dwelling B-9-1/,
    ],
    [
      "a storey the building does not have",
      "/rows",
      { row: row({ at: { building: "B-5", storey: 99 } }) },
      400,
      /B-5 has no storey 99: it has 18/,
    ],
    ["a storey below all", "/preview", { device, row: row({ at: { storey: -17 } }) }, 400, /no storey -17/],
    [
      "a position far away, in a file too",
      "/import",
      { mapping: 1, rows: [row({ at: { position: [99999, 0, 0] } })] },
      400,
      /99999, 0, 0 m\) lies far outside/,
    ],
    ["a file that is none", "/import", { mapping: 1, rows: [row(), row()] }, 400, /two rows are called/],
    ["a device nobody heard of", "/preview", { device: "nobody", row: row() }, 404, /no such device/],
    ["a row too large", "/rows", { row: row({ id: "x".repeat(300_000) }) }, 413, /Too large/],
  ])("refuses %s, in a sentence", async (_what, url, body, status, sentence) => {
    const answer = await post(url, body);
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toMatch(sentence);
  });

  it("changes nothing for a foreign page, nor for anybody but an administrator", async () => {
    const before = (await get("/mapping")).body;
    expect(
      (await post("/rows", { row: row({ id: "y" }) }, { origin: "https://elsewhere.example" })).statusCode,
    ).toBe(403);
    for (const duty of ["operator", "supervisor", "planner", "presenter", "auditor", "resident"] as const) {
      const cookie = await enter(house, duty);
      for (const url of ["/rows", "/rows/remove", "/import", "/preview"])
        expect((await post(url, { row: row() }, { cookie })).statusCode, `${duty} ${url}`).toBe(403);
    }
    expect((await get("/mapping")).body).toBe(before);
  });
});
