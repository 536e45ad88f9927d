import type { Building } from "../../community/community.ts";
import { rectangle } from "../../community/geometry.ts";
import { buildingId } from "../../ids.ts";
import { text, type Text } from "../../language/text.ts";
import { cellOf } from "./grid-cells.ts";
import { type Plan, parapetM, plinthM, storeyM } from "./fixture.ts";
import { centimetres } from "./measure.ts";

const publicNames: Readonly<Record<string, Text>> = {
  "P1-kindergarten": text("星河幼儿园", "Xinghe kindergarten"),
  "P2-community-centre": text("社区中心", "Community centre"),
  "P3-clinic-daycare": text("卫生服务站与日间照料中心", "Clinic and day care"),
  "P4-shops-west": text("西侧商铺", "West shops"),
  "P5-shops-east": text("东侧商铺", "East shops"),
  "P6-property-centre": text("物业服务中心", "Property centre"),
  "P7-market": text("菜市场", "Market"),
};

export const buildingName = (plan: Plan): Text => publicNames[plan.id] ?? text(`${plan.id}栋`, plan.id);

/** Residential storeys are 2.9 m; a public building shares its box height among its own. */
const storeyHeight = (plan: Plan): number =>
  plan.type === "P" ? centimetres((plan.heightM - plinthM - parapetM) / plan.floors) : storeyM;

export const building = (plan: Plan, residentsByStorey: readonly number[]): Building => ({
  id: buildingId(plan.id),
  name: buildingName(plan),
  use: plan.type === "P" ? "public" : "residential",
  type: plan.type,
  gridCell: cellOf(plan.id),
  footprint: [rectangle(plan.centre, plan.widthM, plan.depthM)],
  baseM: 0,
  heightM: plan.heightM,
  heightEstimated: false,
  storeys: plan.floors,
  plinthM,
  storeyHeightM: storeyHeight(plan),
  units: plan.units,
  residentsByStorey,
});
