import { describe, expect, it } from "vitest";
import { text } from "../../../models/language/text.ts";
import { shapeOf } from "../../../server/ingest/tray.ts";
import type { TrayNote } from "../../../server/ingest/tray.ts";
import { t0 } from "../twin/sample-devices.ts";
import { doorBench } from "./door-bench.ts";

const note = (extras: Partial<TrayNote> = {}): TrayNote => ({
  device: "new",
  property: "p",
  why: "unknown-device",
  value: 42,
  topic: "courtyard/demo/new/p",
  atMs: t0,
  nowMs: t0,
  ...extras,
});

describe("the shape of a value", () => {
  it.each([
    [42, "number"],
    [true, "boolean"],
    [null, "null"],
    ["secret", "text of 6"],
    [[1, 2], "list of 2"],
    [
      { plate: "A 12345", n: 7, deep: { deeper: { deepest: 1 } } },
      "{ plate: text of 7, n: number, deep: { deeper: object of 1 } }",
    ],
    [undefined, "undefined"],
  ])("DU7 masks %j", (value, shape) => {
    expect(shapeOf(value)).toBe(shape);
  });

  it("stays short for an object of many members", () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, k) => [`k${k}`, k]));
    expect(shapeOf(many).length).toBeLessThan(300);
  });
});

describe("the tray", () => {
  it("F10 remembers a device once, with what it said last, and keeps everything it said", () => {
    const { tray, kept } = doorBench();
    tray.note(note());
    tray.note(note({ property: "q", value: "hello", nowMs: t0 + 5 }));
    tray.note(note({ value: false, nowMs: t0 + 9, topic: "elsewhere" }));
    expect(kept.map(({ note: each, shape }) => [each.value, shape])).toEqual([
      [42, "number"],
      ["hello", "text of 5"],
      [false, "boolean"],
    ]);
    expect(tray.list()).toEqual([
      {
        device: "new",
        topic: "elsewhere",
        why: "unknown-device",
        firstMs: t0,
        lastMs: t0 + 9,
        count: 3,
        described: false,
        problem: null,
        properties: [
          { property: "p", shape: "boolean", lastMs: t0 + 9, count: 2 },
          { property: "q", shape: "text of 5", lastMs: t0 + 5, count: 1 },
        ],
      },
    ]);
  });

  it("DU7 never lists a value", () => {
    const { tray } = doorBench();
    tray.note(note({ value: { owner: "Zhang San", phone: 13_800_000_000 } }));
    expect(JSON.stringify(tray.list())).not.toMatch(/Zhang|13800000000/);
  });

  it("says whether a device described itself, and what is wrong with that", () => {
    const { tray } = doorBench();
    const problem = text("错", "wrong");
    tray.note(note({ property: null, why: "unclear-description", problem }));
    expect(tray.list()[0]).toMatchObject({ described: true, problem, properties: [] });
    tray.leave("new", [{ property: "", lastMs: t0 - 1 }]);
    expect(tray.list()[0]).toMatchObject({ described: true });
    tray.leave("new", [{ property: "", lastMs: t0 }]);
    expect(tray.size).toBe(0);
  });

  it("is never larger than its limits; whoever was silent for longest makes room", () => {
    const { tray, counters } = doorBench();
    for (let k = 0; k < 50; k++) tray.note(note({ device: `d${k}` }));
    tray.note(note({ device: "d0" }));
    tray.note(note({ device: "one more" }));
    expect(tray.size).toBe(50);
    const names = tray.list().map(({ device }) => device);
    expect([names[0], names[1], names.includes("d1")]).toEqual(["one more", "d0", false]);
    for (let k = 0; k < 10; k++) tray.note(note({ device: "d0", property: `p${k}` }));
    expect(tray.list()[0]?.properties.length).toBe(4);
    expect(counters["tray-evicted"]).toBe(1 + 7);
  });
});
