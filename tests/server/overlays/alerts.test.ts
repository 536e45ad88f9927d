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

  it("OV7 DU9 a call for help from a home is told to staff, with what and where; a fast heart to nobody", () => {
    const where = bench();
    const [home] = where.community.dwellings;
    const place = { building: home!.building, storey: home!.storey, dwelling: home!.id };
    where.add("sos_button", "S-1", place);
    where.add("wearable", "W-1", place);
    where.say("S-1", "state", 1, morningMs);
    where.say("W-1", "heartRate", 180, morningMs);
    for (let minute = 0; minute <= 10; minute++) where.tick(morningMs + minute * 60_000);
    const { intervals } = where.overlays.body("alerts", "staff") as AlertsBody;
    expect(intervals.map(({ limit }) => limit)).toEqual(["sos_button.pressed", "sos_button.unanswered"]);
    expect(intervals[0]).toMatchObject({ building: place.building, about: { kind: "sos_button", place } });
    for (const audience of ["public", "planner"] as const) expect(told(where, audience)).toEqual([]);
  });

  it("says that something is measured as soon as the first device is known", () => {
    const where = bench();
    where.tick(morningMs);
    const heard: string[] = [];
    const status = () => (where.overlays.body("alerts", "staff") as AlertsBody).status;
    expect(status()).toBe("not-measured");
    where.overlays.onChange((overlay, audience) => heard.push(`${overlay} ${audience}`));
    where.add("waste_station", "W-1", {});
    expect(status()).toBe("shown");
    expect(heard).toEqual(expect.arrayContaining(["alerts staff", "alerts public"]));
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

  it("OV5 says that nothing is measured where no device is, not that nothing is wrong", () => {
    const where = bench();
    where.tick(morningMs);
    for (const audience of ["public", "planner", "staff"] as const)
      expect(where.overlays.body("alerts", audience)).toMatchObject({
        status: "not-measured",
        intervals: [],
      });
    where.add("elec_feeder", "F-1", {});
    where.tick(morningMs + 60_000);
    expect(where.overlays.body("alerts", "staff")).toMatchObject({ status: "shown", intervals: [] });
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
