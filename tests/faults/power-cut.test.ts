import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CarelessDisk, type DiskEvent } from "./stage/power-cut.ts";

const write = (at: number, letter: string, length: number): DiskEvent => ({
  what: "write",
  path: "/a",
  at,
  bytes: Buffer.alloc(length, letter),
});
const after = (events: readonly DiskEvent[], random: () => number): string => {
  const disk = new CarelessDisk(new Map());
  for (const event of events) disk.take(event);
  return String(disk.afterPowerCut(random).get("/a"));
};

describe("a careless disk", () => {
  const flushed: DiskEvent[] = [write(0, "a", 4), { what: "synced", path: "/a", from: 1 }];

  it("keeps what was flushed, whatever chance says", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (luck) => {
        expect(after([...flushed, write(4, "b", 4)], () => luck).slice(0, 4)).toBe("aaaa");
      }),
    );
  });

  it("may lose what was not: all of it, its end, or none", () => {
    const events = [...flushed, write(0, "b", 1024)];
    expect(after(events, () => 0)).toBe("aaaa");
    expect(after(events, () => 0.5)).toBe("b".repeat(1024));
    const torn = [0.9, 0.5][Symbol.iterator]();
    expect(after(events, () => torn.next().value ?? 0)).toBe("b".repeat(512));
  });

  it("does not count on a flush for what was written after it began", () => {
    const late: DiskEvent[] = [write(0, "a", 4), write(0, "b", 4), { what: "synced", path: "/a", from: 1 }];
    expect(after(late, () => 0)).toBe("aaaa");
  });
});
