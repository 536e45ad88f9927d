import { describe, expect, it } from "vitest";
import { PlanFrame } from "../../../client/plan/plan-frame.ts";

function made() {
  const done: string[] = [];
  const waiting: (() => void)[] = [];
  const frame = new PlanFrame(
    { commit: () => void done.push("commit"), draw: () => void done.push("draw") },
    (run) => void waiting.push(run),
  );
  return { done, waiting, frame };
}

describe("the one frame of the plan", () => {
  it("is asked of the browser once, however often it is asked for, and commits before it draws", () => {
    const { done, waiting, frame } = made();
    for (let i = 0; i < 5; i++) frame.ask();
    expect(waiting).toHaveLength(1);
    waiting.pop()?.();
    expect(done).toEqual(["commit", "draw"]);
  });

  it("rests when nobody asks", () => {
    const { waiting, frame } = made();
    frame.ask();
    waiting.pop()?.();
    expect(waiting).toEqual([]);
    frame.ask();
    expect(waiting).toHaveLength(1);
  });

  it("does nothing any more once it is closed, though one was on its way", () => {
    const { done, waiting, frame } = made();
    frame.ask();
    frame.close();
    waiting.pop()?.();
    frame.ask();
    expect([done, waiting]).toEqual([[], []]);
  });
});
