import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OccupancyBody } from "../../../models/overlay/bodies.ts";
import { minutes } from "../../../models/quantity.ts";
import { bench, type Bench, metersIn, morningMs } from "./homes-of-a-building.ts";

const told = (where: Bench, audience: "staff" | "public", building: string) =>
  (where.overlays.body("occupancy", audience) as OccupancyBody).buildings.find(
    (each) => each.building === building,
  );

describe("people at home", () => {
  it("OV5 a community without meters says not measured", () => {
    const where = bench();
    where.tick(morningMs);
    expect(where.overlays.body("occupancy", "staff")).toMatchObject({
      status: "not-measured",
      buildings: [],
    });
  });

  it("OV3 staff see a band per building and quarters per storey, the public the band alone", () => {
    const where = bench();
    const meters = metersIn(where, "B-5");
    for (const meter of meters) where.say(meter, "occupied", 1, morningMs);
    where.tick(morningMs);
    const residents = where.community.dwellings
      .filter((home) => home.building === "B-5")
      .reduce((sum, home) => sum + home.residents, 0);
    const staff = told(where, "staff", "B-5");
    expect(staff?.status).toBe("shown");
    expect(residents).toBeGreaterThanOrEqual(staff?.band?.low ?? Number.POSITIVE_INFINITY);
    expect(residents).toBeLessThanOrEqual(staff?.band?.high ?? Number.POSITIVE_INFINITY);
    const byStorey =
      where.community.buildings.find((building) => building.id === "B-5")?.residentsByStorey ?? [];
    expect(staff?.storeys).toEqual(byStorey.map((declared) => (declared >= 10 ? 4 : null)));
    expect(told(where, "public", "B-5")).toMatchObject({ band: staff?.band, storeys: [] });
  });

  it("OV4 the public's band moves only at a quarter of an hour", () => {
    const where = bench();
    const meters = metersIn(where, "B-5");
    for (const meter of meters) where.say(meter, "occupied", 1, morningMs);
    where.tick(morningMs);
    const before = told(where, "public", "B-5");
    for (const meter of meters) where.say(meter, "occupied", 0, morningMs + minutes);
    where.tick(morningMs + 14 * minutes);
    expect(told(where, "staff", "B-5")?.band?.low).toBe(0);
    expect(told(where, "public", "B-5")).toEqual(before);
    where.tick(morningMs + 15 * minutes);
    expect(told(where, "public", "B-5")?.band?.low).toBe(0);
  });

  it("OV5 a building whose meters are not heard yet says so", () => {
    const where = bench();
    const meters = metersIn(where, "B-5");
    for (const meter of meters.slice(0, 10)) where.say(meter, "occupied", 1, morningMs);
    where.tick(morningMs);
    expect(told(where, "staff", "B-5")).toMatchObject({ status: "not-yet", band: null, storeys: [] });
  });

  it("DU6 in a building of fewer than ten residents nothing that happens changes an answer", () => {
    const few = bench();
    const home = few.community.dwellings.find((each) => each.residents === 3 && each.building === "C2-1");
    const building = few.community.buildings.find((each) => each.id === "C2-1");
    if (home === undefined || building === undefined) throw new Error("the demo has no such home");
    const community = {
      ...few.community,
      dwellings: [home],
      buildings: [
        {
          ...building,
          residentsByStorey: building.residentsByStorey.map((_, i) => (i === home.storey - 1 ? 3 : 0)),
        },
      ],
    };
    const life = fc.array(
      fc.record({ occupied: fc.constantFrom(0, 1), loadKw: fc.double({ min: 0, max: 12, noNaN: true }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(life, (moments) => {
        const where = bench(community);
        const [meter = ""] = metersIn(where, "C2-1");
        const all = Array.from(
          { length: 8 },
          (_, i) => moments[i % moments.length] ?? { occupied: 0, loadKw: 0 },
        );
        all.forEach(({ occupied, loadKw }, i) => {
          where.say(meter, "occupied", occupied, morningMs + i * 15 * minutes);
          where.say(meter, "power", loadKw, morningMs + i * 15 * minutes);
          where.tick(morningMs + i * 15 * minutes);
        });
        seen.add(
          (["public", "planner"] as const)
            .flatMap((audience) =>
              (["energy", "occupancy", "alerts"] as const).map((o) => where.overlays.body(o, audience)),
            )
            .map((body) => JSON.stringify(body))
            .join("\n"),
        );
      }),
      { numRuns: 30 },
    );
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain("privacy");
  });
});
