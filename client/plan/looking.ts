import type { CommunityDocument } from "../../models/community/community.ts";
import { boxOf, type Box } from "../../models/community/geometry.ts";
import type { Selection } from "../../models/view/view-state.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import type { Focus } from "./devices/arrangement.ts";

/** What a first look shows: the buildings of the community's frame and its gates. */
export function homeBox({ buildings, gates, frame, extent }: CommunityDocument): Box {
  const { centre, radiusM } = frame;
  const near = buildings.flatMap(({ footprint }) => {
    const [corner] = footprint[0] ?? [];
    const isNear =
      corner !== undefined && Math.hypot(corner[0] - centre[0], corner[1] - centre[1]) <= radiusM;
    return isNear ? (footprint[0] ?? []) : [];
  });
  const points = [...near, ...(near.length > 0 ? gates.map(({ at }) => at) : [])];
  if (points.length > 1) return boxOf(points);
  return { west: extent.min[0], south: extent.min[1], east: extent.max[0], north: extent.max[1] };
}

/** What is looked into when something is chosen: the storey it is, or stands, on. */
export function focusOf(selection: Selection, replica: ReplicaView): Focus | null {
  if (selection.kind === "building") return { building: selection.building, storey: selection.storey };
  if (selection.kind !== "device") return null;
  const place = replica.deviceOf(selection.device)?.device.place;
  return place?.building == null ? null : { building: place.building, storey: place.storey };
}

/** The storey as a mark beside a name: `12F` above ground, `B1` below, as lifts say it. */
export const storeyMark = (storey: number): string => (storey < 0 ? `B${-storey}` : `${storey}F`);
