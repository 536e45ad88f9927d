import type { EastNorthUp, Space } from "../../community/community.ts";
import { buildingId, spaceId } from "../../ids.ts";
import { text } from "../../language/text.ts";

interface Series {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly upM: number;
  readonly storey: number;
  readonly places: readonly (readonly [east: number, north: number])[];
}

/** Plant in the basement, spread so that each room serves the buildings around it. */
const basement: readonly Series[] = [
  {
    id: "switch-room",
    zh: "变配电室",
    en: "switch room",
    upM: -2,
    storey: -1,
    places: [
      [90, 58],
      [370, 58],
      [90, 134],
      [370, 134],
      [78, 205],
      [382, 205],
      [89, 250],
      [371, 250],
      [49, 345],
      [411, 345],
      [207, 345],
      [253, 345],
    ],
  },
  {
    id: "pump-room",
    zh: "生活水泵房",
    en: "water pump room",
    upM: -5,
    storey: -2,
    places: [
      [60, 222],
      [400, 222],
      [110, 300],
      [350, 300],
      [35, 360],
      [425, 360],
      [215, 330],
      [245, 330],
    ],
  },
  {
    id: "water-tank",
    zh: "生活水箱间",
    en: "drinking water tank",
    upM: -5,
    storey: -2,
    places: [
      [70, 230],
      [390, 230],
      [120, 308],
      [340, 308],
    ],
  },
  {
    id: "heat-substation",
    zh: "换热站",
    en: "heat substation",
    upM: -2,
    storey: -1,
    places: [
      [130, 100],
      [330, 100],
      [230, 320],
    ],
  },
  {
    id: "fire-pump-room",
    zh: "消防水泵房",
    en: "fire pump room",
    upM: -5,
    storey: -2,
    places: [[250, 104]],
  },
  { id: "fire-pool", zh: "消防水池", en: "fire water pool", upM: -5, storey: -2, places: [[262, 108]] },
  {
    id: "telecom-room",
    zh: "弱电机房",
    en: "telecom room",
    upM: -2,
    storey: -1,
    places: [
      [110, 116],
      [350, 116],
      [110, 240],
      [350, 240],
      [90, 320],
      [370, 320],
      [230, 270],
      [230, 100],
    ],
  },
  {
    id: "ev-hall",
    zh: "充电车区",
    en: "charging hall",
    upM: -2,
    storey: -1,
    places: [
      [130, 60],
      [330, 60],
      [130, 160],
      [330, 160],
      [130, 280],
      [330, 280],
    ],
  },
];

const place = (series: Series, number: number, at: EastNorthUp): Space => ({
  id: spaceId(`XH-${series.id}-${String(number).padStart(2, "0")}`),
  name: text(`${number}号${series.zh}`, `${series.en[0]?.toUpperCase()}${series.en.slice(1)} ${number}`),
  building: null,
  storey: series.storey,
  at,
});

const property = buildingId("P6-property-centre");

const rooms: readonly Space[] = [
  {
    id: spaceId("XH-control-room"),
    name: text("消防控制室", "Fire and security control room"),
    building: property,
    storey: 1,
    at: [256, 90, 1.7],
  },
  {
    id: spaceId("XH-fire-station"),
    name: text("微型消防站", "Micro fire station"),
    building: property,
    storey: 1,
    at: [272, 90, 1.7],
  },
];

export const plantSpaces = (): readonly Space[] => [
  ...basement.flatMap((series) =>
    series.places.map(([east, north], index) => place(series, index + 1, [east, north, series.upM])),
  ),
  ...rooms,
];
