import { describe, expect, it } from "vitest";
import { WorkBudget } from "../../../../server/ingest/mqtt/work-budget.ts";

function openBudget() {
  const clock = { nowMs: 1_000 };
  let breathe = (): void => undefined;
  let stopped = false;
  const timers = {
    soon: (act: () => void) => act(),
    every: (_ms: number, act: () => void) => {
      breathe = act;
      return () => (stopped = true);
    },
  };
  const budget = new WorkBudget({ timers, monotonicMs: () => clock.nowMs, breathMs: 50, share: 0.5 });
  const work = (ms: number): void => {
    const beganMs = clock.nowMs;
    clock.nowMs += ms;
    budget.account(beganMs);
  };
  return { budget, clock, work, breathe: () => breathe(), isStopped: () => stopped };
}

describe("the budget of work", () => {
  it("is spent by work and renewed by each breath, what was overspent first", () => {
    const { budget, work, breathe } = openBudget();
    work(24);
    expect(budget.spent).toBe(false);
    work(26);
    expect(budget.spent).toBe(true);
    breathe();
    expect(budget.spent).toBe(true);
    breathe();
    expect(budget.spent).toBe(false);
  });

  it("counts time once that several connections share", () => {
    const { budget, clock } = openBudget();
    clock.nowMs += 20;
    for (let k = 0; k < 10; k++) budget.account(1_000);
    expect(budget.spent).toBe(false);
  });

  it("calls everyone who waits once, at the next breath", () => {
    const { budget, breathe } = openBudget();
    const calls: string[] = [];
    const again = (): void => {
      calls.push("again");
      if (calls.length < 3) budget.atNextBreath(again);
    };
    const gone = (): void => void calls.push("gone");
    budget.atNextBreath(again);
    budget.atNextBreath(again);
    budget.atNextBreath(gone);
    budget.forget(gone);
    breathe();
    expect(calls).toEqual(["again"]);
    breathe();
    breathe();
    breathe();
    expect(calls).toEqual(["again", "again", "again"]);
  });

  it("ends with its owner", () => {
    const { budget, isStopped } = openBudget();
    budget.close();
    expect(isStopped()).toBe(true);
  });
});
