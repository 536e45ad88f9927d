import { MeshLambertMaterial } from "three";
import type { Color, IUniform, Texture, Vector4 } from "three";
import type { Atmosphere } from "../../light/atmosphere.ts";
import { surveyGlsl } from "../../light/atmosphere-glsl.ts";

export interface GroundUniforms {
  readonly uGroundMap: IUniform<Texture>;
  readonly uShadeMap: IUniform<Texture>;
  readonly uGroundRect: IUniform<Vector4>;
  /** What the season does to grass. */
  readonly uGrass: IUniform<Color>;
  /** 1 where the source described no ground: a plan's lines are shown instead. */
  readonly uPlan: IUniform<number>;
}

const pars = /* glsl */ `
uniform sampler2D uGroundMap, uShadeMap;
uniform vec4 uGroundRect;
uniform vec3 uGrass;
uniform float uPlan;
${surveyGlsl}
float ghash(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float gnoise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(ghash(i), ghash(i + vec2(1., 0.)), f.x), mix(ghash(i + vec2(0., 1.)), ghash(i + vec2(1.)), f.x), f.y);
}`;

/** The painted sheet, roughened from near: blades and tufts on grass, grain on stone. */
const colour = /* glsl */ `
vec2 at = (gWorld.xz - uGroundRect.xy) / uGroundRect.zw;
vec3 sheet = texture2D(uGroundMap, vec2(at.x, 1. - at.y)).rgb;
float px = length(fwidth(gWorld.xz));
float grassy = smoothstep(.004, .05, sheet.g - max(sheet.r, sheet.b * 1.2));
float fine = gnoise(gWorld.xz * 5.3) - .5, tuft = gnoise(gWorld.xz * 1.3) - .5, wide = gnoise(gWorld.xz * .09) - .5;
float close = 1. - smoothstep(.05, .3, px), mid_ = 1. - smoothstep(.3, 1.6, px);
sheet *= mix(vec3(1.), uGrass, grassy);
sheet *= 1. + grassy * (fine * .42 * close + tuft * .3 * mid_ + wide * .36) + (1. - grassy) * (fine * .1 * close + wide * .08 * (1. - uPlan));
sheet *= 1. - uPlan * .3 * survey(gWorld.xz, px * .7);
float open = texture2D(uShadeMap, at).r;
diffuseColor.rgb = sheet * mix(1., open, .86);
vec2 rim = min(at, 1. - at) * uGroundRect.zw;
diffuseColor.a = smoothstep(0., 26., min(rim.x, rim.y));`;

export function groundMaterial(atmosphere: Atmosphere, uniforms: GroundUniforms): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ transparent: true, depthWrite: false });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    Object.assign(shader.uniforms, uniforms);
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        `#include <clipping_planes_pars_fragment>\n${pars}`,
      )
      .replace("#include <color_fragment>", colour);
  };
  return material;
}
