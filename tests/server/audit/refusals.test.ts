import { beforeEach, describe, expect, it } from "vitest";
import { minutes, seconds } from "../../../models/quantity.ts";
import type { TrailEntry } from "../../../server/audit/entry.ts";
import { Refusals, type RefusedAct } from "../../../server/audit/refusals.ts";

let nowMs = 0;
let full = false;
let entries: TrailEntry[] = [];
let refusals: Refusals;
beforeEach(() => {
  nowMs = 0;
  full = false;
  entries = [];
  refusals = new Refusals(
    {
      before: (entry, act) => {
        if (full) return Promise.reject(new Error("disk full"));
        entries.push(entry);
        return act(undefined as never);
      },
    },
    () => nowMs,
  );
});

const refuse = (who: string, times = 1, act: RefusedAct["act"] = "duty-refused"): void => {
  for (let k = 0; k < times; k++) refusals.note({ act, who, subject: `thing ${k}`, detail: {} });
};
const told = () => entries.map(({ act, who, detail }) => [act, who, detail["times"] ?? "1"].join(" "));
const times = (): number => entries.reduce((sum, { detail }) => sum + Number(detail["times"] ?? 1), 0);

describe("refusals in the trail", () => {
  it("AU13 stand there in full while they are few", () => {
    refuse("a", 2);
    refuse("b", 1, "command-refused");
    nowMs += 2 * minutes;
    refusals.sumUp();
    expect(told()).toEqual(["duty-refused a 1", "duty-refused a 1", "command-refused b 1"]);
  });

  it("AU13 are counted when they are many, one entry a session and minute, and none is lost", async () => {
    for (let second = 0; second < 600; second++) {
      refuse("flood", 100);
      refuse("flood", 1, "command-refused");
      nowMs += 1 * seconds;
      refusals.sumUp();
    }
    refuse("other");
    await refusals.close();
    expect(times()).toBe(600 * 101 + 1);
    expect(entries.length).toBeLessThanOrEqual(10 * 6 + 1);
    expect(
      entries.filter(({ act }) => act === "refused-more").map(({ detail }) => detail["commands"]),
    ).toEqual(Array.from({ length: 10 }, () => "60"));
  });

  it("AU13 that cannot be written are counted with what comes", async () => {
    full = true;
    refuse("a", 7);
    await refusals.settled();
    nowMs += 1 * minutes;
    refusals.sumUp();
    await refusals.settled();
    expect(entries).toEqual([]);
    full = false;
    refuse("a", 3);
    await refusals.close();
    expect(times()).toBe(10);
  });

  it("AU13 of more people than are remembered are told of early, not forgotten", async () => {
    for (let k = 0; k < 3_000; k++) refuse(`s${k}`, 6);
    expect(entries.filter(({ act }) => act === "refused-more")).toHaveLength(1_000);
    await refusals.close();
    expect(times()).toBe(18_000);
  });

  it("carry no more of what was asked than fits a line", () => {
    refusals.note({
      act: "duty-refused",
      who: "",
      subject: `a\n${"x".repeat(10_000)}`,
      detail: { value: "\u0000y" },
    });
    expect(entries[0]?.subject).toHaveLength(200);
    expect(entries[0]?.subject.startsWith("a x")).toBe(true);
    expect(entries[0]?.detail).toEqual({ value: " y" });
  });
});
