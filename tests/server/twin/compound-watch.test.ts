import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compoundRules } from "../../../models/alarm/rules/compound/compound-rules.ts";
import { noSignOfLife } from "../../../models/alarm/rules/compound/no-sign-of-life.ts";
import { catalogue } from "../../../models/device/catalogue.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { buildingId, deviceId, dwellingId, pointId, propertyId, spaceId } from "../../../models/ids.ts";
import { hours, minutes, seconds } from "../../../models/quantity.ts";
import { CatalogueTwin, deviceOf } from "./catalogue-twin.ts";

const bad = qualityByte("bad", "reported-by-device");
const home = { building: buildingId("A-3"), storey: 21, dwelling: dwellingId("A-3-2101") };
const corridor = { building: buildingId("A-3"), storey: 21 };
const above = { building: buildingId("A-3"), storey: 22 };

function floors() {
  const town = new CatalogueTwin();
  town.add(
    deviceOf("smoke_detector", "smoke-21", corridor),
    deviceOf("smoke_detector", "smoke-22", above),
    deviceOf("heat_detector", "heat-21", corridor),
    deviceOf("manual_call_point", "call-21", corridor),
    deviceOf("home_smoke", "home-21", home),
  );
  return town;
}

describe("compound rules", () => {
  it("AR26 are named by limits, and each such limit names one", () => {
    const named = [...catalogue.values()].flatMap(({ limits }) =>
      limits.flatMap(({ condition }) => (condition.when === "together" ? [condition.rule] : [])),
    );
    expect([...new Set(named)].toSorted()).toEqual(
      [...compoundRules.map(({ id }) => id), noSignOfLife.id].toSorted(),
    );
    const limits = new Set(
      [...catalogue.values()].flatMap((kind) => kind.limits.map(({ id }) => String(id))),
    );
    for (const sign of compoundRules.flatMap(({ parts }) => parts.flatMap(({ signs }) => signs)))
      if ("limit" in sign) expect(limits).toContain(sign.limit);
  });

  it("AR24 AR26 AR27 confirm a fire by a second device on the storey, at the one that came last", () => {
    const town = floors();
    town.say("home-21", "smoke", 1);
    expect(town.pass()).toEqual(["home_smoke.smoke"]);
    town.say("smoke-22", "obscuration", 0.3);
    town.say("heat-21", "temperature", 30);
    expect(town.pass(10_100)).not.toContain("smoke_detector.confirmed");
    town.say("call-21", "pressed", 1);
    const told = town.alertsOf();
    expect(told.map(({ limit, device, priority }) => [limit, device, priority])).toEqual([
      ["manual_call_point.pressed", "call-21", "P1"],
      ["manual_call_point.confirmed", "call-21", "P1"],
    ]);
    town.say("heat-21", "temperature", 70);
    expect(town.pass()).toEqual(["heat_detector.hot"]);
    town.say("call-21", "pressed", 0);
    expect(town.pass()).toEqual(["-manual_call_point.pressed"]);
    town.say("heat-21", "temperature", 30);
    expect(town.pass()).toEqual(["-heat_detector.hot", "-manual_call_point.confirmed"]);
  });

  it("AR24 AR27 need two devices, not two alerts of one", () => {
    const town = floors();
    town.say("heat-21", "temperature", 70);
    town.say("heat-21", "rate", 9);
    expect(town.pass()).toEqual(["heat_detector.hot", "heat_detector.rising"]);
  });

  it("AR27 take a flame that a camera sees, and a space for a storey outside of buildings", () => {
    const town = new CatalogueTwin();
    const zone = { storey: -1, space: spaceId("garage-7") };
    const camera = deviceOf("camera", "camera-7", zone);
    const [online] = camera.points;
    town.add(deviceOf("smoke_detector", "smoke-7", zone), {
      ...camera,
      points: [{ ...online!, property: propertyId("flame") }],
    });
    town.say("camera-7", "flame", 1);
    expect(town.pass()).toEqual([]);
    town.say("smoke-7", "obscuration", 0.3);
    town.pass(100);
    expect(town.pass(5_000)).toEqual(["smoke_detector.fire", "smoke_detector.confirmed"]);
  });

  it("AR25 neither begin nor end by what is only remembered", () => {
    const lift = new CatalogueTwin();
    lift.add(deviceOf("lift", "lift-1"));
    for (const [property, value] of [
      ["speed", 0],
      ["mode", 0],
      ["door", 0],
    ] as const)
      lift.say("lift-1", property, value);
    lift.say("lift-1", "person", 1);
    lift.pass();
    lift.say("lift-1", "person", 1, bad);
    expect(lift.pass(2 * minutes)).toEqual([]);
  });

  it("AR25 take an open alert for a sign, whoever vouches for its point", () => {
    const town = floors();
    town.say("home-21", "smoke", 1);
    town.pass();
    town.say("home-21", "smoke", 1, bad);
    town.pass();
    town.say("call-21", "pressed", 1);
    expect(town.pass()).toEqual(["manual_call_point.pressed", "manual_call_point.confirmed"]);
  });

  it("AR28 take somebody in a lift that stood shut for a minute for trapped", () => {
    const lift = new CatalogueTwin();
    lift.add(deviceOf("lift", "lift-1"));
    const say = (of: Record<string, number>) => {
      for (const [property, value] of Object.entries(of)) lift.say("lift-1", property, value);
    };
    let still: Record<string, number> = {};
    const told = (ms: number, of: Record<string, number> = {}) => {
      still = { ...still, ...of };
      say(of);
      const first = lift.pass();
      let left = ms;
      const rest: string[] = [];
      for (; left > 0; left -= 5_000) {
        say({ speed: 0, person: 1, ...still });
        rest.push(...lift.pass(5_000));
      }
      return [...first, ...rest];
    };
    expect(told(55_000, { speed: 0, door: 0, person: 1, mode: 0 })).toEqual([]);
    expect(told(5_000)).toEqual(["lift.entrapment"]);
    say({ door: 2 });
    expect(lift.pass()).toEqual([]);
    expect(lift.pass(60_000)).toEqual(["-lift.entrapment"]);
    expect(told(90_000, { door: 0, mode: 1 })).toEqual([]);
    expect(told(90_000, { mode: 6 })).toEqual(["lift.trapped"]);
  });

  it("AR29 AR33 bring somebody for water that runs over a floor at night, and tell nothing else of the home", () => {
    const town = new CatalogueTwin();
    town.add(deviceOf("leak_sensor", "leak", home), deviceOf("water_meter", "meter", home));
    const flood = () => {
      town.say("leak", "wet", 1);
      town.say("meter", "flow", 400);
      return town.alertsOf(100).concat(town.alertsOf(60_000));
    };
    expect(flood().map(({ limit }) => limit)).toEqual(["leak_sensor.wet"]);
    town.nowMs += 16.5 * hours;
    const told = flood();
    expect(told.map(({ limit, point }) => [limit, point])).toEqual([
      ["leak_sensor.running-at-night", "leak/wet"],
    ]);
    expect(told[0]!.value).toBe(1);
  });

  it("AR30 tell of a valve that did not shut", () => {
    const town = new CatalogueTwin();
    town.add(deviceOf("gas_detector", "gas", home));
    town.say("gas", "valveOpen", 1);
    town.say("gas", "state", 1);
    town.pass();
    expect(town.pass(5_000)).toEqual(["gas_detector.state-gas-low"]);
    expect(town.pass(5_000)).toEqual(["gas_detector.not-shut"]);
    const shut = new CatalogueTwin();
    shut.add(deviceOf("gas_detector", "gas", home));
    shut.say("gas", "valveOpen", 0);
    shut.say("gas", "state", 1);
    expect([...shut.pass(), ...shut.pass(60_000)]).toEqual(["gas_detector.state-gas-low"]);
  });

  it("AR11 AR25 take up their alert after a restart and end it by what is told then", () => {
    const before = floors();
    before.say("home-21", "smoke", 1);
    before.say("call-21", "pressed", 1);
    const open = before.alertsOf();
    expect(open).toHaveLength(3);
    const after = floors();
    for (const alert of open) expect(after.twin.resume(alert)).toBe(true);
    expect(after.pass()).toEqual([]);
    expect([...after.twin.openAlerts.keys()]).toEqual(open.map(({ id }) => id));
    after.say("call-21", "pressed", 0);
    expect(after.pass()).toEqual(["-manual_call_point.pressed", `-${open[2]!.limit}`]);
  });

  it("AR12 AR24 go with a device that stands elsewhere now", () => {
    const town = floors();
    town.say("home-21", "smoke", 1);
    town.pass();
    town.say("call-21", "pressed", 1);
    expect(town.pass()).toContain("manual_call_point.confirmed");
    town.add(deviceOf("home_smoke", "home-21", { ...home, storey: 22 }));
    expect(town.pass()).toEqual(["-manual_call_point.confirmed"]);
  });

  it("AR2 AR24 AR27 take turns on random walks, open as long as two devices of a storey tell of fire", () => {
    const signs = [
      ["home-21", "smoke", 0, 1],
      ["call-21", "pressed", 0, 1],
      ["heat-21", "temperature", 20, 70],
      ["heat-21", "rate", 0, 9],
    ] as const;
    const step = fc.record({ sign: fc.constantFrom(...signs), on: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (walk) => {
        const town = floors();
        const burning = new Map<string, boolean>();
        let open: string | null = null;
        for (const { sign, on } of walk) {
          const [device, property, off, beyond] = sign;
          town.say(device, property, on ? beyond : off);
          burning.set(`${device} ${property}`, on);
          const devices = new Set([...burning].flatMap(([key, is]) => (is ? [key.split(" ")[0]] : [])));
          const told = town.alertsOf(1 * seconds).filter(({ limit }) => limit.endsWith(".confirmed"));
          const isFire = devices.size >= 2;
          expect(told).toHaveLength(isFire === (open !== null) ? 0 : 1);
          for (const { id, untilMs } of told) {
            if (open === null) expect(untilMs).toBeNull();
            else expect(id).toBe(open);
            open = untilMs === null ? id : null;
          }
          expect(open !== null).toBe(isFire);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("a home of somebody who lives alone", () => {
  function quietHome(alone = true) {
    const town = new CatalogueTwin({ livesAlone: () => alone });
    const meter = deviceOf("elec_meter", "meter", home);
    const [occupied] = meter.points.filter(({ property }) => property === "occupied");
    town.add({ ...meter, points: [{ ...occupied!, periodS: 1e6 }] }, deviceOf("sos_button", "button", home), {
      ...meter,
      id: deviceId("switch"),
      points: [{ ...occupied!, property: propertyId("away"), periodS: 1e6 }],
    });
    const told = (ms: number) => town.pass(ms).filter((limit) => !limit.includes("battery"));
    town.say("meter", "occupied", 0);
    town.say("switch", "away", 0);
    told(100);
    return { town, told };
  }

  it("AR31 AR33 brings somebody after twelve hours without a sign of life, until there is one", () => {
    const { town, told } = quietHome();
    expect(told(6 * hours)).toEqual([]);
    town.say("meter", "occupied", 1);
    expect(told(2 * hours)).toEqual([]);
    town.say("meter", "occupied", 0);
    expect(told(11.9 * hours)).toEqual([]);
    const [alert] = town.alertsOf(0.3 * hours);
    expect(alert).toMatchObject({ limit: "sos_button.no-sign-of-life", point: "button/state" });
    town.say("meter", "occupied", 1);
    expect(told(100)).toEqual(["-sos_button.no-sign-of-life"]);
  });

  it("AR31 does so for nobody else", () => {
    expect(quietHome(false).told(30 * hours)).toEqual([]);
  });

  it("AR31 waits for a whole day while somebody says that they are away", () => {
    const { town, told } = quietHome();
    town.say("switch", "away", 1);
    expect(told(23 * hours)).toEqual([]);
    expect(told(1.1 * hours)).toEqual(["sos_button.no-sign-of-life"]);
    town.say("switch", "away", 0);
    expect(told(100)).toEqual([]);
  });

  it("AR32 counts anew after nobody knew", () => {
    const { town, told } = quietHome();
    expect(told(11 * hours)).toEqual([]);
    town.say("meter", "occupied", 0, bad);
    expect(told(5 * hours)).toEqual([]);
    town.say("meter", "occupied", 0);
    expect(told(11 * hours)).toEqual([]);
    expect(told(1.1 * hours)).toEqual(["sos_button.no-sign-of-life"]);
  });

  it("AR11 AR32 keeps an alert of an earlier run until there is a sign of life", () => {
    const first = quietHome();
    first.told(11.9 * hours);
    const [alert] = first.town.alertsOf(0.3 * hours);
    const { town, told } = quietHome();
    expect(town.twin.resume(alert!)).toBe(true);
    town.say("meter", "occupied", 0, bad);
    expect(told(2 * hours)).toEqual([]);
    town.say("meter", "occupied", 0);
    expect(told(2 * hours)).toEqual([]);
    town.say("meter", "occupied", 1);
    expect(told(100)).toEqual(["-sos_button.no-sign-of-life"]);
    expect(alert!.point).toBe(pointId(deviceId("button"), propertyId("state")));
  });
});
