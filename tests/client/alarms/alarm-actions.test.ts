import { beforeEach, describe, expect, it } from "vitest";
import { AlarmActions } from "../../../client/alarms/alarm-actions.ts";
import type { Answered } from "../../../client/link/asked-once.ts";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import type { AlarmAnswer, AlarmRequest } from "../../../models/alarm/request.ts";
import { after, normalAlarm } from "../../../models/alarm/transition.ts";
import { signal, type WritableSignal } from "../../../models/signal.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../models/ids.ts";
import type { Answer } from "../../../models/stream/messages.ts";

const device = deviceId("P-1");
const point = pointId(device, propertyId("level"));
const limit = limitId("high");
const normal = normalAlarm(alarmId(point, limit), { point, device, limit, priority: "P2" });
const raised = after(normal, { event: "raise", atMs: 1, value: 9, priority: "P2", latches: false })!;
const acknowledge = { action: "acknowledge", note: "seen" } as const;
const wang = { duty: "operator", name: "Wang" } as const;

let asked: { request: AlarmRequest; answered: Answered<Answer<AlarmAnswer>> }[];
let live: WritableSignal<boolean>;
let actions: AlarmActions;
let ids = 0;
beforeEach(() => {
  asked = [];
  live = signal(true);
  actions = new AlarmActions({
    line: { ask: (request, answered) => void asked.push({ request, answered }) },
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, "0")}`,
    live,
  });
});

const shown = () => actions.doing.get().get(normal.alarm);
const answer = (at: number, outcome: AlarmAnswer["outcome"], alarm: Alarm | null = null): void =>
  asked[at]!.answered({ ok: true, value: { outcome, alarm } });

describe("what a person does about an alarm", () => {
  it("is asked of the version they saw, and is over when it is done", () => {
    actions.do(raised, acknowledge);
    expect(shown()?.state).toBe("asked");
    expect(asked[0]?.request).toMatchObject({ ...acknowledge, alarm: normal.alarm, version: 1 });
    answer(0, "done", raised);
    expect(shown()).toBeUndefined();
  });

  it("is refused when a colleague came first, saying who, and keeps the note", () => {
    actions.do(raised, acknowledge);
    const done = after(raised, { event: "acknowledge", act: { by: wang, atMs: 5, note: "" } })!;
    answer(0, "changed", done);
    expect(shown()).toMatchObject({
      state: "refused",
      why: "changed",
      deed: { note: "seen" },
      alarm: { changedBy: wang },
      seen: raised,
    });
    expect(asked).toHaveLength(1);
    actions.dismiss(normal.alarm);
    expect(shown()).toBeUndefined();
  });

  it("is asked again of what the condition itself has become, while it can still be done", () => {
    actions.do(raised, acknowledge);
    const returned = after(raised, { event: "return", atMs: 5 })!;
    answer(0, "changed", returned);
    expect(asked[1]?.request).toMatchObject({ version: 2, note: "seen" });
    expect(asked[1]?.request.id).not.toBe(asked[0]?.request.id);
    answer(1, "done");
    expect(shown()).toBeUndefined();

    actions.do(raised, { action: "unshelve", note: "" });
    answer(2, "changed", returned);
    expect(shown()).toMatchObject({ state: "refused", why: "changed" });
  });

  it("gives in when the condition moves on each time", () => {
    actions.do(raised, acknowledge);
    for (let at = 0; at < asked.length; at++) answer(at, "changed", { ...raised, version: at + 2 });
    expect(asked.length).toBeLessThan(10);
    expect(shown()?.state).toBe("refused");
  });

  it("is unknown when the link is cut, and asked once more as the same when it is back", () => {
    actions.do(raised, acknowledge);
    asked[0]!.answered(null);
    live.set(false);
    expect(shown()?.state).toBe("unknown");
    live.set(true);
    expect(shown()?.state).toBe("asked");
    expect(asked[1]?.request).toEqual(asked[0]?.request);
    answer(1, "done");
    expect(shown()).toBeUndefined();
    live.set(false);
    live.set(true);
    expect(asked).toHaveLength(2);
  });

  it("is unknown while the link is away, also where it was away before, and done once it is back", () => {
    live.set(false);
    actions.do(raised, acknowledge);
    expect(shown()?.state).toBe("unknown");
    asked[0]!.answered(null);
    live.set(true);
    answer(1, "done");
    expect(shown()).toBeUndefined();
  });

  it("is unknown while the link is silent, and settled by the answer that comes after all", () => {
    actions.do(raised, acknowledge);
    live.set(false);
    expect(shown()?.state).toBe("unknown");
    live.set(true);
    expect(shown()?.state).toBe("asked");
    answer(0, "done");
    expect(asked).toHaveLength(1);
    expect(shown()).toBeUndefined();
  });

  it("is asked once, however often one presses while it waits", () => {
    actions.do(raised, acknowledge);
    actions.do(raised, acknowledge);
    expect(asked).toHaveLength(1);
  });

  it("takes no place of what was asked of the same alarm before, when the link is cut", () => {
    actions.do(raised, acknowledge);
    actions.do(raised, { action: "note", note: "one" });
    actions.do(raised, { action: "note", note: "two" });
    for (const { answered } of asked.slice()) answered(null);
    live.set(false);
    live.set(true);
    expect(asked.slice(3).map(({ request }) => request)).toEqual(
      asked.slice(0, 3).map(({ request }) => request),
    );
  });

  it("stays refused, whatever becomes of the link", () => {
    actions.do(raised, acknowledge);
    answer(0, "not-now", raised);
    live.set(false);
    live.set(true);
    expect(shown()?.state).toBe("refused");
  });
});
