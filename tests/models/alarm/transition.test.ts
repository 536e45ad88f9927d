import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Act,
  type Alarm,
  alarmStates,
  isActive,
  isSilenced,
  stateOf,
} from "../../../models/alarm/alarm.ts";
import {
  actionsIn,
  after,
  type AlarmAction,
  type AlarmEvent,
  type AlarmOccurrence,
  isAnnounced,
  normalAlarm,
} from "../../../models/alarm/transition.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../models/ids.ts";

const device = deviceId("D-1");
const point = pointId(device, propertyId("level"));
const limit = limitId("high");
const normal = normalAlarm(alarmId(point, limit), { point, device, limit, priority: "P3" });

const by = { duty: "operator", name: "Li" } as const;
const act = (atMs = 0): Act => ({ by, atMs, note: "" });
const raise: AlarmOccurrence = { event: "raise", atMs: 1, value: 9, priority: "P3", latches: false };
const goBack: AlarmOccurrence = { event: "return", atMs: 2 };
const shelve: AlarmAction = {
  ...{ event: "shelve", act: act(3), reason: "being painted", untilMs: 90, oneShot: false },
};
const events = {
  acknowledge: { event: "acknowledge", act: act(3) },
  reset: { event: "reset", act: act(3) },
  shelve,
  unshelve: { event: "unshelve", act: act(4) },
  "take-out": { event: "take-out", act: act(3), workOrder: "WO-7" },
  "put-back": { event: "put-back", act: act(4) },
  note: { event: "note", act: act(3) },
} as const satisfies Record<AlarmAction["event"], AlarmAction>;
const suppress: AlarmOccurrence = { event: "suppress", atMs: 3, cause: deviceId("T-1") };
const latching: AlarmOccurrence = { ...raise, latches: true };

/** What becomes of an alarm; an event that means nothing to it leaves it as it is. */
const through = (alarm: Alarm, ...told: readonly AlarmEvent[]): Alarm =>
  told.reduce((now, event) => after(now, event) ?? now, alarm);
const stateAfter = (...told: readonly AlarmEvent[]) => stateOf(through(normal, ...told));

const anyAtMs = fc.integer({ min: 0, max: 1000 });
const anyEvent: fc.Arbitrary<AlarmEvent> = fc.oneof(
  fc.record({
    event: fc.constant("raise" as const),
    atMs: anyAtMs,
    value: fc.double({ noNaN: true }),
    priority: fc.constantFrom("P1" as const, "P3" as const),
    latches: fc.boolean(),
  }),
  fc.record({
    event: fc.constantFrom("return" as const, "release" as const, "shelf-over" as const),
    atMs: anyAtMs,
  }),
  fc.record({ event: fc.constant("suppress" as const), atMs: anyAtMs, cause: fc.constant(deviceId("T-1")) }),
  fc.record({ event: fc.constant("escalate" as const), atMs: anyAtMs, priority: fc.constant("P1" as const) }),
  fc.record({
    event: fc.constant("shelve" as const),
    act: anyAtMs.map(act),
    reason: fc.string({ minLength: 1 }),
    untilMs: anyAtMs,
    oneShot: fc.boolean(),
  }),
  fc.record({
    event: fc.constant("take-out" as const),
    act: anyAtMs.map(act),
    workOrder: fc.string({ minLength: 1 }),
  }),
  fc.record({
    event: fc.constantFrom("acknowledge", "reset", "unshelve", "put-back", "note"),
    act: anyAtMs.map(act),
  }) as fc.Arbitrary<AlarmEvent>,
);

