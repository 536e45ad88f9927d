import { describe, expect, it } from "vitest";
import {
  actOf,
  happenings,
  type AlarmHistory,
} from "../../../../../client/desks/operator/diagnosis/alarm-history.ts";
import type { PastTransition } from "../../../../../models/alarm/past.ts";

const history = (
  alarm: string,
  ...transitions: readonly [version: number, atMs: number][]
): AlarmHistory => ({
  alarm: { alarm } as AlarmHistory["alarm"],
  message: null,
  transitions: transitions.map(([version, atMs]) => ({
    ...{ version, atMs, state: null, priority: null },
    event: { event: "return", atMs },
  })),
});
const by = { duty: "operator", name: "Li Na" } as const;
const transition = (event: PastTransition["event"]): PastTransition => ({
  ...{ version: 1, atMs: 1, state: null, priority: null },
  event,
});

describe("what became of a device's alarms", () => {
  it("is one list of all its alarms, newest first, of one moment the later version first", () => {
    const told = happenings([history("a", [1, 10], [2, 30], [3, 30]), history("b", [1, 20])]);
    expect(told.map(({ alarm, transition: { version } }) => `${alarm}${version}`)).toEqual([
      ...["a3", "a2", "b1", "a1"],
    ]);
  });

  it("names who did something and all that they wrote, and nobody for what happened by itself", () => {
    const act = { by, atMs: 1, note: "see the log" };
    expect(actOf(transition({ event: "return", atMs: 1 }))).toBeNull();
    const taken = actOf(transition({ event: "take-out", act, workOrder: "WO-7" }));
    expect(taken).toEqual({ by, words: "WO-7 · see the log" });
    const noted = actOf(transition({ event: "note", act: { ...act, note: "" } }));
    expect(noted).toEqual({ by, words: "" });
  });
});
