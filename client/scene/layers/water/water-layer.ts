import { Mesh, Shape, ShapeGeometry, Vector2, Vector4 } from "three";
import type { BufferGeometry, MeshStandardMaterial } from "three";
import type { Asset, CommunityDocument, EastNorth } from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { chance, seedOf } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import type { WaterUniforms } from "./water-material.ts";
import { mostLamps, mostMirrored, waterMaterial } from "./water-material.ts";

/** Ponds that mirror what stands around them. */
export class WaterLayer implements Layer {
  readonly root: Mesh<BufferGeometry, MeshStandardMaterial>;
  readonly uniforms: WaterUniforms;

  constructor(community: CommunityDocument, groundM: number, atmosphere: Atmosphere) {
    const middle = middleOf(community);
    const houses = mirroredHouses(community, middle);
    const lamps = nearestLamps(community.assets, middle);
    this.uniforms = {
      uSeconds: { value: 0 },
      uBoxes: {
        value: padded(
          houses.map(({ box }) => box),
          mostMirrored,
        ),
      },
      uTall: {
        value: padded(
          houses.map(({ tall }) => tall),
          mostMirrored,
        ),
      },
      uBoxCount: { value: houses.length },
      uLampAt: { value: padded(lamps, mostLamps) },
      uLampCount: { value: lamps.length },
    };
    const shapes = community.water.map(({ ring }) => new Shape(ring.map(([x, y]) => new Vector2(x, y))));
    const geometry = new ShapeGeometry(shapes, 1).rotateX(-Math.PI / 2).translate(0, groundM + 0.06, 0);
    this.root = new Mesh(geometry, waterMaterial(atmosphere, this.uniforms));
    this.root.receiveShadow = false;
    this.root.renderOrder = 2;
    this.root.matrixAutoUpdate = false;
  }

  /** Lets ripples go on; the share of windows lit is mirrored too. */
  set(seconds: number, litShare: number): void {
    this.uniforms.uSeconds.value = seconds;
    for (const tall of this.uniforms.uTall.value) tall.y = litShare;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}

function middleOf({ water, frame }: CommunityDocument): EastNorth {
  const [largest] = water;
  if (!largest) return [frame.centre[0], frame.centre[1]];
  const box = boxOf(largest.ring);
  return [(box.west + box.east) / 2, (box.south + box.north) / 2];
}

/** The buildings that stand highest as seen from the water. */
function mirroredHouses(
  { buildings }: CommunityDocument,
  [x, y]: EastNorth,
): { box: Vector4; tall: Vector4 }[] {
  return buildings
    .flatMap((building) => {
      const [ring] = building.footprint;
      if (!ring) return [];
      const box = boxOf(ring);
      const away = Math.hypot((box.west + box.east) / 2 - x, (box.south + box.north) / 2 - y);
      return [{ building, box, steep: building.heightM / Math.max(20, away) }];
    })
    .toSorted((a, b) => b.steep - a.steep)
    .slice(0, mostMirrored)
    .map(({ building, box }) => ({
      box: new Vector4(box.west, box.east, -box.north, -box.south),
      tall: new Vector4(building.heightM, 0, chance(seedOf(building.id), 4) * 50, 0),
    }));
}

function nearestLamps(assets: readonly Asset[], [x, y]: EastNorth): Vector4[] {
  return assets
    .filter((asset) => asset.kind === "lamp")
    .map((asset) => ({ asset, away: Math.hypot(asset.at[0] - x, asset.at[1] - y) }))
    .toSorted((a, b) => a.away - b.away)
    .slice(0, mostLamps)
    .map(({ asset }) => new Vector4(asset.at[0], asset.at[2] + 5.7, -asset.at[1], 0));
}

function padded(list: Vector4[], count: number): Vector4[] {
  while (list.length < count) list.push(new Vector4());
  return list;
}
