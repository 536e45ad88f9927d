import { describe, expect, it } from "vitest";
import { overlayFeed } from "../../../client/overlays/overlay-feed.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";
import { alertsBody, energyBody, occupancyBody } from "./figure-bodies.ts";

function door(answers: unknown[]) {
  const clock = new HandClock();
  const asked: number[] = [];
  const ears: { change?: (body: unknown) => void; back?: () => void } = {};
  const fetch = (): Promise<unknown> => {
    asked.push(clock.now());
    return Promise.resolve(answers.shift() ?? null);
  };
  const listeners = {
    onChange: (listener: (body: unknown) => void) => void (ears.change = listener),
    onBack: (listener: () => void) => void (ears.back = listener),
  };
  return { clock, asked, ears, door: { clock, fetch, ...listeners } };
}
/** Lets what was promised be kept. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

describe("the feed of an overlay", () => {
  it("is loading, then here, then as it changes", async () => {
    const { door: given, ears } = door([energyBody]);
    const feed = overlayFeed("energy", given);
    expect(feed.get()).toEqual({ state: "loading" });
    await settle();
    expect(feed.get()).toEqual({ state: "here", body: energyBody });
    const later = { ...energyBody, steps: energyBody.steps.slice(1) };
    ears.change?.(later);
    expect(feed.get()).toEqual({ state: "here", body: later });
  });

  it("says when it cannot be had, and asks again", async () => {
    const { door: given, clock, asked } = door([null, occupancyBody]);
    const feed = overlayFeed("occupancy", given);
    await settle();
    expect(feed.get()).toEqual({ state: "failed" });
    clock.advance(5000);
    await settle();
    expect(asked).toEqual([0, 5000]);
    expect(feed.get().state).toBe("here");
  });

  it("takes nothing that is no body, and keeps what it has", async () => {
    const { door: given, ears } = door([alertsBody]);
    const feed = overlayFeed("alerts", given);
    await settle();
    ears.change?.({ intervals: "many" });
    expect(feed.get()).toEqual({ state: "here", body: alertsBody });
  });

  it("asks anew after a cut", async () => {
    const fresh = { ...alertsBody, intervals: [] };
    const { door: given, ears } = door([alertsBody, fresh]);
    const feed = overlayFeed("alerts", given);
    await settle();
    ears.back?.();
    await settle();
    expect(feed.get()).toEqual({ state: "here", body: fresh });
  });
});
