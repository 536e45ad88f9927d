import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DueList } from "../../../server/simulator/due-list.ts";

describe("the list of what is due", () => {
  it("gives things back by their time, and none before it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 })),
        fc.integer({ min: 0, max: 1000 }),
        (times, until) => {
          const list = new DueList<number>();
          for (const time of times) list.add(time, time);
          const taken: number[] = [];
          for (let next = list.take(until); next !== null; next = list.take(until)) taken.push(next);
          const due = times.filter((time) => time <= until);
          expect(taken).toEqual(due.toSorted((a, b) => a - b));
          expect(list.size).toBe(times.length - due.length);
        },
      ),
    );
  });
});
