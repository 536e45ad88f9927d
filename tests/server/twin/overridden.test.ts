import { describe, expect, it } from "vitest";
import { LimitBook } from "../../../models/alarm/rules/limit-book.ts";
import type { RuleOverride } from "../../../models/alarm/rules/overrides.ts";
import { buildingId } from "../../../models/ids.ts";
import { CatalogueTwin, deviceOf } from "./catalogue-twin.ts";

const because = { reason: "the fan is being mended", who: "supervisor", atMs: 0 };
const override = (limit: string, at: RuleOverride["at"], set: RuleOverride["set"]): RuleOverride => ({
  ...{ limit, at, set },
  ...because,
});

function garage() {
  const limits = new LimitBook(() => null);
  const town = new CatalogueTwin({ limitsOf: (device, property) => limits.limitsOf(device, property) });
  town.add(
    deviceOf("garage_co", "air-1", { building: buildingId("A-3"), storey: -1 }),
    deviceOf("garage_co", "air-2", { building: buildingId("A-3"), storey: -2 }),
  );
  const set = (...overrides: RuleOverride[]) => {
    limits.replace(overrides);
    town.twin.rewatch();
    return town
      .alertsOf()
      .map(({ device, limit, priority, untilMs }) => [device, limit, priority, untilMs === null]);
  };
  for (const device of ["air-1", "air-2"]) town.say(device, "carbonMonoxide", 30);
  town.alertsOf(2 * 60_000);
  return { town, set };
}

describe("a twin whose rules are otherwise somewhere", () => {
  it("AR19 AR21 ends alerts that no longer hold there, and no others", () => {
    const { town, set } = garage();
    expect(town.twin.openAlerts.size).toBe(2);
    expect(
      set(override("garage_co.co", { building: "A-3", storey: -1 }, { value: 40, offDelayS: 0 })),
    ).toEqual([["air-1", "garage_co.co", "P2", false]]);
    expect(set(override("garage_co.co", { community: true }, { enabled: false }))).toEqual([
      ["air-2", "garage_co.co", "P2", false],
    ]);
    expect(set()).toEqual([]);
    expect(town.alertsOf(2 * 60_000).map(({ device }) => device)).toEqual(["air-1", "air-2"]);
  });

  it("AR12 AR19 tells an open alert again where its priority is another", () => {
    const { set } = garage();
    expect(set(override("garage_co.co", { device: "air-2" }, { priority: "P1" }))).toEqual([
      ["air-2", "garage_co.co", "P1", true],
    ]);
  });

  it("AR21 ends the alert of a compound rule that is switched off", () => {
    const limits = new LimitBook(() => null);
    const town = new CatalogueTwin({ limitsOf: (device, property) => limits.limitsOf(device, property) });
    const corridor = { building: buildingId("A-3"), storey: 21 };
    town.add(deviceOf("manual_call_point", "call", corridor), deviceOf("home_smoke", "smoke", corridor));
    town.say("smoke", "smoke", 1);
    town.pass();
    town.say("call", "pressed", 1);
    expect(town.pass()).toContain("manual_call_point.confirmed");
    limits.replace([override("manual_call_point.confirmed", { device: "call" }, { enabled: false })]);
    town.twin.rewatch();
    expect(town.pass()).toEqual(["-manual_call_point.confirmed", "home_smoke.confirmed"]);
  });
});