describe("the life of an alarm", () => {
  it("AL1 goes from active and unacknowledged to normal by either way round", () => {
    expect(stateAfter(raise)).toBe("unacknowledged");
    expect(stateAfter(raise, events.acknowledge)).toBe("acknowledged");
    expect(stateAfter(raise, events.acknowledge, goBack)).toBe("normal");
    expect(stateAfter(raise, goBack)).toBe("returned");
    expect(stateAfter(raise, goBack, events.acknowledge)).toBe("normal");
  });

  it("AL1 that latches stays until it is reset, and cannot be reset before it is gone", () => {
    expect(stateAfter(latching, goBack)).toBe("returned");
    expect(stateAfter(latching, goBack, events.acknowledge)).toBe("latched");
    expect(stateAfter(latching, events.acknowledge, events.reset)).toBe("acknowledged");
    expect(stateAfter(latching, events.acknowledge, goBack, events.reset)).toBe("normal");
    expect(stateAfter(latching, events.acknowledge, goBack, raise)).toBe("unacknowledged");
  });

  it("AL2 tells the gravest way it is withdrawn, and comes back through the others", () => {
    const both = through(normal, raise, events.shelve, suppress);
    expect(stateOf(both)).toBe("suppressed");
    expect(stateOf(through(both, { event: "release", atMs: 5 }))).toBe("shelved");
    expect(stateOf(through(both, events["take-out"]))).toBe("out-of-service");
    expect(through(both, events["take-out"])).toMatchObject({ shelf: null, suppressedBy: null });
  });

  it("AL3 lets be done in each state what is said here, and nothing else", () => {
    const reached: Record<(typeof alarmStates)[number], Alarm> = {
      normal,
      unacknowledged: through(normal, raise),
      acknowledged: through(normal, raise, events.acknowledge),
      returned: through(normal, raise, goBack),
      latched: through(normal, latching, events.acknowledge, goBack),
      shelved: through(normal, raise, events.shelve),
      suppressed: through(normal, raise, suppress),
      "out-of-service": through(normal, raise, events["take-out"]),
    };
    const allowed: Record<(typeof alarmStates)[number], readonly AlarmAction["event"][]> = {
      normal: ["shelve", "take-out"],
      unacknowledged: ["acknowledge", "shelve", "take-out", "note"],
      returned: ["acknowledge", "shelve", "take-out", "note"],
      acknowledged: ["shelve", "take-out", "note"],
      latched: ["reset", "shelve", "take-out", "note"],
      shelved: ["unshelve", "take-out", "note"],
      suppressed: ["take-out", "note"],
      "out-of-service": ["put-back", "note"],
    };
    for (const state of alarmStates) {
      const alarm = reached[state];
      expect(stateOf(alarm)).toBe(state);
      expect(actionsIn(state).toSorted()).toEqual(allowed[state].toSorted());
      for (const action of Object.values(events))
        expect(after(alarm, action) !== null, `${action.event} in ${state}`).toBe(
          allowed[state].includes(action.event),
        );
    }
  });

  it("AL4 whatever it is told it is in one of its states, and its version counts what changed it", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (told) => {
        let now = normal;
        for (const event of told) {
          const next = after(now, event);
          if (next === null) continue;
          expect(next.version).toBe(now.version + 1);
          expect(alarmStates).toContain(stateOf(next));
          if (stateOf(next) === "normal")
            expect([isActive(next), isSilenced(next), next.acknowledged]).toEqual([false, false, true]);
          now = next;
        }
        // Told once more to somebody who knows nothing, the same comes of it.
        expect(through(normal, ...told)).toEqual(now);
      }),
    );
  });

  it("AL9 only the condition itself makes an active alarm inactive", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (told) => {
        let now = normal;
        for (const event of told) {
          const next = after(now, event) ?? now;
          if (isActive(now) && !isActive(next)) expect(event.event).toBe("return");
          if (!isActive(now) && isActive(next)) expect(event.event).toBe("raise");
          now = next;
        }
      }),
    );
  });

  it("AL5 becomes active again in the same episode, unacknowledged anew, and in another once it was normal", () => {
    const first = through(normal, raise, events.acknowledge, suppress, goBack);
    const again = through(first, { ...raise, atMs: 7 }, { event: "release", atMs: 8 });
    expect(again).toMatchObject({
      id: through(normal, raise).id,
      fromMs: 1,
      raisedAtMs: 7,
      times: 2,
      acknowledged: false,
    });
    const over = through(normal, raise, events.acknowledge, goBack, { ...raise, atMs: 9, priority: "P2" });
    expect(over).toMatchObject({
      fromMs: 9,
      times: 1,
      acknowledgement: null,
      priority: "P2",
      alarm: normal.alarm,
    });
    expect(over.id).not.toBe(normal.id);
  });

  it("AL6 comes off the shelf by hand acknowledged and by the clock unacknowledged", () => {
    const over: AlarmOccurrence = { event: "shelf-over", atMs: 90 };
    const shelved = through(normal, raise, events.shelve);
    expect(through(shelved, events.unshelve)).toMatchObject({
      shelf: null,
      acknowledged: true,
      acknowledgement: { by },
    });
    expect(stateOf(through(shelved, over))).toBe("unacknowledged");
    expect(stateOf(through(shelved, goBack, over))).toBe("normal");
    // Not even who acknowledged it before has seen what the clock brings back.
    expect(stateOf(through(normal, raise, events.acknowledge, events.shelve, over))).toBe("unacknowledged");
    expect(stateOf(through(normal, events.shelve, over))).toBe("normal");
    expect(stateOf(through(normal, events.shelve, raise, over))).toBe("unacknowledged");
  });

  it("AL7 leaves a one-shot shelf as soon as it is gone, and a timed one not", () => {
    expect(stateAfter(raise, { ...shelve, oneShot: true }, goBack)).toBe("normal");
    expect(stateAfter(raise, events.shelve, goBack)).toBe("shelved");
  });

  it("AL8 comes back from its cause and from maintenance unacknowledged where it is active", () => {
    const release: AlarmOccurrence = { event: "release", atMs: 5 };
    for (const [withdraw, bringBack] of [
      [suppress, release],
      [events["take-out"], events["put-back"]],
    ] as const) {
      expect(stateAfter(raise, events.acknowledge, withdraw, bringBack)).toBe("unacknowledged");
      expect(stateAfter(raise, withdraw, goBack, bringBack)).toBe("normal");
    }
  });

  it("AL10 is announced when it asks for somebody, again when it is back or graver, and never when it goes", () => {
    const announced = (before: readonly AlarmEvent[], event: AlarmEvent) => {
      const was = through(normal, ...before);
      return isAnnounced(was, through(was, event));
    };
    expect(announced([], raise)).toBe(true);
    expect(announced([raise], goBack)).toBe(false);
    expect(announced([raise, goBack], { ...raise, atMs: 5 })).toBe(true);
    expect(announced([raise], { event: "escalate", atMs: 4, priority: "P1" })).toBe(true);
    expect(announced([raise, events.acknowledge], { event: "escalate", atMs: 4, priority: "P1" })).toBe(
      false,
    );
    expect(announced([raise], events.note)).toBe(false);
    expect(announced([events.shelve], raise)).toBe(false);
    expect(announced([raise, events.shelve], { event: "shelf-over", atMs: 9 })).toBe(true);
    expect(announced([raise, events.shelve], events.unshelve)).toBe(false);
  });
});
