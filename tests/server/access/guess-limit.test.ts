import { describe, expect, it } from "vitest";
import { addressGroup } from "../../../server/access/address-group.ts";
import { GuessLimit } from "../../../server/access/guess-limit.ts";
import { hours, minutes } from "../../../models/quantity.ts";

describe("the group an address counts in", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["nonsense", "nonsense"],
  ])("of %s is %s", (address, group) => expect(addressGroup(address)).toBe(group));
});

describe("the limit on guesses", () => {
  it("doubles the wait with each wrong guess, up to a quarter of an hour", () => {
    const limit = new GuessLimit();
    const waits = Array.from({ length: 20 }, () => {
      limit.wrong("a", 0);
      return limit.waitMs("a", 0);
    });
    expect(waits.slice(0, 8)).toEqual([0, 0, 0, 0, 1000, 2000, 4000, 8000]);
    expect(waits.at(-1)).toBe(15 * minutes);
    expect(limit.waitMs("b", 0)).toBe(0);
  });

  it("forgives a right guess at once, and everything after an hour", () => {
    const limit = new GuessLimit();
    for (let n = 0; n < 9; n += 1) limit.wrong("a", 0);
    limit.right("a");
    expect(limit.waitMs("a", 0)).toBe(0);
    for (let n = 0; n < 9; n += 1) limit.wrong("a", 0);
    limit.wrong("a", 2 * hours);
    expect(limit.waitMs("a", 2 * hours)).toBe(0);
  });

  it("remembers no more than ten thousand, and those who guessed last", () => {
    const limit = new GuessLimit();
    for (let n = 0; n < 6; n += 1) limit.wrong("patient", 0);
    for (let n = 0; n < 9_999; n += 1) limit.wrong(`other ${n}`, 0);
    expect(limit.waitMs("patient", 0)).toBeGreaterThan(0);
    limit.wrong("patient", 0);
    limit.wrong("one more", 0);
    expect(limit.waitMs("patient", 0)).toBeGreaterThan(0);
    for (let n = 0; n < 10_000; n += 1) limit.wrong(`flood ${n}`, 0);
    expect(limit.waitMs("patient", 0)).toBe(0);
  });
});
