import { CanvasTexture, Mesh, MeshLambertMaterial, PlaneGeometry, SRGBColorSpace } from "three";
import type { DataTexture } from "three";
import type { CommunityDocument, EastNorth, Massing, Road } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { boxOf, boxRing, grown } from "../../../../models/community/geometry.ts";
import { chance } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import { contactShade } from "../ground/contact-shade.ts";
import type { CanvasMaker } from "../ground/ground-layer.ts";
import { sceneRect } from "../ground/ground-rect.ts";
import { GroundSheet } from "../ground/ground-sheet.ts";
import type { Pool } from "../ground/light-map.ts";
import { lightTexture, redTexture } from "../ground/light-map.ts";
import { paintRoads } from "../ground/paint-roads.ts";

const lamplitEveryM = 26;
const horizonM = 12_000;

const colour = /* glsl */ `
vec2 at = (gWorld.xz - uCityRect.xy) / uCityRect.zw;
vec2 in_ = step(vec2(0.), at) * step(at, vec2(1.));
float inside = in_.x * in_.y;
float rim = smoothstep(0., .06, min(min(at.x, at.y), min(1. - at.x, 1. - at.y))) * inside;
vec3 plain = vec3(.34, .335, .315);
vec3 sheet = texture2D(uCityMap, vec2(at.x, 1. - at.y)).rgb * mix(1., texture2D(uCityShade, at).r, .8);
diffuseColor.rgb = mix(plain, sheet, rim);
totalEmissiveRadiance += diffuseColor.rgb * uLampColour * (texture2D(uCityLight, at).r * rim * uLamps * .85);`;

/** The ground of the city around, painted coarsely: blocks, parks, streets. */
export class CityGround implements Layer {
  readonly root: Mesh<PlaneGeometry, MeshLambertMaterial>;
  readonly #textures: { dispose(): void }[];

  constructor(
    community: CommunityDocument,
    groundM: number,
    atmosphere: Atmosphere,
    canvas: CanvasMaker,
    pixels: number,
  ) {
    const { surroundings, roads, frame } = community;
    const streets = roads.filter((road) => road.kind === "street");
    const box = cityBox(surroundings, streets, [frame.centre[0], frame.centre[1]], frame.radiusM);
    const { width, height } = GroundSheet.size(box, pixels);
    const context = canvas(width, height);
    if (!context) throw new Error("no canvas to paint the city's ground on");
    paintCity(new GroundSheet(context, box, pixels), surroundings, streets);
    const map = new CanvasTexture(context.canvas);
    map.colorSpace = SRGBColorSpace;
    map.anisotropy = 8;
    const dark = contactShade(
      box,
      surroundings.map((mass) => ({ ring: ringOf(mass), heightM: mass.sizeM[2] })),
      512,
    );
    const shade: DataTexture = redTexture(dark.bytes, dark.width, dark.height);
    const light = lightTexture(box, streets.flatMap(poolsAlong), 640);
    this.#textures = [map, shade, light];
    const material = new MeshLambertMaterial();
    material.onBeforeCompile = (shader) => {
      atmosphere.finish(shader);
      Object.assign(shader.uniforms, {
        uCityMap: { value: map },
        uCityShade: { value: shade },
        uCityLight: { value: light },
        uCityRect: { value: sceneRect(box) },
      });
      shader.fragmentShader = shader.fragmentShader
        .replace(
          "#include <clipping_planes_pars_fragment>",
          "#include <clipping_planes_pars_fragment>\nuniform sampler2D uCityMap, uCityShade, uCityLight; uniform vec4 uCityRect;",
        )
        .replace("#include <color_fragment>", colour);
    };
    const plane = new PlaneGeometry(horizonM, horizonM).rotateX(-Math.PI / 2);
    plane.translate(frame.centre[0], groundM - 0.35, -frame.centre[1]);
    this.root = new Mesh(plane, material);
    this.root.receiveShadow = true;
    this.root.matrixAutoUpdate = false;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
    for (const texture of this.#textures) texture.dispose();
  }
}

const ringOf = ({ centre, sizeM }: Massing): readonly EastNorth[] =>
  boxRing({
    west: centre[0] - sizeM[0] / 2,
    east: centre[0] + sizeM[0] / 2,
    south: centre[1] - sizeM[1] / 2,
    north: centre[1] + sizeM[1] / 2,
  });

function cityBox(
  masses: readonly Massing[],
  streets: readonly Road[],
  [x, y]: EastNorth,
  radiusM: number,
): Box {
  const points = [...masses.flatMap(ringOf), ...streets.flatMap((road) => road.centreLine)];
  const least = grown(boxOf([[x, y]]), radiusM * 1.5);
  if (points.length === 0) return least;
  const box = grown(boxOf(points), 40);
  return {
    west: Math.max(x - 2200, Math.min(box.west, least.west)),
    east: Math.min(x + 2200, Math.max(box.east, least.east)),
    south: Math.max(y - 2200, Math.min(box.south, least.south)),
    north: Math.min(y + 2200, Math.max(box.north, least.north)),
  };
}

function paintCity(sheet: GroundSheet, masses: readonly Massing[], streets: readonly Road[]): void {
  const { box, context } = sheet;
  context.fillStyle = "#a3a094";
  context.fillRect(box.west, box.south, box.east - box.west, box.north - box.south);
  masses.forEach((mass, i) => {
    const near = chance(i, 21);
    const [w, d] = [mass.sizeM[0] / 2 + 9 + near * 8, mass.sizeM[1] / 2 + 9 + near * 8];
    const [x, y] = mass.centre;
    sheet.fill(
      boxRing({ west: x - w, east: x + w, south: y - d, north: y + d }),
      near < 0.45 ? "#8d9579" : near < 0.8 ? "#aaa698" : "#98958c",
    );
  });
  for (let i = 0; i < 5200; i++) {
    const at: EastNorth = [
      box.west + chance(i, 31) * (box.east - box.west),
      box.south + chance(i, 32) * (box.north - box.south),
    ];
    sheet.spot(
      at,
      1.4 + chance(i, 33) * 2.8,
      chance(i, 34) < 0.5 ? "rgba(86,98,62,.5)" : "rgba(104,108,74,.42)",
    );
  }
  paintRoads(sheet, streets);
}

function poolsAlong(road: Road): Pool[] {
  const pools: Pool[] = [];
  for (let i = 1; i < road.centreLine.length; i++) {
    const [a, b] = [road.centreLine[i - 1], road.centreLine[i]];
    if (!a || !b) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    for (let m = lamplitEveryM / 2; m < length; m += lamplitEveryM)
      pools.push({
        at: [a[0] + ((b[0] - a[0]) * m) / length, a[1] + ((b[1] - a[1]) * m) / length],
        radiusM: Math.max(9, road.widthM * 0.8),
        strength: 0.75,
      });
  }
  return pools;
}
