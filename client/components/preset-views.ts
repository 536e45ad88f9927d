import type { CommunityDocument, EastNorth, EastNorthUp } from "../../models/community/community.ts";
import type { Camera } from "../../models/view/view-state.ts";
import type { MessageKey } from "../language/messages.ts";

export interface PresetView {
  readonly name: MessageKey;
  readonly camera: Camera;
}

const middleOf = (ring: readonly EastNorth[]): EastNorth => {
  const sum = ring.reduce(([e, n], [east, north]) => [e + east, n + north] as const, [0, 0] as EastNorth);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
};

/** Places worth a look in any community: what it does not have is left out. */
export function presetViews(community: CommunityDocument, overview: Camera): readonly PresetView[] {
  const { centre, radiusM } = community.frame;
  const presets: PresetView[] = [
    { name: "open.overviewView", camera: overview },
    {
      name: "open.topView",
      camera: { target: centre, distanceM: radiusM * 2.6, headingDeg: 0, tiltDeg: 88 },
    },
  ];
  const gate = community.gates[0];
  if (gate !== undefined) {
    const target: EastNorthUp = [
      gate.at[0] + (centre[0] - gate.at[0]) * 0.28,
      gate.at[1] + (centre[1] - gate.at[1]) * 0.28,
      centre[2] + 8,
    ];
    const headingDeg = (Math.atan2(centre[0] - gate.at[0], centre[1] - gate.at[1]) * 180) / Math.PI;
    presets.push({
      name: "open.streetView",
      camera: { target, distanceM: 95, headingDeg: (headingDeg + 360) % 360, tiltDeg: 9 },
    });
  }
  const tallest = community.buildings
    .filter(({ footprint }) => footprint.length > 0)
    .toSorted((a, b) => b.heightM - a.heightM)[0];
  const ring = tallest?.footprint[0];
  if (tallest !== undefined && ring !== undefined) {
    const [east, north] = middleOf(ring);
    const target: EastNorthUp = [east, north, tallest.baseM + tallest.heightM * 0.55];
    const distanceM = Math.max(70, tallest.heightM * 1.9);
    presets.push({ name: "open.tallestView", camera: { target, distanceM, headingDeg: 325, tiltDeg: 18 } });
  }
  const water = community.water[0];
  if (water !== undefined) {
    const [east, north] = middleOf(water.ring);
    presets.push({
      name: "open.waterView",
      camera: { target: [east, north, centre[2]], distanceM: 110, headingDeg: 20, tiltDeg: 20 },
    });
  }
  return presets;
}
