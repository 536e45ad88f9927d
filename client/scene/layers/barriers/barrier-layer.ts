import { InstancedBufferAttribute, InstancedBufferGeometry, Mesh, MeshStandardMaterial } from "three";
import type { EastNorthUp } from "../../../../models/community/community.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import { coat, Stuff, ThingWriter } from "../furniture/thing-writer.ts";

/** A barrier: where the middle of its arm lies when it is down, and which way the road under it goes. */
export interface Barrier {
  readonly at: EastNorthUp;
  readonly headingDeg: number;
}

const armM = 3;
const pivotM = 1;
const bands = 6;
/** An arm that is up leans this far, in radians. */
const upright = 1.45;

const vertexPars = /* glsl */ `
attribute vec4 aCoat, aPlace; attribute float aLift;
varying vec3 vPaint;
vec3 turned(vec3 v, bool arm) {
  float a = arm ? aLift * ${upright.toFixed(2)} : 0.;
  vec3 r = vec3(v.x * cos(a) - v.y * sin(a), v.x * sin(a) + v.y * cos(a), v.z);
  float c = cos(aPlace.w), s = sin(aPlace.w);
  return vec3(r.x * c - r.z * s, r.y, r.x * s + r.z * c);
}`;

/** Arms of vehicle gates, each as far up as its device says: one draw, one byte of change each. */
export class BarrierLayer implements Layer {
  readonly root: Mesh<InstancedBufferGeometry, MeshStandardMaterial>;
  #lifts = new InstancedBufferAttribute(new Uint8Array(0), 1, true);

  constructor(atmosphere: Atmosphere) {
    this.root = new Mesh(new InstancedBufferGeometry(), barrierMaterial(atmosphere));
    this.root.receiveShadow = true;
    this.root.frustumCulled = false;
    this.root.matrixAutoUpdate = false;
    this.root.visible = false;
  }

  set(barriers: readonly Barrier[]): void {
    const geometry = new InstancedBufferGeometry();
    const one = oneBarrier().geometry();
    for (const name of ["position", "normal", "aCoat"]) geometry.setAttribute(name, one.getAttribute(name));
    const places = barriers.flatMap(({ at: [east, north, up], headingDeg }) => {
      const turn = (headingDeg * Math.PI) / 180;
      const half = armM / 2;
      return [east - Math.cos(turn) * half, up, -(north + Math.sin(turn) * half), turn];
    });
    this.#lifts = new InstancedBufferAttribute(new Uint8Array(barriers.length), 1, true);
    geometry.setAttribute("aPlace", new InstancedBufferAttribute(new Float32Array(places), 4));
    geometry.setAttribute("aLift", this.#lifts);
    geometry.instanceCount = barriers.length;
    this.root.geometry.dispose();
    this.root.geometry = geometry;
    this.root.visible = barriers.length > 0;
  }

  /** How far up the n-th arm is, 0 to 1. True when it was not there before. */
  lift(barrier: number, share: number): boolean {
    const byte = Math.round(share * 255);
    if (this.#lifts.array[barrier] === byte) return false;
    this.#lifts.array[barrier] = byte;
    this.#lifts.needsUpdate = true;
    return true;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}

/** A post with an arm to its right, banded red and white; the pivot is the origin. */
function oneBarrier(): ThingWriter {
  const writer = new ThingWriter();
  writer.setDown(0, 0, 0, 0);
  writer.box(0, -pivotM, 0, 0.36, pivotM + 0.2, 0.36, coat(0xd8a526, Stuff.matt));
  for (let band = 0; band < bands; band++) {
    const paint = coat(band % 2 === 0 ? 0xf4f4f2 : 0xb8322a, Stuff.matt);
    writer.box(0.24 + ((band + 0.5) * armM) / bands, -0.07, 0, armM / bands, 0.15, 0.09, paint);
  }
  return writer;
}

function barrierMaterial(atmosphere: Atmosphere): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.7, metalness: 0 });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", `#include <common>\n${vertexPars}`)
      .replace(
        "#include <beginnormal_vertex>",
        "bool arm = position.x > .2; vec3 objectNormal = turned(normal, arm);",
      )
      .replace(
        "#include <begin_vertex>",
        "vPaint = pow(aCoat.rgb, vec3(2.2)); vec3 transformed = turned(position, arm) + aPlace.xyz;",
      );
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        "#include <clipping_planes_pars_fragment>\nvarying vec3 vPaint;",
      )
      .replace("#include <color_fragment>", "diffuseColor.rgb = vPaint;");
  };
  return material;
}
