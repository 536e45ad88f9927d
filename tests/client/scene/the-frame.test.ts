import { describe, expect, it } from "vitest";
import { TheFrame } from "../../../client/scene/the-frame.ts";

/** A frame whose picture changes with every reading; `run` lets one pass and says whether it was drawn. */
function frameOf() {
  let changed = false;
  let drawn = 0;
  let requests = 0;
  let acknowledged = 0;
  const frame = new TheFrame(
    {
      commit: () => changed,
      moveCamera: () => false,
      draw: (_, due) => {
        if (due) drawn++;
        return due;
      },
      drawn: () => void acknowledged++,
    },
    () => void requests++,
  );
  const run = (seconds: number, news = false): boolean => {
    const before = drawn;
    changed = news;
    frame.run(seconds);
    changed = false;
    return drawn > before;
  };
  run(1);
  return { frame, run, requests: () => requests, acknowledged: () => acknowledged };
}

describe("the one frame", () => {
  it("draws readings after a rest, the longer the slower the picture, and forgets none", () => {
    const { run } = frameOf();
    expect(run(0.5, true)).toBe(false);
    expect([run(0.5), run(0.6), run(0.5)]).toEqual([false, false, true]);
    expect([run(0.02), run(0.02, true), run(0.5), run(0.5)]).toEqual([false, false, false, true]);
    expect([run(0.3), run(0.3)]).toEqual([false, false]);
  });

  it("asks by itself for what waits to be drawn, and takes readings in meanwhile", () => {
    const { run, requests, acknowledged } = frameOf();
    const [asked, told] = [requests(), acknowledged()];
    run(0.1, true);
    expect([requests(), acknowledged()]).toEqual([asked + 1, told + 1]);
    while (!run(0.1));
    const after = requests();
    run(0.1);
    expect(requests()).toBe(after);
  });

  it("lets nothing a person does wait", () => {
    const { frame, run } = frameOf();
    run(0.02, true);
    frame.ask("view");
    expect(run(0.02)).toBe(true);
    expect(run(5)).toBe(false);
  });
});
