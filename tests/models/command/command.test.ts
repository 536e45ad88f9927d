import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  after,
  commandStates,
  isUnderWay,
  type CommandEvent,
  type CommandState,
} from "../../../models/command/command.ts";
import { desiredOf, isAsDesired, orderOf } from "../../../models/command/orders.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { kindId, propertyId } from "../../../models/ids.ts";

const events = ["accept", "refuse", "send", "report", "time-out", "lose"] as const;
const anyEvent = fc.constantFrom(...events).map((event): CommandEvent => ({ event }));

/** Every step there is, written out anew. */
const steps: readonly (readonly [CommandState, CommandEvent["event"], CommandState])[] = [
  ["asked", "accept", "accepted"],
  ["asked", "refuse", "refused"],
  ["accepted", "send", "sent"],
  ["accepted", "lose", "unknown"],
  ["sent", "report", "confirmed"],
  ["sent", "time-out", "timed-out"],
  ["sent", "lose", "unknown"],
  ["timed-out", "report", "confirmed"],
  ["unknown", "report", "confirmed"],
];

describe("the life of a command", () => {
  it("CM1 has these steps and no others", () => {
    for (const state of commandStates)
      for (const event of events) {
        const [, , next] = steps.find(([from, by]) => from === state && by === event) ?? [];
        expect(after(state, { event })).toBe(next ?? state);
      }
  });

  it("CM1 ends for good, comes back to no state, and is never sent twice, whatever it is told", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 30 }), (told) => {
        const seen: CommandState[] = ["asked"];
        for (const event of told) {
          const now = seen.at(-1)!;
          const next = after(now, event);
          if (now === "refused" || now === "confirmed") expect(next).toBe(now);
          if (next !== now) seen.push(next);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.length).toBeLessThanOrEqual(5);
        if (seen.includes("confirmed")) expect(seen).toContain("accepted");
        if (seen.includes("refused")) expect(seen).toEqual(["asked", "refused"]);
        expect(isUnderWay(seen.at(-1)!)).toBe(["asked", "accepted", "sent"].includes(seen.at(-1)!));
      }),
    );
  });
});

const lamp = catalogue.get(kindId("street_light"))!;
const specOf = (property: string) => lamp.points.find((point) => point.property === property)!;

describe("what may be asked", () => {
  it("CM3 is a word of the order or a number in range; all else is refused with why", () => {
    expect(desiredOf(lamp.id, specOf("state"), "on")).toEqual({ ok: true, value: 1 });
    expect(desiredOf(lamp.id, specOf("dim"), 40)).toEqual({ ok: true, value: 40 });
    for (const [property, value] of [
      ["state", "fault"],
      ["state", "constructor"],
      ["state", 1],
      ["dim", "on"],
      ["dim", -1],
      ["dim", 101],
      ["dim", Number.NaN],
    ] as const)
      expect(desiredOf(lamp.id, specOf(property), value)).toEqual({ ok: false, reason: "bad-value" });
    expect(desiredOf(lamp.id, specOf("power"), 1)).toEqual({ ok: false, reason: "not-settable" });
    expect(orderOf(kindId("constructor"), propertyId("name"))).toBeNull();
    expect(orderOf(lamp.id, propertyId("toString"))).toBeNull();
  });

  it("CM3 exists for every settable point of the catalogue, in words that the point can read", () => {
    const settable = [...catalogue.values()].flatMap(({ id, points }) =>
      points.filter(({ writable }) => writable).map((spec) => ({ id, spec })),
    );
    expect(settable.length).toBeGreaterThan(0);
    for (const { id, spec } of settable) {
      const order = orderOf(id, spec.property);
      expect(order).not.toBeNull();
      if (order?.takes === "one-of") for (const word of order.words) expect(spec.values).toContain(word);
      else expect(spec.type).toBe("number");
    }
  });

  it("CM2 is read as asked to within half a step of its resolution", () => {
    expect(isAsDesired(specOf("dim"), 40.4, 40)).toBe(true);
    expect(isAsDesired(specOf("dim"), 41, 40)).toBe(false);
    expect(isAsDesired(specOf("dim"), Number.NaN, 40)).toBe(false);
  });
});
