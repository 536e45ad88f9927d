import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RowBook } from "../../../../../client/desks/operator/alarm-table/row-book.ts";
import { growsDownward, rowOrderOf } from "../../../../../client/desks/operator/alarm-table/row-order.ts";
import type { PastAlarm } from "../../../../../models/alarm/past.ts";
import { priorities } from "../../../../../models/device/kind.ts";
import { alarmOrders } from "../../../../../models/view/alarm-filter.ts";
import { acknowledge, alarmOf, goBack, pastOf } from "./alarm-rows.ts";

const order = rowOrderOf({ by: "raised", ascending: false });
const isOpen = (row: PastAlarm): boolean => row.state !== "normal";
const idsOf = (rows: Iterable<PastAlarm>) => [...rows].map(({ alarm }) => alarm.id);

const rows = fc
  .record({
    name: fc.constantFrom("P-1", "P-2", "P-3", "P-4", "P-5"),
    atMs: fc.integer({ min: 1, max: 4 }),
    priority: fc.constantFrom(...priorities),
    steps: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ name, atMs, priority, steps }) =>
    pastOf(alarmOf(name, atMs, priority, ...[acknowledge(5), goBack(6)].slice(0, steps))),
  );
const orders = fc.record({ by: fc.constantFrom(...alarmOrders), ascending: fc.boolean() });

describe("the rows of the alarm table", () => {
  it("TB1 an episode stands once, as it was told last", () => {
    const book = new RowBook({ isWanted: () => true, order });
    const [raised, seen] = [
      pastOf(alarmOf("P-1", 1)),
      pastOf(alarmOf("P-1", 1, "P3", acknowledge(2))),
    ] as const;
    book.tell(seen);
    expect(book.tell(raised)).toBe(false);
    book.settle();
    expect(book.shown).toEqual([seen.alarm.id]);
    expect(book.row(seen.alarm.id)?.state).toBe("acknowledged");
  });

  it("TB2 what is told of a row shows at once, and nothing moves until rows settle", () => {
    const book = new RowBook({ isWanted: isOpen, order });
    const first = pastOf(alarmOf("P-1", 1));
    book.tell(first);
    book.settle();
    const before = book.shown;
    book.tell(pastOf(alarmOf("P-2", 2)));
    const over = pastOf(alarmOf("P-1", 1, "P3", acknowledge(2), goBack(3)));
    book.tell(over);
    expect(book.shown).toBe(before);
    expect(book.waiting).toBe(1);
    expect(book.row(first.alarm.id)).toBe(over);
    expect(book.settle()).toBe(true);
    expect(book.shown).toEqual([pastOf(alarmOf("P-2", 2)).alarm.id]);
    expect(book.waiting).toBe(0);
    expect(book.settle()).toBe(false);
  });

  it("TB3 settled rows are as if all had been put in order anew", () => {
    const steps = fc.array(
      fc.oneof(
        { weight: 6, arbitrary: rows.map((row) => ({ tell: row })) },
        { weight: 2, arbitrary: fc.constant({ settle: true as const }) },
        { weight: 1, arbitrary: rows.map((row) => ({ drop: row.alarm.id })) },
        { weight: 1, arbitrary: orders.map((to) => ({ order: to })) },
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (walk) => {
        let law = { isWanted: isOpen, order };
        const book = new RowBook(law);
        const told = new Map<string, PastAlarm>();
        const check = (): void => {
          book.settle();
          expect(book.shown).toEqual(idsOf([...told.values()].filter(isOpen).toSorted(law.order)));
        };
        for (const step of walk) {
          if ("tell" in step) {
            const known = told.get(step.tell.alarm.id);
            if (known !== undefined && known.alarm.version >= step.tell.alarm.version) continue;
            told.set(step.tell.alarm.id, step.tell);
            book.tell(step.tell);
          } else if ("drop" in step) {
            told.delete(step.drop);
            book.drop(step.drop);
          } else if ("order" in step) {
            law = { isWanted: isOpen, order: rowOrderOf(step.order) };
            book.follow(law);
          } else check();
        }
        check();
      }),
    );
  });

  it("puts no two episodes in one place, and the newest first among equals", () => {
    fc.assert(
      fc.property(orders, rows, rows, (by, a, b) => {
        const compare = rowOrderOf(by);
        expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0);
        if (a.alarm.id !== b.alarm.id) expect(compare(a, b)).not.toBe(0);
      }),
    );
    const [old, young] = [pastOf(alarmOf("P-1", 1)), pastOf(alarmOf("P-2", 2))] as const;
    for (const ascending of [true, false])
      expect([old, young].toSorted(rowOrderOf({ by: "priority", ascending }))).toEqual([young, old]);
  });

  it("needs no more of the past to be in order than was read, where older ones come in below", () => {
    const over = (atMs: number) => pastOf(alarmOf("P-1", atMs, "P1", acknowledge(5), goBack(6)));
    const old = pastOf(alarmOf("P-2", 1, "P4", acknowledge(5), goBack(6)));
    for (const by of alarmOrders)
      for (const ascending of [true, false]) {
        const newestFirst = [over(3), over(2), old];
        const sorted = newestFirst.toSorted(rowOrderOf({ by, ascending }));
        if (growsDownward({ by, ascending })) expect(sorted).toEqual(newestFirst);
      }
    expect(growsDownward({ by: "raised", ascending: false })).toBe(true);
    expect(growsDownward({ by: "state", ascending: true })).toBe(true);
    expect(growsDownward({ by: "priority", ascending: true })).toBe(false);
  });
});
