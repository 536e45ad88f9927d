import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchLimits, ReadingsBatch } from "../../../../server/ingest/http/readings-batch.ts";
import { sensor, t0 } from "../../twin/sample-devices.ts";
import { doorBench } from "../door-bench.ts";

function openBatch() {
  const bench = doorBench({}, [sensor("s1"), sensor("s2")]);
  const batch = new ReadingsBatch(bench.intake, bench.tap);
  const post = (body: unknown, type = "application/json") =>
    batch.take(
      Buffer.isBuffer(body) ? body : Buffer.from(typeof body === "string" ? body : JSON.stringify(body)),
      type,
    );
  return { ...bench, post };
}

const good = { device: "s1", property: "temperature", value: 20 };

describe("a batch of readings over HTTP", () => {
  it("takes the good ones, counts the late ones, and says what is wrong with each other one", () => {
    const { post, twin } = openBatch();
    const answer = post([
      { ...good, at: t0 },
      { ...good, value: 19, at: t0 - 1_000 },
      { ...good, value: "5" },
      { ...good, value: null },
      { ...good, value: 1e308 },
      { ...good, at: "noon" },
      { ...good, quality: "fine" },
      { ...good, device: "ghost" },
      { ...good, property: "colour" },
      { ...good, device: "a/b" },
      { ...good, device: "\ud800" },
      { ...good, unit: "K" },
      { device: "s1", property: "temperature" },
      7,
      null,
      [good],
      { device: "s2", property: "temperature", value: 22, at: "2026-11-23T07:00:00Z", quality: "good" },
    ]);
    expect(answer).toMatchObject({ accepted: 2, late: 1 });
    if ("refused" in answer) throw new Error("refused");
    expect(answer.rejected.map(({ index, code }) => [index, code])).toEqual([
      [2, "wrong-type"],
      [3, "not-a-number"],
      [4, "out-of-range"],
      [5, "bad-time"],
      [6, "malformed"],
      [7, "unknown-device"],
      [8, "unknown-property"],
      [9, "malformed"],
      [10, "malformed"],
      [11, "malformed"],
      [12, "malformed"],
      [13, "malformed"],
      [14, "malformed"],
      [15, "malformed"],
    ]);
    for (const { sentence } of answer.rejected)
      expect(sentence.en.length * sentence["zh-CN"].length).toBeGreaterThan(0);
    expect([...twin.state.values.slice(0, 2)]).toEqual([20, 22]);
  });

  it("takes lines of JSON, with or without saying so, and one object alone", () => {
    const { post } = openBatch();
    const lines = `${JSON.stringify({ ...good, at: t0 })}\r\n\n{"broken\n${JSON.stringify({ ...good, value: 21, at: t0 + 1 })}\n`;
    const answer = { accepted: 2, late: 0, rejected: [{ index: 1, code: "malformed" }] };
    expect(post(lines, "application/x-ndjson; charset=utf-8")).toMatchObject(answer);
    expect(post(lines.replaceAll("20", "30"), "text/plain")).toMatchObject({ rejected: [{ index: 1 }] });
    expect(post({ ...good, device: "s2" })).toMatchObject({ accepted: 1 });
    expect(post("[]")).toEqual({ accepted: 0, late: 0, rejected: [] });
  });

  it("F08 loses nothing but the reading that is not a number, as NaN stands in what other programs write", () => {
    const { post, twin, counters } = openBatch();
    const body = `[{"device":"s1","property":"temperature","value":NaN},
      {"device":"s1","property":"temperature","value":20},
      {"device":"s2","property":"temperature","value":-Infinity},
      {"device":"s2","property":"temperature","value":1,"at":NaN},
      {"device":"s2","property":"temperature","value":22}]`;
    const answer = {
      accepted: 2,
      late: 0,
      rejected: [
        { index: 0, code: "not-a-number" },
        { index: 2, code: "not-a-number" },
        { index: 3, code: "bad-time" },
      ],
    };
    expect(post(body)).toMatchObject(answer);
    expect(post(body.slice(1, -1).replaceAll("},", "}"), "application/x-ndjson")).toMatchObject({
      accepted: 2,
      rejected: answer.rejected,
    });
    expect(counters["not-a-number"]).toBe(4);
    expect(counters.malformed).toBe(0);
    expect([...twin.state.values.slice(0, 2)]).toEqual([20, 22]);
  });

  it.each([
    ["broken JSON", '[{"device":', "malformed"],
    ["a number", "7", "malformed"],
    ["100,000 brackets", "[".repeat(100_000), "malformed"],
    ["a reading nested too deep", `[[[[[[${JSON.stringify(good)}]]]]]]`, "malformed"],
    ["no UTF-8", Buffer.from([0x5b, 0xff, 0x5d]), "malformed"],
    ["too many readings", `[${"1,".repeat(batchLimits.readings)}1]`, "oversize"],
    ["too many bytes", " ".repeat(batchLimits.bytes + 1), "oversize"],
  ])("F11 F12 refuses a body of %s as a whole", (_what, body, refused) => {
    const { post, counters } = openBatch();
    expect(post(body)).toMatchObject({ refused });
    expect(counters[refused as "malformed"]).toBe(1);
    expect(counters.accepted).toBe(0);
  });

  it("A23 refuses own __proto__ keys and pollutes nothing", () => {
    const { post } = openBatch();
    const answer = post(`[{"device":"s1","property":"temperature","value":1,"__proto__":{"polluted":1}}]`);
    expect(answer).toMatchObject({ accepted: 0, rejected: [{ code: "malformed" }] });
    expect("polluted" in {}).toBe(false);
  });

  it("answers for every reading exactly once, whatever the body", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(good))), (readings) => {
        const answer = openBatch().post(readings);
        if ("refused" in answer) throw new Error("refused");
        expect(answer.accepted + answer.late + answer.rejected.length).toBe(readings.length);
      }),
    );
  });
});
