import { describe, expect, it } from "vitest";
import { actOf, lastNotes } from "../../../../client/components/alarms/alarm-past.ts";
import type { PastTransition } from "../../../../models/alarm/past.ts";

const by = { duty: "operator", name: "Li Na" } as const;
const transition = (event: PastTransition["event"], version = 1, atMs = version): PastTransition => ({
  ...{ version, atMs, state: null, priority: null },
  event,
});
const note = (version: number, words: string): PastTransition =>
  transition({ event: "note", act: { by, atMs: version, note: words } }, version);

describe("what became of an alarm", () => {
  it("names who did something and all that they wrote, and nobody for what happened by itself", () => {
    const act = { by, atMs: 1, note: "see the log" };
    expect(actOf(transition({ event: "return", atMs: 1 }))).toBeNull();
    const taken = actOf(transition({ event: "take-out", act, workOrder: "WO-7" }));
    expect(taken).toEqual({ by, words: "WO-7 · see the log" });
    const noted = actOf(transition({ event: "note", act: { ...act, note: "" } }));
    expect(noted).toEqual({ by, words: "" });
  });

  it("has the last notes of this episode, newest first, and neither what else happened nor older ones", () => {
    const acknowledged = { event: "acknowledge", act: { by, atMs: 5, note: "seen" } } as const;
    const transitions = [note(6, "d"), transition(acknowledged, 5), note(4, "c"), note(3, "b"), note(1, "a")];
    const words = (fromMs: number, most: number) =>
      lastNotes(transitions, { fromMs }, most).map((each) => each.words);
    expect(words(3, 9)).toEqual(["d", "c", "b"]);
    expect(words(0, 2)).toEqual(["d", "c"]);
    expect(lastNotes(transitions, { fromMs: 6 }, 9)).toEqual([{ version: 6, atMs: 6, by, words: "d" }]);
  });
});
