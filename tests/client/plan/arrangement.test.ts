import { describe, expect, it } from "vitest";
import { Arrangement } from "../../../client/plan/devices/arrangement.ts";
import { Crowd } from "../../../client/plan/devices/crowd.ts";
import { tallyEntries } from "../../../client/plan/devices/tally.ts";
import { placePills } from "../../../client/plan/names/pills.ts";
import { DeviceFlag } from "../../../client/replica/replica-view.ts";
import { buildingId } from "../../../models/ids.ts";
import { block, pane, planDevices, type Placed } from "./plan-devices.ts";

/** Two hundred devices on ten storeys of block A, and one in the open. */
const many: readonly Placed[] = [
  ...Array.from({ length: 200 }, (_, i): Placed => ({ building: "A", storey: 1 + (i % 10), at: [20, 10] })),
  { at: [60, 10] },
];
const blocks = [block("A", [0, 0]), block("B", [200, 0])];
const storey3 = { building: buildingId("A"), storey: 3 };

function arranged(
  wanted: readonly Placed[],
  pxPerM: number,
  focus: typeof storey3 | null = null,
  chosen = -1,
) {
  const { list, bytes } = planDevices(wanted);
  const crowd = new Crowd(blocks);
  crowd.setDevices(list);
  const arrangement = new Arrangement();
  arrangement.hold(list.length, bytes);
  arrangement.arrange(crowd, pane([30, 10], pxPerM), focus, chosen, 1);
  const shown = Array.from(arrangement.devices.subarray(0, arrangement.signs)).toSorted((a, b) => a - b);
  const told = (name: string) =>
    Object.fromEntries(
      tallyEntries.flatMap((entry, i) => {
        const stand = arrangement.stands.find(({ household }) => household.building.id === buildingId(name));
        const count = stand?.tally.counts[i] ?? 0;
        return count === 0 ? [] : [[entry, count]];
      }),
    );
  return { arrangement, shown, told, bytes };
}

describe("devices on the pane", () => {
  it("stand for themselves in the open, and in a building once there is room for each", () => {
    expect(arranged(many, 2).shown).toEqual([200]);
    expect(arranged(many, 12).shown).toHaveLength(201);
  });

  it("are those of one storey where that storey is looked into; the others are only counted", () => {
    const { shown, arrangement } = arranged(many, 4, storey3);
    expect(shown).toEqual([...Array.from({ length: 20 }, (_, i) => 2 + i * 10), 200]);
    expect(arrangement.stands[0]?.tally.total).toBe(180);
    expect(arrangement.stands[0]?.isOpen).toBe(true);
  });

  it("have a sign when they are chosen, however small the building", () => {
    expect(arranged(many, 0.5, null, 7).shown).toEqual([7, 200]);
  });

  it("lose no alert and no doubt: each is a sign or counted, by the gravest it is", () => {
    const ill = many.map((each, i): Placed => {
      if (i === 2) return { ...each, severity: 4, flags: DeviceFlag.stale };
      if (i === 3 || i === 4) return { ...each, severity: 2 };
      if (i === 5) return { ...each, flags: DeviceFlag.stale | DeviceFlag.uncertain };
      if (i === 6) return { ...each, flags: DeviceFlag.bad | DeviceFlag.recorded };
      return each;
    });
    expect(arranged(ill, 1).told("A")).toEqual({ P1: 1, P3: 2, stale: 1, bad: 1, recorded: 1 });
    // Device 2 is on storey 3: it has its own sign now, and only the others are counted.
    expect(arranged(ill, 4, storey3).told("A")).toEqual({ P3: 2, stale: 1, bad: 1, recorded: 1 });
    expect(arranged(ill, 12).told("A")).toEqual({});
  });

  it("are points below the ground, from near only; one that is not well shows through it at its full size", () => {
    const garage: readonly Placed[] = [
      { at: [60, 10], storey: -1 },
      { at: [64, 10], storey: -2, severity: 3 },
    ];
    expect(arranged(garage, 1).shown).toEqual([1]);
    const { shown, arrangement } = arranged(garage, 10);
    expect(shown).toEqual([0, 1]);
    expect(arrangement.pxOf(arrangement.signOf[0]!)).toBeLessThan(10);
    expect(arrangement.pxOf(arrangement.signOf[1]!)).toBeGreaterThan(16);
  });

  it("are counted again where one of them changed", () => {
    const { arrangement, told, bytes } = arranged(many, 1);
    bytes[9 * 4 + 1] = 3;
    arrangement.recount(arrangement.stands[0]!);
    expect(told("A")).toEqual({ P2: 1 });
    expect(arrangement.stands[0]?.tally.devices[1]).toBe(9);
  });

  it("are left out beyond the pane, buildings as well", () => {
    const { arrangement } = arranged([...many, { building: "B", storey: 1, at: [210, 5] }], 12);
    expect(arrangement.stands.map(({ household }) => household.building.id)).toEqual(["A"]);
  });

  it("are larger the graver they are, and never larger than their room when they are well", () => {
    const { arrangement } = arranged([...many, { building: "A", storey: 1, at: [20, 10], severity: 4 }], 12);
    const pxOf = (device: number) => arrangement.pxOf(arrangement.signOf[device]!);
    expect(pxOf(201)).toBeGreaterThanOrEqual(21);
    expect(pxOf(0)).toBeLessThan(24);
    expect(pxOf(201)).toBeGreaterThan(pxOf(0));
  });
});

describe("pills of buildings", () => {
  const crowded = Array.from({ length: 12 }, (_, i) => block(`B${i}`, [i * 3, 0]));
  const stands = (severities: readonly number[]) => {
    const { list, bytes } = planDevices(
      severities.map((severity, i) => ({ building: `B${i}`, at: [i * 3, 0], severity })),
    );
    const crowd = new Crowd(crowded);
    crowd.setDevices(list);
    const arrangement = new Arrangement();
    arrangement.hold(list.length, bytes);
    arrangement.arrange(crowd, pane([10, 5], 0.4), null, -1, 1);
    return arrangement.stands;
  };
  const pills = (severities: readonly number[]) => placePills(stands(severities), 0.4, 1, () => 7);

  it("are there for every building that is not well, however crowded, and for no other", () => {
    const severities = [0, 4, 1, 2, 3, 4, 1, 2, 3, 1, 1, 1];
    const told = pills(severities).map(({ stand }) => String(stand.household.building.id));
    expect(told.toSorted()).toEqual(
      severities.flatMap((severity, i) => (severity > 0 ? [`B${i}`] : [])).toSorted(),
    );
  });

  it("lie on top the graver they are", () => {
    const worst = pills([1, 4, 1, 2, 3]).map((pill) => pill.worst);
    expect(worst).toEqual(worst.toSorted((a, b) => a - b));
  });

  it("stand for the one device, when it is one", () => {
    const [pill] = pills([0, 3]);
    expect(pill?.parts.map(({ entry, count, device }) => ({ entry, count, device }))).toEqual([
      { entry: "P2", count: 1, device: 1 },
    ]);
  });
});
