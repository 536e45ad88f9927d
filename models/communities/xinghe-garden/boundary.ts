import type { Asset, EastNorth, Gate } from "../../community/community.ts";
import { text } from "../../language/text.ts";
import { site } from "./fixture.ts";
import { onGround } from "./measure.ts";

interface Opening extends Gate {
  readonly widthM: number;
}

const openings: readonly Opening[] = [
  { id: "S", name: text("南门", "South gate"), at: [234, 0], kinds: ["vehicles", "people"], widthM: 22 },
  { id: "N", name: text("北门", "North gate"), at: [230, 400], kinds: ["vehicles", "people"], widthM: 16 },
  { id: "W", name: text("西门", "West gate"), at: [0, 116], kinds: ["people", "emergency"], widthM: 10 },
  { id: "E", name: text("东门", "East gate"), at: [460, 222], kinds: ["people", "emergency"], widthM: 10 },
  { id: "market", name: text("菜市场侧门", "Market side door"), at: [272, 0], kinds: ["people"], widthM: 4 },
];

export const gates: readonly Gate[] = openings.map(({ id, name, at, kinds }) => ({ id, name, at, kinds }));

/** How far the fence stands inside the boundary, and its longest panel. */
const insetM = 0.4;
const panelM = 20;

interface Side {
  readonly from: EastNorth;
  readonly headingDeg: 0 | 90;
  readonly lengthM: number;
}

const sides: readonly Side[] = [
  { from: [0, insetM], headingDeg: 90, lengthM: site.eastM },
  { from: [0, site.northM - insetM], headingDeg: 90, lengthM: site.eastM },
  { from: [insetM, 0], headingDeg: 0, lengthM: site.northM },
  { from: [site.eastM - insetM, 0], headingDeg: 0, lengthM: site.northM },
];

const alongSide = ({ from, headingDeg }: Side, metres: number): EastNorth =>
  headingDeg === 90 ? [from[0] + metres, from[1]] : [from[0], from[1] + metres];

/** Where along a side its gates leave the fence open, from start to end. */
function gapsIn(side: Side): readonly (readonly [start: number, end: number])[] {
  return openings
    .filter(({ at }) => {
      const off = side.headingDeg === 90 ? at[1] - side.from[1] : at[0] - side.from[0];
      return Math.abs(off) < 1;
    })
    .map(({ at, widthM }) => {
      const middle = side.headingDeg === 90 ? at[0] : at[1];
      return [middle - widthM / 2, middle + widthM / 2] as const;
    })
    .toSorted((a, b) => a[0] - b[0]);
}

function fenceOf(side: Side): readonly Asset[] {
  const gaps = gapsIn(side);
  const starts = [0, ...gaps.map(([, end]) => end)];
  const ends = [...gaps.map(([start]) => start), side.lengthM];
  return starts.flatMap((start, run) => {
    const length = (ends[run] ?? start) - start;
    const panels = Math.max(1, Math.ceil(length / panelM));
    return Array.from({ length: panels }, (_, panel) => ({
      kind: "fence" as const,
      at: onGround(alongSide(side, start + ((panel + 0.5) * length) / panels)),
      headingDeg: side.headingDeg,
      scale: Math.round((length / panels) * 100) / 100,
    }));
  });
}

/** A gatehouse is 4 m wide and 3 m deep; it looks out of the site. */
export const gatehouses: readonly (readonly [at: EastNorth, headingDeg: number])[] = [
  [[241.5, 2.2], 180],
  [[237.5, 398], 0],
  [[5, 122.5], 270],
  [[455, 228], 90],
];

export const boundaryAssets = (): readonly Asset[] => [
  ...sides.flatMap(fenceOf),
  ...gatehouses.map(([at, headingDeg]) => ({
    kind: "gatehouse" as const,
    at: onGround(at),
    headingDeg,
    scale: 1,
  })),
];
