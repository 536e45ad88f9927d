import { MeshDepthMaterial, MeshLambertMaterial } from "three";
import type { WebGLProgramParametersWithUniforms } from "three";
import type { Atmosphere } from "../../light/atmosphere.ts";

/** Crown: lifted on its trunk, narrowed towards the top for conifers. aForm = cone, half width, half height, lift (metres). */
const shape = /* glsl */ `
{
  vec3 p = position;
  float cone = aForm.x;
  float narrow = mix(1., clamp((1. - p.y) * .62, .04, 1.25), cone);
  vec3 crown = vec3(p.x * narrow * aForm.y, p.y * aForm.z, p.z * narrow * aForm.y) + vec3(0., aForm.w, 0.);
  vec3 stem = vec3(p.x * aForm.w * 1.1, p.y * (aForm.w - aForm.z * .35), p.z * aForm.w * 1.1);
  transformed = mix(stem, crown, aCrown);
}`;

const vertexPars = /* glsl */ `attribute float aCrown; attribute vec4 aForm; attribute vec2 aLeaf;`;

function shaped(shader: WebGLProgramParametersWithUniforms, pars: string, after: string): void {
  shader.vertexShader = shader.vertexShader
    .replace("#include <common>", `#include <common>\n${vertexPars}\n${pars}`)
    .replace("#include <begin_vertex>", `#include <begin_vertex>\n${shape}\n${after}`);
}

/** Leaves: clumped light and dark, thin at the rim of the crown, thinner in winter. aLeaf = density, seed. */
export function treeMaterial(atmosphere: Atmosphere): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ color: 0xffffff });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    shaped(
      shader,
      "varying vec3 vLeafAt; varying vec3 vLeafInfo;",
      "vLeafAt = transformed + aLeaf.y * 17.; vLeafInfo = vec3(aCrown, aLeaf.x, clamp(position.y * .5 + .5, 0., 1.));",
    );
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        `#include <clipping_planes_pars_fragment>
varying vec3 vLeafAt; varying vec3 vLeafInfo;
float lhash(vec3 p) { p = fract(p * .3183099 + vec3(.71, .113, .419)); p *= 17.; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
float lnoise(vec3 p) {
  vec3 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(mix(lhash(i), lhash(i + vec3(1,0,0)), f.x), mix(lhash(i + vec3(0,1,0)), lhash(i + vec3(1,1,0)), f.x), f.y),
    mix(mix(lhash(i + vec3(0,0,1)), lhash(i + vec3(1,0,1)), f.x), mix(lhash(i + vec3(0,1,1)), lhash(i + vec3(1,1,1)), f.x), f.y), f.z);
}`,
      )
      .replace(
        "#include <color_fragment>",
        /* glsl */ `#include <color_fragment>
  if (vLeafInfo.x > .5) {
    float px = length(fwidth(vLeafAt));
    float close = 1. - smoothstep(.06, .5, px);
    float leaf = close > .01 ? lnoise(vLeafAt * 6.4) : .5, tuft = lnoise(vLeafAt * 1.6);
    float rim = abs(dot(normalize(vNormal), normalize(vViewPosition)));
    float thin = (1. - vLeafInfo.y) * .92 + (1. - smoothstep(.05, .68, rim)) * .72 * close;
    if (mix(tuft, leaf, .35 + .45 * close) < thin * .8) discard;
    diffuseColor.rgb *= mix(.5, 1.14, vLeafInfo.z) * (.84 + .32 * tuft) * mix(1., .45 + 1.05 * leaf, close);
  } else diffuseColor.rgb = vec3(.105, .08, .06) * (.75 + .5 * lnoise(vLeafAt * vec3(9., 2., 9.)));`,
      );
  };
  return material;
}

export function treeDepthMaterial(): MeshDepthMaterial {
  const material = new MeshDepthMaterial();
  material.onBeforeCompile = (shader) => shaped(shader, "", "");
  return material;
}
