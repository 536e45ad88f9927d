import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mappingJsonSchema,
  readMappingFile,
  type MappingFile,
} from "../../../models/mapping/mapping-file.ts";
import { readyFile } from "../../../models/mapping/ready/ready.ts";
import { projectRoot } from "../../project-root.ts";

const rowOf = (extras: object = {}): unknown => ({
  mapping: 1,
  rows: [
    {
      id: "a",
      source: "zigbee2mqtt",
      match: { device: "x" },
      kind: "k",
      points: [{ from: "/t", property: "t" }],
      ...extras,
    },
  ],
});
const fault = (json: unknown): string => {
  const read = readMappingFile(json);
  return read.ok ? "sound" : `${read.where}: ${read.sentence.en}`;
};

describe("mapping files", () => {
  it("MP7 are refused with the place that is wrong", () => {
    expect(fault(rowOf())).toBe("sound");
    expect(fault({ mapping: 2, rows: [] })).toMatch(/^\$\.mapping: /);
    expect(fault(rowOf({ match: {} }))).toMatch(/^\$\.rows\[0\]\.match: say device, like or has/);
    expect(fault(rowOf({ points: [{ from: "{a", property: "t" }] }))).toMatch(
      /^\$\.rows\[0\]\.points\[0\]\.from: places are written/,
    );
    expect(fault(rowOf({ points: [{ from: "/{n}", property: "t{k}" }] }))).toMatch(/property uses a place/);
    expect(fault(rowOf({ colour: "red" }))).toMatch(/colour: not known here/);
    const twice = { mapping: 1, rows: [...(rowOf() as MappingFile).rows, ...(rowOf() as MappingFile).rows] };
    expect(fault(twice)).toMatch(/two rows are called "a"/);
  });

  it("MP7 are refused in both languages", () => {
    const wrong = [
      { mapping: 2, rows: [] },
      rowOf({ match: {} }),
      rowOf({ points: [{ from: "{a", property: "t" }] }),
      rowOf({ points: [{ from: "/{n}", property: "t{k}" }] }),
      rowOf({ points: [{ from: "/t", property: "t", scale: 0 }] }),
      rowOf({ points: 7 }),
      rowOf({ colour: "red" }),
    ];
    for (const json of wrong) {
      const read = readMappingFile(json);
      if (read.ok) throw new Error("it was read");
      expect(read.sentence["zh-CN"]).toMatch(/\p{Script=Han}/u);
      expect(read.sentence.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it("MP7 never throw, whatever is in them", () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => void readMappingFile(json)));
    const part = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom("above", "{n}", "/a/{n}", "kWh", "public", 0, -1, null),
    );
    const keys = ["id", "source", "match", "kind", "points", "ignore", "at", "name", "party", "via"];
    const row = fc.dictionary(fc.constantFrom(...keys), part);
    fc.assert(fc.property(row, (row) => void readMappingFile({ mapping: 1, rows: [row] })));
    fc.assert(fc.property(row, (extras) => void readMappingFile(rowOf(extras))));
  });

  it("MP7 read the same when written and read again", () => {
    const read = readMappingFile(readyFile);
    if (!read.ok) throw new Error(`${read.where}: ${read.sentence.en}`);
    expect(readMappingFile(JSON.parse(JSON.stringify(read.file)))).toEqual(read);
  });

  it("MP8 have a published schema that is the code's", () => {
    const published: unknown = JSON.parse(
      readFileSync(join(projectRoot, "schemas/mapping.schema.json"), "utf8"),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(mappingJsonSchema())));
  });
});
