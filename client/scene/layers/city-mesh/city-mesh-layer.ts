import { BufferAttribute, BufferGeometry, Color, DoubleSide, Mesh, MeshLambertMaterial } from "three";
import type { Asset, CityMesh } from "../../../../models/community/community.ts";
import { surfaceKinds } from "../../../../models/community/community.ts";
import { chance, seedOf } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import type { MarkUniforms } from "../selection/mark-glsl.ts";
import { finishMarks, markPars } from "../selection/mark-glsl.ts";
import type { PlantCover } from "./plant-cover.ts";
import { plantCover } from "./plant-cover.ts";

const pars = /* glsl */ `
flat varying vec4 vFace; flat varying float vObject; varying vec3 vLocal;
uniform float uChosen, uPointed;
${markPars}
float mhash(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float mspan(float x, float a, float b, float w) { return clamp((min(b, x + .5 * w) - max(a, x - .5 * w)) / w, 0., 1.); }
vec3 mGlow;`;

/** Colour by kind of surface; walls of buildings get faint windows in metres, roofs their courses. */
const colour = /* glsl */ `
{
  float kind = vFace.x, seed = vFace.y / 255.;
  vec3 n = normalize(cross(dFdx(gWorld), dFdy(gWorld)));
  vec3 c = vec3(.46, .45, .43);
  mGlow = vec3(0.);
  float px = max(length(fwidth(gWorld)), 1e-3);
  if (kind < .5) {
    c = seed < .25 ? vec3(.62, .52, .42) : seed < .45 ? vec3(.46, .25, .18) : seed < .7 ? vec3(.72, .68, .6) : seed < .85 ? vec3(.55, .42, .33) : vec3(.66, .66, .65);
    vec2 along = normalize(vec2(-n.z, n.x) + vec2(1e-5, 0.));
    vec2 p = vec2(dot(gWorld.xz, along), vLocal.y), cell = vec2(2.7, 3.05);
    vec2 id = floor(p / cell), f = p - id * cell;
    float fade = 1. - smoothstep(.4, 1.2, px);
    float win = mspan(f.x, .7, 2., px) * mspan(f.y, 1., 2.45, px) * fade * vFace.z * step(.2, vLocal.y);
    c *= 1. + (mhash(floor(p * vec2(2., 6.6))) - .5) * .08 * (1. - smoothstep(.03, .2, px));
    c = mix(c, vec3(.06, .08, .1), win * .82);
    float share = .42;
    mGlow = vec3(1., .66, .32) * uLamps * 1.1 * vFace.z * mix(share * .2 * step(.2, vLocal.y), win * step(mhash(id + seed * 31.), share), fade);
    c *= mix(.62, 1., smoothstep(-.5, 7., vLocal.y));
  } else if (kind < 1.5) {
    float steep = 1. - abs(n.y);
    vec3 tile = seed < .5 ? vec3(.38, .17, .11) : seed < .75 ? vec3(.28, .2, .17) : vec3(.21, .22, .24);
    c = mix(vec3(.42, .42, .41) * (.85 + .3 * seed), tile, smoothstep(.06, .14, steep));
    float course = mspan(mod(gWorld.y, .34), 0., .24, px);
    c *= mix(1., .86 + .16 * course, smoothstep(.06, .14, steep) * (1. - smoothstep(.05, .3, px)));
    c *= .93 + .14 * mhash(floor(gWorld.xz * .8)) * (1. - smoothstep(.3, 1., px));
  } else if (kind < 2.5) c = vec3(.33, .32, .3);
  else if (kind < 3.5) { c = vec3(.07, .1, .13); mGlow = vec3(1., .7, .38) * uLamps * step(mhash(vec2(vObject, seed)), .5); }
  else if (kind < 4.5) c = vec3(.2, .205, .21);
  else if (kind < 5.5) {
    c = vec3(.03, .085, .1);
    vec3 eye = normalize(gToPoint);
    vec2 ripple = vec2(mhash(floor(gWorld.xz * 1.7)), mhash(floor(gWorld.zx * 1.7 + 5.))) - .5;
    vec3 up = normalize(vec3(ripple.x * .03 * (1. - smoothstep(.1, .6, px)), 1., ripple.y * .03 * (1. - smoothstep(.1, .6, px))));
    mGlow += mirroredSky(reflect(eye, up)) * (.05 + .8 * pow(1. - clamp(-dot(eye, up), 0., 1.), 3.)) * (1. - .7 * uGrey);
  }
  else if (kind < 6.5) {
    float tuft = mhash(floor(gWorld.xz * 2.3)), patch_ = mhash(floor(gWorld.xz * .31));
    c = vec3(.1, .165, .05) * (.86 + .28 * seed) * (1. + (tuft - .5) * .3 * (1. - smoothstep(.15, .6, px)) + (patch_ - .5) * .12 * (1. - smoothstep(1., 4., px)));
  }
  else if (kind < 7.5) c = vec3(.2, .23, .13);
  float mark = max(step(abs(vObject - uChosen), .5), .5 * step(abs(vObject - uPointed), .5));
  mGlow += uMarkColour * mark * .42;
  gMark = mark * .52;
  diffuseColor.rgb = c;
}`;

