import { describe, expect, it } from "vitest";
import type { AlarmHistory } from "../../../../../client/components/alarms/alarm-past.ts";
import { happenings } from "../../../../../client/desks/operator/diagnosis/alarm-history.ts";

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

describe("what became of a device's alarms", () => {
  it("is one list of all its alarms, newest first, of one moment the later version first", () => {
    const told = happenings([history("a", [1, 10], [2, 30], [3, 30]), history("b", [1, 20])]);
    expect(told.map(({ alarm, transition: { version } }) => `${alarm}${version}`)).toEqual([
      ...["a3", "a2", "b1", "a1"],
    ]);
  });
});
