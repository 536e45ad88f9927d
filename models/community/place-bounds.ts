import { text, type Text } from "../language/text.ts";
import type { Community, EastNorthUp } from "./community.ts";

/** Says of a place why nothing can be there; null where it can. */
export interface PlaceBounds {
  /** @param building null outdoors, underground, or where it is not said. */
  storeyFault(building: string | null, storey: number): Text | null;
  positionFault(at: EastNorthUp): Text | null;
}

/** Pylons, pumps and gates of the neighbourhood still belong to a community. */
const aroundM = 1000;
const aboveM = 300;
const belowM = 100;
/** Where a community names no space underground, nobody is held to fewer levels. */
const deepestUnknown = -10;

type Grounds = Pick<Community, "extent" | "buildings" | "spaces">;

/** Where something of this community can be: on storeys its buildings have, and not far outside of its site. */
export function placeBounds({ extent, buildings, spaces }: Grounds): PlaceBounds {
  const byId = new Map(buildings.map((building) => [String(building.id), building]));
  const lowest = spaces.reduce((least, { storey }) => Math.min(least, storey ?? 0), 0);
  const deepest = lowest < 0 ? lowest : deepestUnknown;
  const tallest = buildings.reduce<number | null>(
    (most, { storeys }) => (storeys === null || most === null ? null : Math.max(most, storeys)),
    0,
  );
  return {
    storeyFault(building, storey) {
      if (storey === 0)
        return text(
          "没有 0 层：1 为首层，-1 为地下一层",
          "there is no storey 0: 1 is the ground floor, -1 below it",
        );
      if (storey < deepest)
        return text(
          `没有 ${storey} 层：最低为 ${deepest} 层`,
          `there is no storey ${storey}: the lowest is ${deepest}`,
        );
      const most = building === null ? tallest : (byId.get(building)?.storeys ?? null);
      if (most === null || storey <= most) return null;
      return building === null
        ? text(`没有 ${storey} 层：最高为 ${most} 层`, `there is no storey ${storey}: the highest is ${most}`)
        : text(
            `${building} 没有 ${storey} 层：共 ${most} 层`,
            `${building} has no storey ${storey}: it has ${most}`,
          );
    },
    positionFault(at) {
      const { min, max } = extent;
      const within = ([east, north, up]: EastNorthUp): boolean =>
        Math.min(east - min[0], north - min[1], max[0] - east, max[1] - north) >= -aroundM &&
        up >= min[2] - belowM &&
        up <= max[2] + aboveM;
      if (within(at)) return null;
      const spoken = at.map((metres) => Math.round(metres)).join(", ");
      return text(
        `位置（东、北、高 ${spoken} 米）远在社区之外；请改正坐标`,
        `the position (east, north, up ${spoken} m) lies far outside the site; mend its coordinates`,
      );
    },
  };
}
