import { describe, expect, it } from "vitest";
import { graphicsDeadlineMs, watchGraphics } from "../../../client/scene/graphics-watch.ts";

function watched() {
  const canvas = new EventTarget();
  const told: string[] = [];
  const timers: { delayMs: number; ring: () => void }[] = [];
  const end = watchGraphics(
    canvas,
    {
      after(delayMs, ring) {
        const timer = { delayMs, ring };
        timers.push(timer);
        return () => timers.splice(timers.indexOf(timer), 1);
      },
    },
    { lost: () => told.push("lost"), back: () => told.push("back"), gone: () => told.push("gone") },
  );
  const say = (name: "lost" | "restored"): Event => {
    const event = new Event(`webglcontext${name}`, { cancelable: true });
    canvas.dispatchEvent(event);
    return event;
  };
  return { told, timers, end, say };
}

describe("graphics that are lost", () => {
  it("are asked back: the loss is not taken as final", () => {
    const { say, told } = watched();
    expect(say("lost").defaultPrevented).toBe(true);
    expect(told).toEqual(["lost"]);
  });

  it("are drawn anew when they come back in time, and the deadline is called off", () => {
    const { say, told, timers } = watched();
    say("lost");
    say("restored");
    expect(told).toEqual(["lost", "back"]);
    expect(timers).toEqual([]);
  });

  it("are gone for good at the deadline; what comes after it changes nothing", () => {
    const { say, told, timers } = watched();
    say("lost");
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([graphicsDeadlineMs]);
    timers[0]!.ring();
    say("restored");
    say("lost");
    expect(told).toEqual(["lost", "gone"]);
    expect(timers).toEqual([]);
  });

  it("have one deadline, however often the loss is told", () => {
    const { say, told, timers } = watched();
    say("lost");
    say("lost");
    expect(timers).toHaveLength(1);
    expect(told).toEqual(["lost"]);
  });

  it("may be lost again after they came back", () => {
    const { say, told, timers } = watched();
    say("lost");
    say("restored");
    say("lost");
    timers[0]!.ring();
    expect(told).toEqual(["lost", "back", "lost", "gone"]);
  });

  it("are watched no longer once the scene is closed", () => {
    const { say, told, timers, end } = watched();
    say("lost");
    end();
    say("restored");
    expect(timers).toEqual([]);
    expect(told).toEqual(["lost"]);
  });
});
