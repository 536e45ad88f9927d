import { describe, expect, it } from "vitest";
import { descriptionOf } from "../../../models/demo/demo.ts";
import { standingPicture } from "../../../models/demo/faults/standing.ts";
import { gathered } from "../../../models/demo/gathered.ts";
import { readDescription } from "../../../models/device/description.ts";
import { kindsOfTable } from "../device/kinds-of-table.ts";
import { community, demoOf } from "./xinghe-demo.ts";

const { devices, works } = demoOf();
const byKind = gathered(devices, ({ kind }) => kind.id as string);
const inHomes = [
  "elec_meter",
  "home_smoke",
  "gas_detector",
  "room_temp",
  "sos_button",
  "wearable",
  "fall_radar",
];

describe("the demo's devices", () => {
  it.each(Object.entries(kindsOfTable))("DM2 %s comes to %i, within 2 %", (kind, planned) => {
    const expected = kind === "gas_meter" || kind === "water_meter" ? 0 : planned;
    expect(Math.abs((byKind.get(kind)?.length ?? 0) - expected)).toBeLessThanOrEqual(0.02 * expected);
  });

  it("DM2 have each a name of their own", () => {
    const names = gathered(devices, ({ name }) => name.en);
    expect([...names].filter(([, { length }]) => length > 1).map(([name]) => name)).toEqual([]);
    expect(new Set(devices.map(({ name }) => name["zh-CN"])).size).toBe(devices.length);
  });

  it("DM2 thins only devices in homes, and keeps a part of the same ones", () => {
    const half = demoOf({ scale: 0.5 }).devices;
    const all = new Set(devices.map(({ id }) => id));
    expect(half.filter(({ id }) => !all.has(id))).toEqual([]);
    const halfByKind = gathered(half, ({ kind }) => kind.id as string);
    for (const [kind, { length }] of byKind) {
      expect(halfByKind.get(kind)?.length, kind).toBe(inHomes.includes(kind) ? length / 2 : length);
    }
  });

  it("DM2 equips every home that a resident's link may open", () => {
    const homes = community.dwellings.filter(
      ({ building, storey, residents }) => building === "B-5" && storey === 12 && residents > 0,
    );
    const few = demoOf({ scale: 0.05 }).devices;
    for (const home of homes) {
      const kinds = few
        .filter(({ place }) => place.dwelling === home.id)
        .map(({ kind }) => kind.id as string);
      expect(kinds.toSorted(), home.id).toEqual(inHomes.toSorted());
    }
    expect(homes.length).toBeGreaterThan(0);
  });

  it("DM3 places each device once, within the site or a little above and below it", () => {
    expect(new Set(devices.map(({ id }) => id)).size).toBe(devices.length);
    for (const { id, place } of devices) {
      const [east, north, up] = place.at;
      expect(east >= -1 && east <= 461 && north >= -1 && north <= 401 && up > -12 && up < 110, id).toBe(true);
    }
    const spaces = new Set(community.spaces.map(({ id }) => id));
    const buildings = new Set(community.buildings.map(({ id }) => id));
    for (const { id, place } of devices) {
      expect(place.space === null || spaces.has(place.space), id).toBe(true);
      expect(place.building === null || buildings.has(place.building), id).toBe(true);
    }
  });

  it("DM3 gives each device a gateway, and each circuit a transformer", () => {
    const kindOf = new Map(devices.map(({ id, kind }) => [id, kind.id as string]));
    for (const device of devices) {
      if (device.kind.id !== "gateway") expect(kindOf.get(device.via!), device.id).toBe("gateway");
      if (device.fedBy !== null) expect(["transformer", "elec_feeder"]).toContain(kindOf.get(device.fedBy));
    }
    for (const feeder of byKind.get("elec_feeder") ?? [])
      expect(kindOf.get(feeder.fedBy!)).toBe("transformer");
    for (const kind of ["lift", "ev_charger", "water_pump", "street_light", "elec_meter"]) {
      for (const device of byKind.get(kind) ?? [])
        expect(kindOf.get(device.fedBy!), device.id).toBe("elec_feeder");
    }
    const homesUnder = gathered(
      works.feeders.filter(({ use }) => use === "dwellings"),
      ({ transformer }) => transformer,
    );
    for (const feeders of homesUnder.values()) {
      const homes = feeders.reduce(
        (sum, { device }) => sum + works.site.house(device.place.building!).homes,
        0,
      );
      expect(homes).toBeGreaterThan(100);
      expect(homes).toBeLessThan(330);
    }
    expect(homesUnder.size).toBe(12);
  });

  it("DM3 describes every device so that the twin understands it", () => {
    for (const device of devices) {
      const described = readDescription(
        device.id,
        JSON.parse(JSON.stringify(descriptionOf(device))),
        () => null,
      );
      if (!described.ok) throw new Error(`${device.id}: ${described.problem.en}`);
      expect(described.device).toMatchObject({
        kind: device.kind.id,
        name: device.name,
        via: device.via,
        fedBy: device.fedBy,
      });
      expect(described.device.place).toEqual(device.place);
    }
  });

  it("keeps the capitals of abbreviations in an English name, and only theirs", () => {
    const named = new Map(devices.map(({ kind, name }) => [String(kind.id), name.en]));
    expect(named.get("ev_charger")).toMatch(/, EV charger/u);
    expect(named.get("pv_inverter")).toMatch(/, PV inverter/u);
    expect(named.get("smoke_detector")).toMatch(/, smoke detector/u);
  });

  it("DM8 has the devices that its opening picture tells of", () => {
    const ids = new Set(devices.map(({ id }) => id));
    const { stale, silentGateway, faults } = standingPicture;
    expect([stale.size, faults.size]).toEqual([2, 3]);
    for (const id of [...stale, silentGateway, ...faults.keys()]) expect(ids.has(id), id).toBe(true);
    const carried = devices.filter(({ via }) => via === silentGateway);
    expect(carried.length).toBeGreaterThan(20);
    expect(carried.length).toBeLessThan(120);
  });
});
