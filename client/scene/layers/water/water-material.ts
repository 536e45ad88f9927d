import { MeshStandardMaterial } from "three";
import type { IUniform, Vector4 } from "three";
import type { Atmosphere } from "../../light/atmosphere.ts";

/** So many buildings and lamps can be mirrored. */
export const mostMirrored = 20;
export const mostLamps = 28;

export interface WaterUniforms {
  readonly uSeconds: IUniform<number>;
  /** Mirrored buildings: west, east, −north, −south. */
  readonly uBoxes: IUniform<Vector4[]>;
  /** Their height, lit share, seed, and how many there are. */
  readonly uTall: IUniform<Vector4[]>;
  readonly uBoxCount: IUniform<number>;
  readonly uLampAt: IUniform<Vector4[]>;
  readonly uLampCount: IUniform<number>;
}

/**
 * Water mirrors without a second picture: the mirrored ray is cut with the boxes of the buildings around, whose
 * windows are lit by the same share, and lamps draw their streaks. Ripples are two moving noises.
 */
const pars = /* glsl */ `
uniform float uSeconds;
uniform vec4 uBoxes[${mostMirrored}], uTall[${mostMirrored}], uLampAt[${mostLamps}];
uniform int uBoxCount, uLampCount;
float whash(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float wnoise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(whash(i), whash(i + vec2(1., 0.)), f.x), mix(whash(i + vec2(0., 1.)), whash(i + vec2(1.)), f.x), f.y);
}
float waves(vec2 p) {
  return wnoise(p * .55 + uSeconds * vec2(.16, .09)) + .55 * wnoise(p * 1.35 - uSeconds * vec2(.2, -.14)) + .25 * wnoise(p * 3.4 + uSeconds * vec2(.3, .34));
}
vec3 mirrored(vec3 from, vec3 dir, float keyLit) {
  vec3 sky = skyColour(vec3(dir.x, abs(dir.y), dir.z));
  // Trees on the shore: a dark ragged band just above the horizon.
  float shore = smoothstep(.36, .2, dir.y + .1 * wnoise(vec2(atan(dir.x, dir.z) * 26., 1.)));
  vec3 c = mix(sky, vec3(.045, .06, .032) * (.25 + keyLit) + uLampColour * uLamps * .012, shore * .8);
  // Ripples lie across the view: what is mirrored is torn sideways, row by row.
  vec2 ahead = normalize(gToPoint.xz), across = vec2(-ahead.y, ahead.x);
  vec2 row = vec2(dot(from.xz, ahead), dot(from.xz, across));
  float torn = wnoise(row * vec2(1.5, .22) + uSeconds * .4) + .6 * wnoise(row * vec2(4.4, .6) - uSeconds * .3) - .8;
  dir = normalize(vec3(dir.x + across.x * torn * .12, dir.y, dir.z + across.y * torn * .12));
  float best = 1e6;
  for (int i = 0; i < ${mostMirrored}; i++) {
    if (i >= uBoxCount) break;
    vec4 b = uBoxes[i];
    vec2 inv = 1. / dir.xz, t0 = (b.xz - from.xz) * inv, t1 = (b.yw - from.xz) * inv;
    vec2 lo = min(t0, t1), hi = max(t0, t1);
    float near = max(lo.x, lo.y), far = min(hi.x, hi.y), y = dir.y * near;
    if (near > far || near < 0. || near > best || y > uTall[i].x) continue;
    best = near;
    vec3 hit = from + dir * near;
    float u = lo.x > lo.y ? hit.z : hit.x;
    vec2 cell = vec2(u / 3.2, y / 3.), id = floor(cell), f = fract(cell);
    float sharp = mix(.18, .5, uLamps) * (1. - smoothstep(.06, .22, (length(gToPoint) + near) * .0007 / 3.));
    float win = mix(.34, step(.2, f.x) * step(f.x, .8) * step(.28, f.y) * step(f.y, .84), sharp), h = whash(id + uTall[i].z);
    vec3 wall = mix(vec3(.58, .53, .46), vec3(.07, .09, .11), win) * (.16 + .8 * keyLit);
    wall += vec3(1., .66, .34) * win * mix(uTall[i].y, step(h, uTall[i].y), sharp) * uLamps * 1.25;
    c = mix(wall, sky, 1. - exp(-near * uHaze * 1.3));
  }
  for (int i = 0; i < ${mostLamps}; i++) {
    if (i >= uLampCount) break;
    vec3 to = vec3(uLampAt[i].x, uLampAt[i].y, uLampAt[i].z) - from;
    float along = length(to.xz), side = abs(dot(normalize(vec2(-to.z, to.x)), dir.xz / max(.05, length(dir.xz))));
    float lift = abs(to.y / along - dir.y / max(.05, length(dir.xz)));
    c += uLampColour * uLamps * exp(-side * side * 1600. - lift * lift * 60.) * step(0., dot(to.xz, dir.xz)) * 1.1;
  }
  return c;
}`;

const glow = /* glsl */ `
{
  vec3 eye = normalize(gToPoint);
  float far = length(gToPoint), e = .12 + far * .0006;
  float h0 = waves(gWorld.xz), hx = waves(gWorld.xz + vec2(e, 0.)), hz = waves(gWorld.xz + vec2(0., e));
  float rough = .034 / (1. + far * .006);
  vec3 n = normalize(vec3((h0 - hx) / e * rough, 1., (h0 - hz) / e * rough));
  vec3 dir = reflect(eye, n);
  dir.y = max(dir.y, .015);
  float fresnel = .05 + .95 * pow(1. - max(0., dot(-eye, n)), 4.);
  float keyLit = clamp(dot(uHorizon, vec3(.333)) * 1.1, 0., 1.);
  vec3 deep = mix(vec3(.012, .035, .04), vec3(.03, .075, .08), .5 + .5 * (h0 - .9)) * (.2 + keyLit);
  vec3 m = mirrored(gWorld, normalize(dir), keyLit);
  totalEmissiveRadiance += mix(deep, m, clamp(fresnel * 1.25 + .12, 0., 1.));
  totalEmissiveRadiance += uGlow * pow(max(0., dot(normalize(dir), uSunDir)), 220.) * 5.;
}`;

export function waterMaterial(atmosphere: Atmosphere, uniforms: WaterUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({
    color: 0x000000,
    roughness: 1,
    metalness: 0,
    envMapIntensity: 0,
  });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    Object.assign(shader.uniforms, uniforms);
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        `#include <clipping_planes_pars_fragment>\n${pars}`,
      )
      .replace("#include <emissivemap_fragment>", `#include <emissivemap_fragment>\n${glow}`);
  };
  return material;
}
