import type { EastNorth, Space } from "../../community/community.ts";
import { spaceId } from "../../ids.ts";
import { text, type Text } from "../../language/text.ts";
import { gates } from "./boundary.ts";
import { pond } from "./fixture.ts";

const outdoor = (id: string, name: Text, [east, north]: EastNorth): Space => ({
  id: spaceId(`XH-${id}`),
  name,
  building: null,
  storey: null,
  at: [east, north, 0],
});

/** Sorting points for household waste, each beside a road that a small truck can use. */
export const wastePoints: readonly EastNorth[] = [
  [96, 47],
  [364, 47],
  [96, 123],
  [364, 123],
  [72, 214],
  [388, 214],
  [95, 275],
  [365, 275],
  [202, 352],
  [258, 352],
];

export const lotusPond: EastNorth = [205, 265.5];

/** Two containers with batteries behind the property centre. */
export const batteryYards: readonly EastNorth[] = [
  [288, 92],
  [288, 100],
];

const numbered = (id: string, zh: string, en: string, places: readonly EastNorth[]): readonly Space[] =>
  places.map((at, index) =>
    outdoor(`${id}-${index + 1}`, text(`${index + 1}号${zh}`, `${en} ${index + 1}`), at),
  );

export const outdoorSpaces = (): readonly Space[] => [
  outdoor("pond", text("中心水景", "Pond"), pond.centre),
  outdoor("pond-2", text("荷花池", "Lotus pond"), lotusPond),
  outdoor("playground-1", text("南侧儿童乐园", "South playground"), [230, 128]),
  outdoor("playground-2", text("东侧儿童乐园", "East playground"), [300, 205]),
  outdoor("fitness", text("健身场地", "Fitness ground"), [160, 190]),
  outdoor("square", text("文化广场", "Dance square"), [264, 62]),
  ...gates.map(({ id, name, at }) => outdoor(`gate-${id}`, name, at)),
  ...numbered("waste", "垃圾分类点", "Waste point", wastePoints),
  ...numbered("battery-yard", "储能站", "Battery yard", batteryYards),
];
