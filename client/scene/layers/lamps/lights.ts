import type { CommunityDocument } from "../../../../models/community/community.ts";
import type { Pool } from "../ground/light-map.ts";
import { rectanglePlan } from "../buildings/plan.ts";
import type { Glow } from "./lamp-layer.ts";
import { streetLamps } from "./street-lamps.ts";

const warm = [1, 0.62, 0.28] as const;
const headM = 5.7;

/** Pools of light on the ground: under lamps, before doors and shop windows, around gates. */
export function poolsOf(community: CommunityDocument): Pool[] {
  const pools: Pool[] = [];
  for (const { kind, at, headingDeg } of community.assets) {
    if (kind !== "lamp") continue;
    const turn = (headingDeg * Math.PI) / 180;
    pools.push({
      at: [at[0] + Math.sin(turn) * 1.2, at[1] + Math.cos(turn) * 1.2],
      radiusM: 10,
      strength: 1.15,
    });
  }
  const { centre, radiusM } = community.frame;
  for (const { at, reachM } of streetLamps(community.roads, [centre[0], centre[1]], radiusM * 1.6))
    pools.push({ at, radiusM: Math.max(11, reachM * 1.3), strength: 1.1 });
  for (const { at } of community.gates) pools.push({ at, radiusM: 15, strength: 0.9 });
  for (const building of community.buildings) {
    const plan = rectanglePlan(building);
    if (!plan) continue;
    const [ax, ay] = plan.axis;
    const before = (x: number, y: number): readonly [number, number] => [
      plan.centre[0] + ax * x - ay * y,
      plan.centre[1] + ay * x + ax * y,
    ];
    if (building.use === "public") {
      const steps = Math.max(1, Math.round(plan.widthM / 8));
      for (let i = 0; i < steps; i++)
        pools.push({
          at: before(((i + 0.5) / steps - 0.5) * plan.widthM, -plan.depthM / 2 - 1.5),
          radiusM: 6.5,
          strength: 0.75,
        });
    } else {
      const units = Math.max(1, building.units);
      for (let u = 0; u < units; u++)
        pools.push({
          at: before(((u + 0.5) / units - 0.5) * plan.widthM, plan.depthM / 2 + 1.5),
          radiusM: 5,
          strength: 0.8,
        });
    }
  }
  return pools;
}

/** The lamps themselves, those of the streets around with them as far as one tells single lights apart. */
export function glowsOf(community: CommunityDocument, groundM: number): Glow[] {
  const own = community.assets.flatMap(({ kind, at: [east, north, up], headingDeg, scale }): Glow[] => {
    if (kind !== "lamp") return [];
    const turn = (headingDeg * Math.PI) / 180;
    return [
      {
        x: east + Math.sin(turn) * 1.05 * scale,
        y: up + headM * scale,
        z: -(north + Math.cos(turn) * 1.05 * scale),
        sizeM: 3.4,
        colour: warm,
      },
    ];
  });
  const { centre, radiusM } = community.frame;
  const streets = streetLamps(community.roads, [centre[0], centre[1]], radiusM * 5);
  return [
    ...own,
    ...streets.map(({ at }): Glow => ({ x: at[0], y: groundM + 9, z: -at[1], sizeM: 3.2, colour: warm })),
  ];
}
