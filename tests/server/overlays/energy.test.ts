import { describe, expect, it } from "vitest";
import { type EnergyBody, energyUses } from "../../../models/overlay/bodies.ts";
import { hours, minutes } from "../../../models/quantity.ts";
import { buildingId } from "../../../models/ids.ts";
import { bench, type Bench, metersIn, morningMs } from "./homes-of-a-building.ts";

const staff = (where: Bench) => where.overlays.body("energy", "staff") as EnergyBody;
const everybody = (where: Bench) => where.overlays.body("energy", "public") as EnergyBody;

function feeder(where: Bench, id: string, use: (typeof energyUses)[number]): void {
  where.add("elec_feeder", id, { building: buildingId("B-5") });
  where.say(id, "use", energyUses.indexOf(use), morningMs);
}

describe("energy by use", () => {
  it("OV5 without a measuring device it says not measured and shows no zero", () => {
    const where = bench();
    where.tick(morningMs);
    for (const body of [staff(where), everybody(where)]) {
      expect(body).toMatchObject({ status: "not-measured", uses: [], steps: [], buildings: [] });
    }
  });

  it("OV6 the power of a minute is the mean of its readings in whatever order they came", () => {
    const ascending = bench();
    const mixed = bench();
    const readings = [3, 6, 9, 30].map((powerKw, i) => ({ powerKw, atMs: morningMs + i * 20_000 }));
    for (const where of [ascending, mixed]) feeder(where, "F-1", "lifts");
    for (const { powerKw, atMs } of readings) ascending.say("F-1", "power", powerKw, atMs);
    for (const { powerKw, atMs } of [3, 0, 2, 1].flatMap((i) => readings[i] ?? []))
      mixed.say("F-1", "power", powerKw, atMs);
    for (const where of [ascending, mixed]) {
      where.tick(morningMs + 90_000);
      expect(staff(where).uses).toEqual(["lifts"]);
      expect(
        staff(where)
          .steps.slice(-2)
          .map((step) => step.powerKw),
      ).toEqual([[6], [30]]);
    }
  });

  it("OV6 a silent feeder is held for three of its periods and then is a gap, not a zero", () => {
    const where = bench();
    feeder(where, "F-1", "pumps");
    where.say("F-1", "power", 12, morningMs);
    for (let minute = 1; minute <= 6; minute++) where.tick(morningMs + minute * minutes);
    expect(
      staff(where)
        .steps.slice(-7)
        .map((step) => step.powerKw[0]),
    ).toEqual([12, 12, 12, 12, null, null, null]);
    expect(staff(where).steps.at(-1)?.coverage).toBe(0);
  });

  it("OV9 a recorded home of no dwelling counts for staff among the dwellings, and for the public not at all", () => {
    const where = bench();
    where.add("recorded_home", "R-1", { building: buildingId("B-5") }, "recorded");
    const hour = (at: number) => morningMs + at * hours;
    for (const at of [0, 1, 2, 3]) where.say("R-1", "load", 2.5, hour(at));
    where.tick(hour(3) + minutes);
    expect(staff(where)).toMatchObject({
      status: "shown",
      uses: ["dwellings"],
      buildings: [{ building: "B-5", status: "shown", powerKw: 2.5 }],
      sources: [{ use: "dwellings", devices: ["R-1"] }],
    });
    expect(staff(where).steps.at(-1)?.powerKw).toEqual([2.5]);
    expect(everybody(where)).toMatchObject({ status: "privacy", uses: [], steps: [], buildings: [] });
    // Beside a feeder the public reads that one alone.
    feeder(where, "F-1", "lifts");
    for (const at of [0, 1, 2, 3]) where.say("F-1", "power", 4, hour(at));
    where.tick(hour(4) + minutes);
    expect(everybody(where).uses).toEqual(["lifts"]);
    expect(everybody(where).steps.at(-1)).toMatchObject({ powerKw: [4], coverage: 1 });
  });

  it("OV9 a power that is a home's own is in no sum of staff's", () => {
    const where = bench();
    const place = { building: buildingId("B-5"), dwelling: where.community.dwellings[0]!.id };
    for (const kind of ["recorded_home", "pv_inverter", "bess"]) where.add(kind, kind, place);
    where.say("recorded_home", "load", 2.5, morningMs);
    where.say("pv_inverter", "power", 2.5, morningMs);
    where.tick(morningMs + minutes);
    expect(staff(where)).toMatchObject({ status: "not-measured", uses: [], buildings: [], sources: [] });
  });

  it("OV4 what the public reads is by the hour and at least an hour old", () => {
    const where = bench();
    feeder(where, "F-1", "lighting");
    for (let minute = 0; minute < 180; minute += 10)
      where.say("F-1", "power", 10, morningMs + minute * minutes);
    where.tick(morningMs + 119 * minutes);
    expect(everybody(where).status).toBe("not-yet");
    where.tick(morningMs + 120 * minutes);
    const body = everybody(where);
    expect(body).toMatchObject({ status: "shown", step: "hour", sources: [] });
    expect(body.steps.at(-1)).toMatchObject({ fromMs: morningMs, powerKw: [10] });
  });

  it("OV1 a building's homes are summed for the public, unless one of them stands out", () => {
    for (const [loadOfFirstKw, expected] of [
      [1, { status: "shown", powerKw: 104 }],
      [60, { status: "privacy", powerKw: null }],
    ] as const) {
      const where = bench();
      metersIn(where, "B-5").forEach((meter, i) =>
        where.say(meter, "power", i === 0 ? loadOfFirstKw : 1, morningMs + 30 * minutes),
      );
      where.tick(morningMs + 2 * hours);
      expect(everybody(where).buildings).toEqual([{ building: "B-5", status: "not-yet", powerKw: null }]);
      where.tick(morningMs + 2 * hours + minutes);
      expect(everybody(where).buildings).toEqual([{ building: "B-5", ...expected }]);
    }
  });

  it("DU6 whatever a home below the minimum group does, every public answer is the same bytes", () => {
    const answers = [0.2, 7.5].map((loadKw) => {
      const where = bench();
      metersIn(where, "A-1", 14).forEach((meter, i) => {
        where.say(meter, "power", i === 3 ? loadKw : 1, morningMs + 30 * minutes);
        where.say(meter, "occupied", i === 3 && loadKw > 1 ? 1 : 0, morningMs + 30 * minutes);
      });
      where.tick(morningMs + 2 * hours);
      where.tick(morningMs + 2 * hours + minutes);
      return JSON.stringify(everybody(where)) + JSON.stringify(where.overlays.body("energy", "planner"));
    });
    expect(answers[0]).toContain("privacy");
    expect(answers[1]).toBe(answers[0]);
  });

  it("OV8 tells an hour once: readings that come later change nothing that was told, and the next hour counts them", () => {
    const where = bench();
    const [first = "", ...others] = metersIn(where, "B-5");
    const all = (atMs: number) => [first, ...others].forEach((meter) => where.say(meter, "power", 1, atMs));
    const told = () => everybody(where).buildings;
    all(morningMs + 30 * minutes);
    where.tick(morningMs + 2 * hours);
    where.say(others[0] ?? "", "power", 3, morningMs + 31 * minutes);
    where.tick(morningMs + 2 * hours + minutes);
    expect(told()).toEqual([{ building: "B-5", status: "not-yet", powerKw: null }]);
    where.tick(morningMs + 2 * hours + 2 * minutes);
    expect(told()).toEqual([{ building: "B-5", status: "shown", powerKw: 105 }]);
    for (let minute = 3; minute < 20; minute++) {
      where.say(first, "power", 90, morningMs + 32 * minutes);
      where.tick(morningMs + 2 * hours + minute * minutes);
      expect(told()).toEqual([{ building: "B-5", status: "shown", powerKw: 105 }]);
    }
    all(morningMs + 95 * minutes);
    where.tick(morningMs + 3 * hours);
    expect(told()).toEqual([{ building: "B-5", status: "shown", powerKw: 105 }]);
    where.tick(morningMs + 3 * hours + minutes);
    expect(told()).toEqual([{ building: "B-5", status: "shown", powerKw: 104 }]);
  });

  it("OV8 tells no sum that lacks the dwellings while it is not settled whether they may be told", () => {
    const where = bench();
    feeder(where, "F-1", "lifts");
    feeder(where, "F-2", "dwellings");
    where.say("F-1", "power", 4, morningMs);
    where.say("F-2", "power", 100, morningMs);
    metersIn(where, "B-5").forEach((meter) => where.say(meter, "power", 1, morningMs));
    where.tick(morningMs + 2 * hours);
    expect(everybody(where)).toMatchObject({ status: "not-yet", steps: [] });
    where.tick(morningMs + 2 * hours + minutes);
    expect(everybody(where)).toMatchObject({ status: "shown", uses: ["dwellings", "lifts"] });
  });

  it("says what is measured within seconds of its coming, to everybody", () => {
    const where = bench();
    where.tick(morningMs);
    expect(everybody(where).status).toBe("not-measured");
    feeder(where, "F-1", "lifts");
    where.tick(morningMs + 5000);
    expect(everybody(where).status).toBe("not-yet");
  });

  it("tells the staff what a building's feeders carry and never what a home does", () => {
    const where = bench();
    const [meter = ""] = metersIn(where, "B-5");
    where.say(meter, "power", 3.21, morningMs);
    feeder(where, "F-1", "dwellings");
    where.say("F-1", "power", 88, morningMs);
    where.tick(morningMs + 1000);
    expect(staff(where).buildings).toEqual([{ building: "B-5", status: "shown", powerKw: 88 }]);
    expect(JSON.stringify(staff(where))).not.toContain("3.2");
  });
});
