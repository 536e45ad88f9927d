import { describe, expect, it } from "vitest";
import type { Audience } from "../../../models/duty/authority.ts";
import type { AlertsBody } from "../../../models/overlay/bodies.ts";
import { hours } from "../../../models/quantity.ts";
import { bench, type Bench, morningMs } from "./homes-of-a-building.ts";

const told = (where: Bench, audience: Audience) =>
  (where.overlays.body("alerts", audience) as AlertsBody).intervals.map((each) => each.point);

describe("alerts over time", () => {
  it("OV7 an alert of a staff point is told to staff, one of a public point to everybody", () => {
    const where = bench();
    where.add("waste_station", "W-1", {});
    where.add("elec_feeder", "F-1", {});
    where.say("W-1", "otherFill", 97, morningMs);
    where.say("F-1", "breaker", 2, morningMs);
    where.tick(morningMs);
    where.tick(morningMs + 1000);
    expect(told(where, "staff")).toContain("F-1/breaker");
    expect(told(where, "staff")).toContain("W-1/otherFill");
    for (const audience of ["public", "planner"] as const) {
      expect(new Set(told(where, audience))).toEqual(new Set(["W-1/otherFill"]));
    }
  });

  it("keeps an ended alert as an interval for six hours", () => {
    const where = bench();
    where.add("elec_feeder", "F-1", {});
    where.say("F-1", "breaker", 2, morningMs);
    where.tick(morningMs);
    where.say("F-1", "breaker", 1, morningMs + 60_000);
    where.tick(morningMs + 60_000);
    const body = where.overlays.body("alerts", "staff") as AlertsBody;
    expect(body.intervals).toMatchObject([
      { point: "F-1/breaker", fromMs: morningMs, untilMs: morningMs + 60_000 },
    ]);
    where.tick(morningMs + 7 * hours);
    expect(told(where, "staff")).toEqual([]);
  });

  it("wakes its listeners only when an answer changed", () => {
    const where = bench();
    const woken: string[] = [];
    where.overlays.onChange((overlay, audience) => woken.push(`${overlay} ${audience}`));
    where.add("elec_feeder", "F-1", {});
    where.tick(morningMs);
    woken.length = 0;
    where.tick(morningMs + 100);
    expect(woken).toEqual([]);
    where.say("F-1", "breaker", 2, morningMs + 200);
    where.tick(morningMs + 200);
    expect(woken).toEqual(["alerts staff"]);
  });
});
