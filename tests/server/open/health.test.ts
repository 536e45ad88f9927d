import { afterEach, describe, expect, it } from "vitest";
import { text } from "../../../models/language/text.ts";
import { Problems } from "../../../server/open/problems.ts";
import { enter } from "../access/door.ts";
import { quietFigures } from "./quiet-figures.ts";
import { openHouse, type House } from "./small-house.ts";

let house: House;
afterEach(() => house?.close());
const away = { remoteAddress: "192.0.2.1" };
const full = { address: "store", id: "full", sentence: text("磁盘已满。", "The disk is full.") };

describe("health", () => {
  it("is ok, degraded or failing for anybody, with 503 when failing", async () => {
    house = await openHouse();
    const ask = async () => {
      const answer = await house.app.inject({ url: "/health", ...away });
      return [answer.statusCode, answer.json().status, answer.json().problems];
    };
    expect(await ask()).toEqual([200, "ok", undefined]);
    house.problems.raise(full);
    expect(await ask()).toEqual([200, "degraded", undefined]);
    house.problems.raise({ ...full, id: "gone", gravity: "failing" });
    expect(await ask()).toEqual([503, "failing", undefined]);
    house.problems.end("store", "gone");
    house.problems.end("store", "full");
    expect(await ask()).toEqual([200, "ok", undefined]);
  });

  it("tells its problems and figures to this machine, a reading program and whoever may mend them", async () => {
    house = await openHouse();
    house.problems.raise(full);
    const read = `Bearer ${(await house.access.makeToken("read", "watcher", "test")).token}`;
    const ingest = `Bearer ${(await house.access.makeToken("ingest", "gateway", "test")).token}`;
    const told = async (headers: Record<string, string>, from = {}): Promise<boolean> => {
      const health = await house.app.inject({ url: "/health", headers, ...from });
      const metrics = await house.app.inject({ url: "/metrics", headers, ...from });
      const both = [health.json().problems !== undefined, metrics.statusCode === 200];
      return both[0] === both[1] ? (both[0] as boolean) : Promise.reject(new Error(String(both)));
    };
    expect(await told({})).toBe(true);
    expect(await told({ authorization: read }, away)).toBe(true);
    expect(await told({ cookie: await enter(house, "operator") }, away)).toBe(true);
    expect(await told({ cookie: await enter(house, "administrator") }, away)).toBe(true);
    expect(await told({}, away)).toBe(false);
    expect(await told({ authorization: ingest }, away)).toBe(false);
    expect(await told({ cookie: await enter(house, "presenter") }, away)).toBe(false);
    expect(await told({ cookie: await enter(house, "auditor") }, away)).toBe(false);
  });

  it("takes no proxy's and no foreign name's word for being this machine", async () => {
    house = await openHouse();
    for (const headers of [
      { "x-forwarded-for": "127.0.0.1" },
      { forwarded: "for=a" },
      { host: "evil.example" },
    ])
      expect((await house.app.inject({ url: "/metrics", headers })).statusCode).toBe(403);
  });

  it("counts by name", async () => {
    house = await openHouse();
    const { body, headers } = await house.app.inject("/metrics");
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toContain('courtyard_readings_total{what="accepted"} 7');
    expect(body).toContain('courtyard_stream_total{what="frames-encoded"} 3');
    expect(body).toContain(`courtyard_points ${house.twin.pointCount}`);
    expect(body).toContain('courtyard_history_bytes{visibility="public"} 77');
    const health = (await house.app.inject("/health")).json();
    expect(health.readings).toEqual({ accepted: 7 });
    expect(health.figures).toEqual(quietFigures);
  });
});

describe("problems", () => {
  it("replace themselves, are logged once when they begin and once when they end", () => {
    const lines: string[] = [];
    let nowMs = 5;
    const problems = new Problems(
      (line) => void lines.push(line),
      () => nowMs,
    );
    problems.raise(full);
    nowMs = 9;
    problems.raise({ ...full, sentence: text("仍满。", "Still full.") });
    expect(problems.list().map(({ sentence }) => sentence.en)).toEqual(["Still full."]);
    expect(problems.list().map(({ sinceMs }) => sinceMs)).toEqual([5]);
    problems.end("store", "full");
    problems.end("store", "full");
    expect(lines).toEqual(["problem store full: The disk is full.", "mended store full"]);
    expect(problems.status).toBe("ok");
  });
});
