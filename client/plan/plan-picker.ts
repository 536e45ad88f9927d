import type { CommunityDocument, DocumentBuilding } from "../../models/community/community.ts";
import { boxHolds, boxOf, footprintHolds, type Box } from "../../models/community/geometry.ts";
import { bytesPerDevice } from "../replica/replica-view.ts";
import type { SceneHit, ScreenPoint } from "../scene/scene-props.ts";
import type { Arrangement, Focus } from "./devices/arrangement.ts";
import type { Crowd } from "./devices/crowd.ts";
import { groundAt, type Placement } from "./flat-camera.ts";
import { boxHoldsPoint } from "./names/pane-box.ts";
import type { Pill } from "./names/pills.ts";

/** A finger or a mouse need not meet a sign exactly. */
const slackPx = 3;

interface Walls {
  readonly building: DocumentBuilding;
  readonly box: Box;
}

/** What is drawn where one may point. */
export interface Drawn {
  readonly crowd: Crowd;
  readonly arrangement: Arrangement;
  readonly bytes: Uint8Array;
  readonly pills: readonly Pill[];
  readonly placement: Placement;
  readonly focus: Focus | null;
  readonly showsDevices: boolean;
}

/** What lies under a point of the plan: what is not well first, then any sign, then a building. */
export class PlanPicker {
  readonly #walls: readonly Walls[];

  constructor({ buildings, mesh }: Pick<CommunityDocument, "buildings" | "mesh">) {
    this.#walls = buildings.flatMap((building) => {
      const ring = building.footprint[0];
      if (ring !== undefined) return [{ building, box: boxOf(ring) }];
      const faces = mesh?.objects.find((object) => object.building === building.id);
      if (faces === undefined) return [];
      const { min, max } = faces.extent;
      return [{ building, box: { west: min[0], south: min[1], east: max[0], north: max[1] } }];
    });
  }

  pick(screen: ScreenPoint, drawn: Drawn): SceneHit | null {
    const sign = drawn.showsDevices ? signAt(screen, drawn) : -1;
    const isGrave = sign >= 0 && severityOf(drawn, sign) > 0;
    const pill = drawn.showsDevices && !isGrave ? pillAt(screen, drawn.pills) : null;
    const device = pill === null ? drawn.arrangement.devices[sign] : pill.device;
    const id = device === undefined || device < 0 ? undefined : drawn.crowd.list[device]?.device.id;
    if (id !== undefined) return { kind: "device", device: id, screen };
    if (pill !== null) return { kind: "building", building: pill.building.id, storey: null, screen };
    const at = groundAt(drawn.placement, screen.x, screen.y);
    const found = this.#walls.findLast(
      ({ building, box }) =>
        boxHolds(box, at) && (building.footprint.length === 0 || footprintHolds(building.footprint, at)),
    );
    if (found === undefined) return null;
    const { id: building } = found.building;
    const storey = drawn.focus?.building === building ? drawn.focus.storey : null;
    return { kind: "building", building, storey, screen };
  }
}

/** The sign under a point: the gravest, and of these the nearest; −1 for none. */
function signAt({ x, y }: ScreenPoint, drawn: Drawn): number {
  const { arrangement } = drawn;
  let best = -1;
  let bestSeverity = 0;
  let bestPx = Infinity;
  for (let sign = 0; sign < arrangement.signs; sign++) {
    const awayPx = Math.hypot((arrangement.xs[sign] ?? 0) - x, (arrangement.ys[sign] ?? 0) - y);
    if (awayPx > arrangement.pxOf(sign) / 2 + slackPx) continue;
    const severity = severityOf(drawn, sign);
    if (best >= 0 && (severity < bestSeverity || (severity === bestSeverity && awayPx >= bestPx))) continue;
    best = sign;
    bestSeverity = severity;
    bestPx = awayPx;
  }
  return best;
}

function pillAt({ x, y }: ScreenPoint, pills: readonly Pill[]) {
  const pill = pills.findLast(({ box }) => boxHoldsPoint(box, x, y, slackPx));
  if (pill === undefined) return null;
  const part = pill.parts.find(({ left, right }) => x >= left - slackPx && x <= right + slackPx);
  return { device: part?.device ?? -1, building: pill.stand.household.building };
}

const severityOf = ({ arrangement, bytes }: Drawn, sign: number): number =>
  bytes[(arrangement.devices[sign] ?? 0) * bytesPerDevice + 1] ?? 0;
