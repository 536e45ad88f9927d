import { describe, expect, it } from "vitest";
import { Arrangement } from "../../../client/plan/devices/arrangement.ts";
import { Crowd } from "../../../client/plan/devices/crowd.ts";
import { xOf, yOf } from "../../../client/plan/flat-camera.ts";
import { placePills } from "../../../client/plan/names/pills.ts";
import { PlanPicker } from "../../../client/plan/plan-picker.ts";
import { buildingId } from "../../../models/ids.ts";
import { block, pane, planDevices, type Placed } from "./plan-devices.ts";

const blocks = [block("A", [0, 0])];
const storey3 = { building: buildingId("A"), storey: 3 };

function pickedAt(
  wanted: readonly Placed[],
  pxPerM: number,
  spot: (told: ReturnType<typeof drawn>) => readonly [number, number],
  more: Partial<ReturnType<typeof drawn>> = {},
) {
  const told = { ...drawn(wanted, pxPerM), ...more };
  const [x, y] = spot(told);
  return new PlanPicker({ buildings: blocks, mesh: null }).pick({ x, y }, told);
}

function drawn(wanted: readonly Placed[], pxPerM: number) {
  const { list, bytes } = planDevices(wanted);
  const crowd = new Crowd(blocks);
  crowd.setDevices(list);
  const arrangement = new Arrangement();
  arrangement.hold(list.length, bytes);
  const placement = pane([20, 10], pxPerM);
  const focus: typeof storey3 | null = null as typeof storey3 | null;
  arrangement.arrange(crowd, placement, focus, -1, 1);
  const pills = placePills(arrangement.stands, pxPerM, 1, () => 7);
  return { crowd, arrangement, bytes, pills, placement, focus, showsDevices: true };
}

const on = (east: number, north: number) => (told: ReturnType<typeof drawn>) =>
  [xOf(told.placement, east), yOf(told.placement, north)] as const;
const onPill = ({ pills }: ReturnType<typeof drawn>) => {
  const [pill] = pills;
  const part = pill!.parts[0]!;
  return [(part.left + part.right) / 2, (pill!.box.top + pill!.box.bottom) / 2] as const;
};

describe("what one points at on the plan", () => {
  it("is the device whose sign lies there, with a little slack", () => {
    const open = [{ at: [60, 10] as const }];
    expect(pickedAt(open, 6, on(60, 10))).toMatchObject({ kind: "device", device: "dev-0" });
    expect(pickedAt(open, 6, on(61, 10))).toMatchObject({ kind: "device" });
    expect(pickedAt(open, 6, on(64, 10))).toBeNull();
  });

  it("is of two signs the graver, though the other is nearer", () => {
    const two: Placed[] = [{ at: [60, 10] }, { at: [62, 10], severity: 4 }];
    expect(pickedAt(two, 4, on(60.2, 10))).toMatchObject({ device: "dev-1" });
  });

  it("is a building elsewhere within its walls, and the storey that is looked into", () => {
    expect(pickedAt([], 6, on(5, 5))).toMatchObject({ kind: "building", building: "A", storey: null });
    expect(pickedAt([], 6, on(5, 5), { focus: storey3 })).toMatchObject({ building: "A", storey: 3 });
    expect(pickedAt([], 6, on(-5, 5))).toBeNull();
  });

  it("is on a pill the one device it tells of, or the building where it tells of several", () => {
    const ill: Placed = { building: "A", storey: 2, at: [5, 5], severity: 3 };
    const well = Array.from({ length: 300 }, (): Placed => ({ building: "A", storey: 1, at: [5, 5] }));
    expect(pickedAt([ill, ...well], 1, onPill)).toMatchObject({ kind: "device", device: "dev-0" });
    expect(pickedAt([ill, ill, ...well], 1, onPill)).toMatchObject({ kind: "building", building: "A" });
  });

  it("is never a device while devices are not shown", () => {
    expect(pickedAt([{ at: [60, 10] }], 6, on(60, 10), { showsDevices: false })).toBeNull();
  });
});
