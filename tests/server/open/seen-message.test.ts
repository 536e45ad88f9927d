import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seenMessage } from "../../../server/open/seen-message.ts";

const message = (address: string, payload: string) => ({ atMs: 1, address, payload, bytes: payload.length });
const state = { all: false, property: (name: string) => name === "state" };
const seen = (address: string, payload: string) => seenMessage(message(address, payload), state).payload;

describe("a message as somebody may read it", () => {
  it("is whole for who may see every point of its device", () => {
    expect(seenMessage(message("x/y", "7"), { ...state, all: true }).payload).toBe("7");
  });

  it("masks the values of points that are not theirs, and leaves the others", () => {
    expect(seen("courtyard/demo/smoke-1/state", "2")).toBe("2");
    expect(seen("courtyard/demo/smoke-1/temperature", "21.5")).toBe("•••");
    const both = JSON.stringify({ at: "2026-06-01T08:00:00Z", state: 2, temperature: 21.5, unknown: 4 });
    expect(JSON.parse(seen("courtyard/demo/smoke-1", both))).toEqual({
      ...{ at: "2026-06-01T08:00:00Z", state: 2, temperature: "•••", unknown: "•••" },
    });
    expect(seen("courtyard/demo/smoke-1/$state", "online")).toBe("online");
  });

  it("masks what cannot be told apart: foreign shapes, what was cut short, what is no object", () => {
    expect(seen("zigbee2mqtt/smoke", '{"temperature":21.5}')).toBe("•••");
    expect(seen("POST /api/v1/readings", '{"property":"temperature","value":21.5}')).toBe("•••");
    expect(seen("courtyard/demo/smoke-1", "[21.5]")).toBe("•••");
    const cut = { ...message("courtyard/demo/smoke-1", '{"state":2}'), bytes: 9000 };
    expect(seenMessage(cut, state).payload).toBe("•••");
  });

  it("never lets a value through that is not theirs, whatever stands in the message", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.constant("secret")), fc.string(), (members, part) => {
        const { state: _, at: __, ...others } = members;
        expect(
          seen("courtyard/demo/smoke-1", JSON.stringify(others)).replaceAll(/"[^"]*":/g, ""),
        ).not.toContain("secret");
        if (part !== "state" && !part.startsWith("$"))
          expect(seen(`courtyard/demo/smoke-1/${part}`, "secret")).not.toContain("secret");
      }),
    );
  });
});
