import type { CommunityDocument } from "../../models/community/community.ts";
import type { Desk } from "../../models/duty/duty.ts";
import { usualAlarmFilter } from "../../models/view/alarm-filter.ts";
import type { Camera, Layer, Overlay, ViewState } from "../../models/view/view-state.ts";
import { firstLook } from "./first-look.ts";

const layersOf: Readonly<Record<Desk, readonly Layer[]>> = {
  operator: ["devices", "trees", "surroundings", "labels"],
  wall: ["devices", "trees", "surroundings", "labels"],
  planner: ["devices", "trees", "surroundings", "labels"],
  presenter: ["devices", "trees", "surroundings", "labels"],
  resident: ["devices", "trees", "surroundings", "labels"],
  administrator: ["devices", "trees", "surroundings", "labels"],
  auditor: ["trees", "surroundings", "labels"],
};

const overlayOf: Readonly<Record<Desk, Overlay>> = {
  operator: "alerts",
  wall: "none",
  planner: "energy",
  presenter: "none",
  resident: "occupancy",
  administrator: "none",
  auditor: "none",
};

/** From the south-east and above, so that south façades and depth both show; a model that stands alone fills the picture. */
const usualCamera = (community: CommunityDocument): Camera =>
  community.mesh === null && community.surroundings.length > 0
    ? amidTheCity(community)
    : firstLook(community);

const amidTheCity = (community: CommunityDocument): Camera => ({
  target: [
    community.frame.centre[0],
    community.frame.centre[1] - community.frame.radiusM * 0.08,
    community.frame.centre[2] + community.frame.radiusM * 0.06,
  ],
  distanceM: Math.max(60, community.frame.radiusM * 2),
  headingDeg: 332,
  tiltDeg: 18,
});

/** What a desk shows when its link says nothing else. */
export const usualView = (community: CommunityDocument, desk: Desk): ViewState => ({
  camera: usualCamera(community),
  clock: { mode: "live" },
  selection: { kind: "none" },
  layers: new Set(layersOf[desk]),
  overlay: overlayOf[desk],
  picture: "scene",
  page: "map",
  alarmFilter: usualAlarmFilter,
});
