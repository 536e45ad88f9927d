import type { EastNorthUp, Space } from "../../community/community.ts";
import { buildingId, spaceId } from "../../ids.ts";
import { text } from "../../language/text.ts";
import { buildingName } from "./buildings.ts";
import { type Plan, plans } from "./fixture.ts";
import { centimetres, floorM, northWallM, storeysOf, unitEastM, unitsOf } from "./measure.ts";
import { garageSpaces } from "./garage.ts";
import { outdoorSpaces } from "./outdoor-spaces.ts";
import { plantSpaces } from "./plant-rooms.ts";

const stairEastNorth = (plan: Plan, unit: number, upM: number): EastNorthUp => [
  centimetres(unitEastM(plan, unit)),
  centimetres(northWallM(plan) - 2.5),
  centimetres(upM),
];

function unitSpaces(plan: Plan, unit: number): readonly Space[] {
  const building = buildingId(plan.id);
  const prefix = `XH-${plan.id}-U${unit}`;
  const inUnit = (id: string, zh: string, en: string, storey: number | null, upM: number): Space => ({
    id: spaceId(`${prefix}-${id}`),
    name: text(`${plan.id}栋 ${unit}单元 ${zh}`, `${plan.id}, unit ${unit}, ${en}`),
    building,
    storey,
    at: stairEastNorth(plan, unit, upM),
  });
  return [
    inUnit("lobby", "门厅", "entrance hall", 1, floorM(1) + 1.2),
    ...storeysOf(plan).map((storey) =>
      inUnit(
        `F${String(storey).padStart(2, "0")}-corridor`,
        `${storey}层走廊`,
        `floor ${storey}, corridor`,
        storey,
        floorM(storey) + 2.4,
      ),
    ),
    inUnit("lift-pit", "电梯底坑", "lift pit", -1, -4.2),
    inUnit("lift-room", "电梯机房", "lift machine room", plan.floors, plan.heightM + 1.2),
    inUnit("riser-room", "设备管井间", "riser room", -1, -2.4),
  ];
}

function wholeBuildingSpaces(plan: Plan): readonly Space[] {
  const [east, north] = plan.centre;
  const heightOfStorey = (plan.heightM - 1.65) / plan.floors;
  const floors: readonly Space[] =
    plan.type === "P"
      ? storeysOf(plan).map((storey) => ({
          id: spaceId(`XH-${plan.id}-F${storey}`),
          name: text(
            `${buildingName(plan)["zh-CN"]} ${storey}层`,
            `${buildingName(plan).en}, floor ${storey}`,
          ),
          building: buildingId(plan.id),
          storey,
          at: [east, north, centimetres(0.45 + (storey - 1) * heightOfStorey + 1.2)],
        }))
      : [];
  return [
    ...floors,
    {
      id: spaceId(`XH-${plan.id}-roof`),
      name: text(`${buildingName(plan)["zh-CN"]} 屋面`, `${buildingName(plan).en}, roof`),
      building: buildingId(plan.id),
      storey: plan.floors,
      at: [east, north, plan.heightM],
    },
  ];
}

export const spaces = (): readonly Space[] => [
  ...plans.flatMap((plan) => [
    ...unitsOf(plan).flatMap((unit) => unitSpaces(plan, unit)),
    ...wholeBuildingSpaces(plan),
  ]),
  ...garageSpaces(),
  ...plantSpaces(),
  ...outdoorSpaces(),
];
