import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearSky } from "../../../models/demo/rhythm/weather.ts";
import { isOccupied, lightsAreOn, loadRestDay, loadWorkday } from "../../../models/demo/rhythm/household.ts";
import { rideAt } from "../../../models/demo/rhythm/lift-ride.ts";
import { momentOf } from "../../../models/demo/rhythm/moment.ts";
import { carsPassed, peoplePassed, shareParked } from "../../../models/demo/rhythm/passage.ts";
import { shareAtHome } from "../../../models/demo/rhythm/presence.ts";
import { sunsetHour } from "../../../models/demo/rhythm/sun.ts";
import { days, hours, seconds } from "../../../models/quantity.ts";
import { community, demoOf, local } from "./xinghe-demo.ts";

const demo = demoOf();
const aDay = fc.integer({ min: 0, max: 364 }).map((day) => local(1, 1, 0) + day * days);
const anInstant = fc.integer({ min: local(1, 1, 0), max: local(12, 31, 23) });

describe("the rhythm of the demo", () => {
  it("DM4 lets as many out as in over a whole day, people and cars", () => {
    fc.assert(
      fc.property(aDay, (midnight) => {
        for (const passedAt of [peoplePassed, carsPassed]) {
          const from = passedAt(momentOf(midnight));
          const until = passedAt(momentOf(midnight + days));
          expect(until.in - from.in).toBeCloseTo(until.out - from.out, 6);
          expect(until.in - from.in).toBeGreaterThan(0.3);
        }
      }),
    );
  });

  it("DM4 moves the net flow of the home curve: on a workday 2,160 people more leave than come from seven to eight", () => {
    const passed = (hour: number) => peoplePassed(momentOf(local(11, 24, hour)));
    const net = (from: number, until: number) =>
      9000 * (passed(until).in - passed(from).in - (passed(until).out - passed(from).out));
    expect(net(7, 8)).toBeCloseTo(-2160, 3);
    expect(net(17, 18)).toBeCloseTo(1260, 3);
  });

  it("DM4 never counts backwards", () => {
    fc.assert(
      fc.property(anInstant, fc.integer({ min: 0, max: 3 * days }), (from, later) => {
        for (const passedAt of [peoplePassed, carsPassed]) {
          const [before, after] = [passedAt(momentOf(from)), passedAt(momentOf(from + later))];
          expect(after.in).toBeGreaterThanOrEqual(before.in - 1e-9);
          expect(after.out).toBeGreaterThanOrEqual(before.out - 1e-9);
        }
      }),
    );
  });

  it("DM10 has homes occupied and lit as the hour asks", () => {
    const homes = [...demo.works.households.values()].filter(({ dwelling }) => dwelling.residents > 0);
    const shareOf = (hour: number, of: (home: (typeof homes)[number], at: number) => boolean): number =>
      homes.filter((home) => of(home, local(11, 24, hour))).length / homes.length;
    for (const hour of [3, 9, 14, 19, 22]) {
      const share = shareOf(hour, (home, at) => isOccupied(home, momentOf(at)));
      expect(Math.abs(share - shareAtHome(momentOf(local(11, 24, hour)))), `${hour} o'clock`).toBeLessThan(
        0.03,
      );
    }
    const lit = (hour: number) => shareOf(hour, (home, at) => lightsAreOn(home, demo.now(at)));
    expect(lit(20)).toBeGreaterThan(0.7);
    expect(lit(3)).toBeLessThan(0.05);
    expect(lit(13)).toBeLessThan(0.08);
  });

  it("DM10 empties the garage by day and fills it at night", () => {
    expect(shareParked(momentOf(local(11, 24, 2)))).toBeCloseTo(0.92, 2);
    expect(shareParked(momentOf(local(11, 24, 12)))).toBeCloseTo(0.48, 2);
  });

  it("DM10 shapes the load of homes with a mean of one", () => {
    for (const shape of [loadWorkday, loadRestDay]) {
      expect(shape.reduce((sum, value) => sum + value, 0) / 24).toBeCloseTo(1, 9);
    }
  });

  it("DM6 makes no power while the sun is down, and some at a clear noon", () => {
    fc.assert(
      fc.property(anInstant, (at) => {
        const now = demo.now(at);
        if (now.sun.altitudeDeg <= 0) expect(now.pvPerKwp).toBe(0);
        expect(now.pvPerKwp).toBeGreaterThanOrEqual(0);
        expect(now.pvPerKwp).toBeLessThan(1.1);
      }),
    );
    expect(clearSky(30)).toBeCloseTo(1098 * 0.5 * Math.exp(-0.114), 6);
  });

  it("DM6 knows when the sun goes down", () => {
    const day = momentOf(local(12, 22, 12)).day;
    expect(sunsetHour(community.place!, day)).toBeCloseTo(16.98, 1);
  });

  it("DM11 keeps a lift within its storeys, doors shut while it moves, floor by floor", () => {
    const shafts = [...demo.works.shafts.values()];
    fc.assert(
      fc.property(fc.nat(shafts.length - 1), anInstant, (index, from) => {
        const shaft = shafts[index]!;
        let before = rideAt(shaft, from);
        for (let second = 1; second <= 300; second++) {
          const ride = rideAt(shaft, from + second * seconds);
          expect(ride.floor).toBeGreaterThanOrEqual(1);
          expect(ride.floor).toBeLessThanOrEqual(shaft.floors);
          expect(ride.direction === "idle").toBe(ride.speedMs === 0);
          if (ride.direction !== "idle") expect(ride.door).toBe("closed");
          expect(Math.abs(ride.floor - before.floor)).toBeLessThanOrEqual(2);
          before = ride;
        }
      }),
      { numRuns: 40 },
    );
  });

  it("DM11 moves lifts more in the morning than in the depth of the night", () => {
    const moving = (from: number) => {
      let count = 0;
      for (const shaft of demo.works.shafts.values()) {
        for (let minute = 0; minute < 60; minute++)
          if (rideAt(shaft, from + (minute * hours) / 60).busy) count++;
      }
      return count;
    };
    expect(moving(local(11, 24, 7.5))).toBeGreaterThan(5 * moving(local(11, 24, 2)));
  });
});
