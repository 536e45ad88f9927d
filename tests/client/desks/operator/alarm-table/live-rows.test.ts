import { beforeEach, describe, expect, it } from "vitest";
import { LiveRows } from "../../../../../client/desks/operator/alarm-table/live-rows.ts";
import { RowBook } from "../../../../../client/desks/operator/alarm-table/row-book.ts";
import { rowOrderOf } from "../../../../../client/desks/operator/alarm-table/row-order.ts";
import type { Alert } from "../../../../../models/alarm/alert.ts";
import { signal } from "../../../../../models/signal.ts";
import { smallReplica } from "../../../components/small-replica.ts";
import { acknowledge, alarmOf, goBack, pastOf } from "./alarm-rows.ts";

const order = rowOrderOf({ by: "raised", ascending: false });
let alerts = signal<readonly Alert[]>([]);
let book: RowBook;
let live: LiveRows;
beforeEach(() => {
  alerts = signal<readonly Alert[]>([]);
  book = new RowBook({ isWanted: () => true, order });
  live = new LiveRows({ ...smallReplica([{ id: "P-1", kind: "camera" }]), alerts }, book);
});
const states = (): readonly string[] => {
  book.settle();
  return book.shown.map((id) => book.row(id)?.state ?? "");
};

describe("live rows of the alarm table", () => {
  it("TB1 takes the place of what the past told before, and says whose it is", () => {
    book.tell(pastOf(alarmOf("P-1", 1)));
    const seen = alarmOf("P-1", 1, "P3", acknowledge(2));
    alerts.set([seen]);
    expect(live.look(true)).toBe(true);
    expect(states()).toEqual(["acknowledged"]);
    expect(book.row(seen.id)?.about?.name.en).toContain("P-1");
    expect(live.look(true)).toBe(false);
  });

  it("TB1 keeps what ended when the replica forgets it", () => {
    alerts.set([alarmOf("P-1", 1, "P3", acknowledge(2), goBack(3))]);
    live.look(true);
    alerts.set([]);
    live.look(true);
    expect(states()).toEqual(["normal"]);
  });

  it("TB4 does not show as open what is not among what is open now", () => {
    book.tell(pastOf(alarmOf("P-1", 1)));
    book.tell(pastOf(alarmOf("P-2", 2, "P3", acknowledge(3), goBack(4))));
    alerts.set([alarmOf("P-3", 5)]);
    live.look(false);
    expect(states()).toEqual(["unacknowledged", "normal", "unacknowledged"]);
    alerts.set([alarmOf("P-3", 5, "P3", acknowledge(6))]);
    expect(live.look(true)).toBe(true);
    expect(states()).toEqual(["acknowledged", "normal"]);
  });
});
