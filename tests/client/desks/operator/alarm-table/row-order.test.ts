import { describe, expect, it } from "vitest";
import { rowOrderOf } from "../../../../../client/desks/operator/alarm-table/row-order.ts";
import { acknowledge, alarmOf, goBack, pastOf } from "./alarm-rows.ts";

describe("the order of the alarm table by what asks for somebody", () => {
  it("TB9 has what nobody has acknowledged first, the graver one ahead whether it is still there or not", () => {
    const rows = [
      pastOf(alarmOf("over", 9, "P1", acknowledge(10), goBack(11))),
      pastOf(alarmOf("seen", 8, "P1", acknowledge(9))),
      pastOf(alarmOf("new-low", 7, "P4")),
      pastOf(alarmOf("gone-high", 2, "P2", goBack(3))),
      pastOf(alarmOf("new-high", 1, "P2")),
    ];
    const ordered = rows.toSorted(rowOrderOf({ by: "state", ascending: true }));
    expect(ordered.map(({ alarm }) => alarm.device)).toEqual([
      "new-high",
      "gone-high",
      "new-low",
      "seen",
      "over",
    ]);
  });
});
