import { BufferAttribute, Mesh, MeshStandardMaterial } from "three";
import type { BufferGeometry } from "three";
import type { Asset } from "../../../../models/community/community.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import {
  bench,
  bin,
  bollard,
  fence,
  garageRamp,
  gatehouse,
  hedge,
  lampPost,
  pavilion,
  playgroundThings,
} from "./garden-things.ts";
import { Stuff, ThingWriter } from "./thing-writer.ts";
import { bicycleShelter, car } from "./vehicles.ts";

/** More vertices than this are not worth their memory: what comes later in the list is left out. */
const mostVertices = 1_500_000;

const pars = /* glsl */ `
varying vec4 vCoat;
float thash(vec3 p) { p = fract(p * .3183099 + .1); p *= 17.; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
float gGloss;`;

const colour = /* glsl */ `
{
  float stuff = vCoat.a * 255.;
  vec3 c = vCoat.rgb * vCoat.rgb * (vCoat.rgb * .305306 + .682171) + vCoat.rgb * .012523;
  gGloss = stuff > 30. && stuff < 150. ? 1. : 0.;
  if (stuff > 150. && stuff < 210.) {
    float px = length(fwidth(gWorld)), near = 1. - smoothstep(.05, .4, px);
    c *= .8 + .4 * mix(.5, thash(floor(gWorld * 5.)), near);
  }
  diffuseColor.rgb = c;
  if (stuff > 210.) { totalEmissiveRadiance += vec3(1., .72, .4) * uLamps * 1.6; }
}`;

/** Everything small that stands about, in one draw. */
export class FurnitureLayer implements Layer {
  readonly root: Mesh<BufferGeometry, MeshStandardMaterial>;

  /** First and last vertex of every lamp, in the order of the assets. */
  readonly #lamps: (readonly [from: number, until: number])[] = [];

  constructor(assets: readonly Asset[], atmosphere: Atmosphere) {
    const writer = new ThingWriter();
    assets.forEach((asset, index) => {
      if (writer.vertexCount >= mostVertices) return;
      const from = writer.vertexCount;
      setDown(writer, asset, index);
      if (asset.kind === "lamp") this.#lamps.push([from, writer.vertexCount]);
    });
    this.root = new Mesh(writer.geometry(), furnitureMaterial(atmosphere));
    this.root.castShadow = this.root.receiveShadow = true;
    this.root.matrixAutoUpdate = false;
    this.root.frustumCulled = false;
  }

  /** Lets the head of the n-th lamp glow by night, or not. */
  setLamp(lamp: number, glows: boolean): void {
    const [from, until] = this.#lamps[lamp] ?? [0, 0];
    const coats = this.root.geometry.getAttribute("aCoat");
    if (!(coats instanceof BufferAttribute) || from === until) return;
    const [before, after] = glows ? [Stuff.unlit, Stuff.glow] : [Stuff.glow, Stuff.unlit];
    for (let at = from * 4 + 3; at < until * 4; at += 4)
      if (coats.array[at] === before) coats.array[at] = after;
    coats.addUpdateRange(from * 4, (until - from) * 4);
    coats.needsUpdate = true;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}

function furnitureMaterial(atmosphere: Atmosphere): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.85, metalness: 0 });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", "#include <common>\nattribute vec4 aCoat; varying vec4 vCoat;")
      .replace("#include <begin_vertex>", "#include <begin_vertex>\nvCoat = aCoat;");
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        `#include <clipping_planes_pars_fragment>\n${pars}`,
      )
      .replace("#include <color_fragment>", colour)
      .replace("#include <roughnessmap_fragment>", "float roughnessFactor = mix(roughness, .22, gGloss);")
      .replace("#include <metalnessmap_fragment>", "float metalnessFactor = .18 * gGloss;");
  };
  return material;
}

function setDown(
  writer: ThingWriter,
  { kind, at: [east, north, up], headingDeg, scale }: Asset,
  index: number,
): void {
  const long = kind === "fence" || kind === "hedge";
  writer.setDown(east, up, -north, headingDeg, long || kind === "solar" ? 1 : scale);
  switch (kind) {
    case "car":
      return car(writer, index);
    case "bicycle-shelter":
      return bicycleShelter(writer, index);
    case "bench":
      return bench(writer);
    case "bin":
      return bin(writer);
    case "bollard":
      return bollard(writer);
    case "lamp":
      return lampPost(writer);
    case "fence":
      return fence(writer, scale);
    case "hedge":
      return hedge(writer, scale);
    case "gatehouse":
      return gatehouse(writer);
    case "pavilion":
      return pavilion(writer);
    case "playground":
      return playgroundThings(writer, index);
    case "ramp":
      return garageRamp(writer);
    // Trees and shrubs have their own layer, modules lie on the roofs of theirs.
    case "tree":
    case "shrub":
    case "solar":
  }
}
