import { CanvasTexture, Mesh, MeshLambertMaterial, SRGBColorSpace } from "three";
import type { BufferGeometry, DataTexture } from "three";
import type { CommunityDocument, EastNorth, Massing, Road } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { boxOf, grown } from "../../../../models/community/geometry.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import { surveyGlsl } from "../../light/atmosphere-glsl.ts";
import type { Layer } from "../../layer.ts";
import { contactShade } from "../ground/contact-shade.ts";
import type { CanvasMaker } from "../ground/ground-layer.ts";
import { sceneRect } from "../ground/ground-rect.ts";
import type { Terrain } from "../ground/terrain.ts";
import { groundGeometry } from "../ground/terrain.ts";
import { GroundSheet } from "../ground/ground-sheet.ts";
import { streetLamps } from "../lamps/street-lamps.ts";
import { lightTexture, redTexture } from "../ground/light-map.ts";
import { massRing, paintCity } from "./paint-city.ts";

const horizonM = 12_000;

const colour = /* glsl */ `
float px = length(fwidth(gWorld.xz)) * .7;
vec2 at = (gWorld.xz - uCityRect.xy) / uCityRect.zw;
vec2 in_ = step(vec2(0.), at) * step(at, vec2(1.));
float inside = in_.x * in_.y;
float rim = smoothstep(0., .06, min(min(at.x, at.y), min(1. - at.x, 1. - at.y))) * inside;
vec3 plain = mix(vec3(.3, .31, .27), vec3(.44, .475, .475), uPlan);
vec3 sheet = texture2D(uCityMap, vec2(at.x, 1. - at.y)).rgb * mix(1., texture2D(uCityShade, at).r, .8);
diffuseColor.rgb = mix(mix(plain, sheet, rim), plain, uPlan);
diffuseColor.rgb *= 1. - uPlan * .3 * survey(gWorld.xz, px);
totalEmissiveRadiance += max(diffuseColor.rgb, vec3(.16)) * uLampColour * (texture2D(uCityLight, at).r * rim * uLamps * 1.5);`;

/** The ground of the city around, painted coarsely: blocks, parks, streets. */
export class CityGround implements Layer {
  readonly root: Mesh<BufferGeometry, MeshLambertMaterial>;
  readonly #textures: { dispose(): void }[];

  constructor(
    community: CommunityDocument,
    terrain: { readonly heightAt: Terrain; readonly level: boolean },
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
    const parks = community.green.filter((area) => area.kind === "land").map((area) => area.ring);
    paintCity(new GroundSheet(context, box, pixels), surroundings, streets, parks);
    const map = new CanvasTexture(context.canvas);
    map.colorSpace = SRGBColorSpace;
    map.anisotropy = 8;
    const dark = contactShade(
      box,
      surroundings.map((mass) => ({ ring: massRing(mass), heightM: mass.sizeM[2] })),
      512,
    );
    const shade: DataTexture = redTexture(dark.bytes, dark.width, dark.height);
    const lamps = streetLamps(streets, [frame.centre[0], frame.centre[1]], horizonM);
    const light = lightTexture(
      box,
      lamps.map(({ at, reachM }) => ({ at, radiusM: Math.max(13, reachM * 1.3), strength: 1.5 })),
      640,
    );
    this.#textures = [map, shade, light];
    const material = new MeshLambertMaterial();
    material.onBeforeCompile = (shader) => {
      atmosphere.finish(shader);
      Object.assign(shader.uniforms, {
        uCityMap: { value: map },
        uCityShade: { value: shade },
        uCityLight: { value: light },
        uCityRect: { value: sceneRect(box) },
        uPlan: { value: surroundings.length === 0 ? 1 : 0 },
      });
      shader.fragmentShader = shader.fragmentShader
        .replace(
          "#include <clipping_planes_pars_fragment>",
          "#include <clipping_planes_pars_fragment>\nuniform sampler2D uCityMap, uCityShade, uCityLight; uniform vec4 uCityRect; uniform float uPlan;\n" +
            surveyGlsl,
        )
        .replace("#include <color_fragment>", colour);
    };
    const half = horizonM / 2;
    const rect = { x: frame.centre[0] - half, y: -frame.centre[1] - half, z: horizonM, w: horizonM };
    const plane = groundGeometry(rect, terrain, terrain.level ? -0.35 : -1.2, 190);
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

function cityBox(
  masses: readonly Massing[],
  streets: readonly Road[],
  [x, y]: EastNorth,
  radiusM: number,
): Box {
  const points = [...masses.flatMap(massRing), ...streets.flatMap((road) => road.centreLine)];
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
