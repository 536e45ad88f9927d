import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceId, propertyId } from "../../../models/ids.ts";
import { formatTopic, parseTopic } from "../../../server/ingest/topics.ts";
import type { Topic } from "../../../server/ingest/topics.ts";
import { community } from "./door-bench.ts";

const word = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .filter((text) => !/[/+#\p{Cc}\p{Cs}\uFFFD]/u.test(text) && !text.startsWith("$") && text.trim() === text);
const topic: fc.Arbitrary<Topic> = fc
  .tuple(word, word, fc.constantFrom("reading", "readings", "describe", "state", "set"))
  .map(([device, property, about]) => {
    const named = { about, device: deviceId(device) };
    return (
      about === "reading" || about === "set" ? { ...named, property: propertyId(property) } : named
    ) as Topic;
  });

describe("native topics", () => {
  it("are read back as they were written", () => {
    fc.assert(
      fc.property(topic, (each) => {
        expect(parseTopic(community, formatTopic(community, each))).toEqual(each);
      }),
    );
  });

  it("are written back as they were read, and never read wrongly", () => {
    const part = fc.oneof(
      word,
      fc.constantFrom("courtyard", "demo", "$describe", "$state", "set", "", "+", "#", " x"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const parsed = parseTopic(community, parts.join("/"));
        if (parsed) expect(formatTopic(community, parsed)).toBe(parts.join("/"));
      }),
    );
  });

  it.each([
    "",
    "courtyard",
    "courtyard/demo",
    "courtyard/demo/",
    "courtyard/other/s1/temperature",
    "Courtyard/demo/s1/temperature",
    "courtyard/demo/s1/",
    "courtyard/demo/s1/temperature/get",
    "courtyard/demo/s1/$describe/set",
    "courtyard/demo/s1/temperature/set/more",
    "courtyard/demo/$SYS/x",
    "courtyard/demo/s+/x",
    "courtyard/demo/s\u0000/x",
    "courtyard/demo/\uFFFD/x",
    "courtyard/demo/\uD800/x",
    `courtyard/demo/${"x".repeat(129)}/x`,
    "/courtyard/demo/s1/x",
  ])("refuse %j", (text) => {
    expect(parseTopic(community, text)).toBeNull();
  });
});
