import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Authority } from "../../../models/duty/duty.ts";
import { dwellingId } from "../../../models/ids.ts";
import { HandClock } from "./hand-clock.ts";
import { expectEqualToTwin } from "./replica-check.ts";
import { box, tickMs, Town } from "./town.ts";
import { Visitor } from "./visitor.ts";

const homes = ["home-a", "home-b"] as const;
const resident = (home: string): Authority => ({ duty: "resident", dwelling: dwellingId(home) });
const authorities: readonly Authority[] = [
  { duty: "operator", dwelling: null },
  resident("home-a"),
  resident("home-b"),
  { duty: "planner", dwelling: null },
];

const who = fc.nat(2);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant("tick" as const), times: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("report" as const),
      box: fc.nat(7),
      property: fc.constantFrom("air", "load", "door", "use", "mode"),
      value: fc.oneof(
        fc.nat(2),
        fc.integer({ min: -2000, max: 2000 }),
        fc.double({ min: -1e10, max: 1e10, noNaN: true }),
      ),
      quality: fc.constantFrom(0, 0, 0, 1, 2),
      agoMs: fc.constantFrom(0, 0, 40, 5000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("deliver" as const),
      who,
      count: fc.integer({ min: 1, max: 9 }),
      back: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("settle" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("load" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("draw" as const), who, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("hide" as const), who, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("clog" as const), who, on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("become" as const),
      who,
      authority: fc.option(fc.constantFrom(...authorities)),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      box: fc.nat(7),
      home: fc.option(fc.constantFrom(...homes)),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

class Walk {
  readonly clock = new HandClock();
  readonly town = new Town();
  readonly visitors: readonly Visitor[];

  constructor() {
    for (let n = 0; n < 4; n++) this.town.twin.addDevice(box(`box-${n}`, homes[n] ?? null));
    this.visitors = authorities
      .slice(0, 3)
      .map((authority, n) => new Visitor(this.town, this.clock, `v${n}`, authority));
  }

  do(step: Step): void {
    if ("who" in step) this.#visit(step, this.visitors[step.who]!);
    else if (step.do === "tick") this.tick(step.times);
    else if (step.do === "add") this.town.twin.addDevice(box(`box-${step.box}`, step.home));
    else this.town.report(`box-${step.box}`, step.property, step.value, step.quality, step.agoMs);
  }

  #visit(step: Extract<Step, { who: number }>, visitor: Visitor): void {
    switch (step.do) {
      case "deliver":
        return step.back
          ? visitor.wire.deliverToServer(step.count)
          : visitor.wire.deliverToClient(step.count);
      case "settle":
        return visitor.settle();
      case "load":
        return visitor.loadAll();
      case "cut":
        return visitor.wire.cut();
      case "draw":
        return visitor.draw(step.on);
      case "hide":
        return visitor.hide(step.on);
      case "clog":
        visitor.wire.clogged = step.on;
        return;
      case "become":
        return visitor.become(step.authority);
    }
  }

  tick(times: number): void {
    for (let n = 0; n < times; n++) {
      this.town.tick();
      this.clock.advance(tickMs);
      // ST7: 20 ticks and one catch-up, and the last words of epochs that ended.
      for (const { wire } of this.visitors) expect(wire.framesUnderWay).toBeLessThanOrEqual(32);
    }
  }

  /** The network is whole again, everybody looks, and all comes to rest. */
  rest(): void {
    // Whoever was cut again and again waits up to 15 s before the next attempt.
    const isAway = (): boolean => this.visitors.some(({ link }) => link.state.get().state !== "live");
    for (let n = 0; n < 60 || (n < 220 && isAway()); n++) {
      for (const visitor of this.visitors) {
        // A person whose sign-in is gone comes back as the public.
        if (visitor.link.state.get().state === "refused") {
          visitor.link.close();
          visitor.link.start();
        }
        visitor.wire.clogged = false;
        visitor.hide(false);
        visitor.draw(true);
        visitor.settle();
      }
      this.tick(1);
    }
    for (const visitor of this.visitors) visitor.settle();
  }

  check(): void {
    for (const { authority, replica, link, troubles } of this.visitors) {
      // ST14: a check sum that does not match, or a frame that does not follow on, is a defect.
      expect(troubles).toBe(0);
      expect(link.state.get().state).toBe("live");
      expectEqualToTwin(this.town, authority, replica);
      const visible = new Set(this.town.visiblePoints(authority));
      const open = [...this.town.twin.openAlerts.values()].filter((alert) => visible.has(alert.point));
      const shown = replica.alerts.get().filter((alert) => alert.untilMs === null);
      expect(shown.map((alert) => alert.id).toSorted()).toEqual(open.map((alert) => alert.id).toSorted());
    }
  }
}

describe("a random walk over two queues", () => {
  it("ST5 ST6 ST11 ST12 ST15 whatever happens, the replica ends as what the server would show, and nothing foreign was sent", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 160, size: "max" }), (steps) => {
        const walk = new Walk();
        for (const each of steps) walk.do(each);
        walk.rest();
        walk.check();
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
