import { describe, expect, it } from "vitest";
import { orderCounters } from "../../../../client/desks/administrator/order-counters.ts";
import { counterNames } from "../../../../client/language/names/counter-names.ts";
import { noCounts } from "../../../../server/ingest/codes.ts";

describe("the server's counters", () => {
  it("each have a name and a meaning in words, and no other has", () => {
    expect([...counterNames.keys()].toSorted()).toEqual(Object.keys(noCounts()).toSorted());
  });

  it("show what moved first, the largest on top, and keep what did not apart", () => {
    expect(orderCounters({ late: 0, accepted: 5, oversize: 0, described: 9 })).toEqual([
      ["described", 9],
      ["accepted", 5],
      ["late", 0],
      ["oversize", 0],
    ]);
  });
});