/** All faces of a city model in one draw; each vertex knows its surface and its object. */
export class CityMeshLayer implements Layer {
  readonly root: Mesh<BufferGeometry, MeshLambertMaterial>;
  readonly #uniforms = {
    uChosen: { value: -1 },
    uPointed: { value: -1 },
    uMarkColour: { value: new Color(0.16, 0.62, 1) },
    uRim: { value: new Color(1, 1, 1) },
  };

  get marks(): MarkUniforms {
    return this.#uniforms;
  }

  /** What grows on the model's plant covers. */
  readonly plants: readonly Asset[];

  constructor(mesh: CityMesh, atmosphere: Atmosphere) {
    const cover = plantCover(mesh);
    this.plants = cover.plants;
    const material = new MeshLambertMaterial({ side: DoubleSide });
    material.onBeforeCompile = (shader) => {
      atmosphere.finish(shader);
      finishMarks(shader);
      Object.assign(shader.uniforms, this.#uniforms);
      shader.vertexShader = shader.vertexShader
        .replace(
          "#include <common>",
          "#include <common>\nattribute vec4 aFace; attribute float aObject, aFoot; flat varying vec4 vFace; flat varying float vObject; varying vec3 vLocal;",
        )
        .replace(
          "#include <begin_vertex>",
          "#include <begin_vertex>\nvFace = aFace; vObject = aObject; vLocal = vec3(position.x, position.y - aFoot, position.z);",
        );
      shader.fragmentShader = shader.fragmentShader
        .replace(
          "#include <clipping_planes_pars_fragment>",
          `#include <clipping_planes_pars_fragment>\n${pars}`,
        )
        .replace("#include <color_fragment>", colour)
        .replace(
          "#include <emissivemap_fragment>",
          "#include <emissivemap_fragment>\ntotalEmissiveRadiance += mGlow;",
        );
    };
    this.root = new Mesh(sceneGeometry(mesh, cover), material);
    this.root.castShadow = this.root.receiveShadow = true;
    this.root.matrixAutoUpdate = false;
  }

  /** Indices into `mesh.objects`; −1 for none. True when anything changed. */
  mark(chosen: number, pointed: number): boolean {
    const { uChosen, uPointed } = this.#uniforms;
    if (uChosen.value === chosen && uPointed.value === pointed) return false;
    uChosen.value = chosen;
    uPointed.value = pointed;
    return true;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}

/** East-north-up becomes the scene's axes; east × north × up and x × y × z are both right-handed, so faces keep their side. */
function sceneGeometry(mesh: CityMesh, drawn: Pick<PlantCover, "positions" | "normals">): BufferGeometry {
  const n = mesh.positions.length / 3;
  const positions = new Float32Array(n * 3);
  const normals = new Int8Array(n * 4);
  const faces = new Uint8Array(n * 4);
  const feet = new Float32Array(n);
  const objects = new Float32Array(mesh.objectOf);
  const seeds = mesh.objects.map((object) =>
    Math.floor(chance(seedOf(object.building ?? object.id), 8) * 255),
  );
  const isBuilding = mesh.objects.map((object) => (object.type.startsWith("Building") ? 1 : 0));
  for (let i = 0; i < n; i++) {
    const at = i * 3;
    positions[at] = drawn.positions[at] ?? 0;
    positions[at + 1] = drawn.positions[at + 2] ?? 0;
    positions[at + 2] = -(drawn.positions[at + 1] ?? 0);
    normals[i * 4] = Math.round((drawn.normals[at] ?? 0) * 127);
    normals[i * 4 + 1] = Math.round((drawn.normals[at + 2] ?? 0) * 127);
    normals[i * 4 + 2] = -Math.round((drawn.normals[at + 1] ?? 0) * 127);
    const object = mesh.objectOf[i] ?? 0;
    faces[i * 4] = mesh.surfaces[i] ?? surfaceKinds.length - 1;
    faces[i * 4 + 1] = seeds[object] ?? 0;
    faces[i * 4 + 2] = isBuilding[object] ?? 0;
    feet[i] = mesh.objects[object]?.extent.min[2] ?? 0;
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(normals, 4, true));
  geometry.setAttribute("aFace", new BufferAttribute(faces, 4));
  geometry.setAttribute("aObject", new BufferAttribute(objects, 1));
  geometry.setAttribute("aFoot", new BufferAttribute(feet, 1));
  geometry.computeBoundingSphere();
  return geometry;
}
