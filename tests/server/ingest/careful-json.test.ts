import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeText,
  nestsDeeperThan,
  parseDeviceJson,
  parseJson,
} from "../../../server/ingest/careful-json.ts";

describe("foreign text", () => {
  it("F12 is UTF-8 or nothing, and loses its byte order mark", () => {
    expect(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x35]))).toBe("5");
    expect(decodeText(Buffer.from("星河"))).toBe("星河");
    expect(decodeText(Buffer.from([0xc3, 0x28]))).toBeNull();
    expect(decodeText(Buffer.from([0xed, 0xa0, 0x80]))).toBeNull();
  });
});

describe("foreign JSON", () => {
  it("reads what JSON.parse reads, up to its depth", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(parseJson(JSON.stringify(value), 6)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("measures depth as a parser would, brackets in text aside", () => {
    const depthOf = (value: unknown): number =>
      typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;
    const tricky = fc.jsonValue({ maxDepth: 5, stringUnit: fc.constantFrom("[", "{", '"', "\\", "}", "a") });
    fc.assert(
      fc.property(tricky, fc.nat(6), (value, most) => {
        expect(nestsDeeperThan(JSON.stringify(value), most)).toBe(depthOf(value) > most);
      }),
    );
  });

  it.each([
    "[".repeat(100_000),
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    '{"a":',
    "",
    "\u0000",
    "{'a':1}",
    "NaN",
  ])("F12 answers undefined for text %#", (text) => {
    expect(parseJson(text, 6)).toBeUndefined();
  });
});

describe("JSON of devices", () => {
  /** As Python and others print it: numbers that are none stand bare. */
  const printed = (value: unknown): string => {
    if (typeof value === "number") return String(value);
    if (Array.isArray(value)) return `[${value.map(printed).join(",")}]`;
    if (typeof value === "object" && value !== null)
      return `{${Object.entries(value)
        .map(([key, each]) => `${JSON.stringify(key)}: ${printed(each)}`)
        .join(",")}}`;
    return JSON.stringify(value);
  };
  const named = (value: unknown): unknown => {
    if (typeof value === "number") return Number.isFinite(value) ? value + 0 : String(value);
    if (Array.isArray(value)) return value.map(named);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]));
    return value;
  };

  it("F08 has bare NaN and Infinity by their names, and all else as it is", () => {
    const texts = fc.string({ unit: fc.constantFrom("NaN", "-Infinity", '"', "\\", "a", ",") });
    const leaf = fc.oneof(texts, fc.boolean(), fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity));
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie("node"), { maxLength: 4 }),
        fc.dictionary(
          texts.filter((key) => key !== "__proto__"),
          tie("node"),
          { maxKeys: 4 },
        ),
      ),
    })).node;
    fc.assert(
      fc.property(tree, (value) => {
        expect(parseDeviceJson(printed(value), 8)).toEqual(named(value));
      }),
    );
  });

  it.each(["NaNa", "[1 NaN]", "[NaN", "-", "[Infinity.5]", `[NaN${'"\\"'.repeat(50_000)}`])(
    "refuses %s, which is no JSON for other reasons too",
    (source) => expect(parseDeviceJson(source, 8)).toBeUndefined(),
  );
});
