import type { Building } from "../../../../models/community/community.ts";
import { crown } from "./body.ts";
import { leftTurning } from "./plan.ts";
import type { Storeys } from "./relief.ts";
import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** Any footprint, raised as it is: windows where a wall is long enough, a parapet, a flat roof. */
export function plainBlock(writer: SolidWriter, building: Building, storeys: Storeys, seed: number): void {
  const rings = building.footprint.map((ring, i) => {
    const turned = leftTurning(ring);
    return i === 0 ? turned : turned.toReversed();
  });
  const paint = building.use === "public" ? Paint.accent : Paint.wall;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [a, b] = [ring[i], ring[(i + 1) % ring.length]];
      if (!a || !b) continue;
      const long = Math.hypot(b[0] - a[0], b[1] - a[1]) > 2.2;
      const finish = { face: long ? Face.generic : Face.plain, paint, seed: seed & 255 } as const;
      writer.wall(a, b, storeys.baseM, storeys.firstFloorM, { face: Face.plain, paint: Paint.base, seed: 0 });
      writer.wall(a, b, storeys.firstFloorM, storeys.roofM, finish);
    }
  }
  crown(writer, rings, storeys.roofM, storeys.topM, paint);
}
