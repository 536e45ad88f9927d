import fc from "fast-check";
import { expect, it } from "vitest";
import { IndexSet } from "../../../server/twin/index-set.ts";

it("an index set holds each index once, in the order of adding, and is empty once taken", () => {
  const indices = fc.array(fc.integer({ min: 0, max: 5000 }));
  fc.assert(
    fc.property(indices, indices, (first, second) => {
      const set = new IndexSet();
      for (const round of [first, second]) {
        for (const index of round) set.add(index);
        expect(set.size).toBe(new Set(round).size);
        expect([...set.take()]).toEqual([...new Set(round)]);
        expect(set.size).toBe(0);
      }
    }),
  );
});
