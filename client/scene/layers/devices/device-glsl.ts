import { atlasColumns, atlasRows } from "./glyph-atlas.ts";
import {
  fadeFromM,
  fadeToM,
  leastDoubtfulPx,
  leastPx,
  mostPx,
  signMetres,
  stageDoubtfulM,
  stageLeastPx,
  stageMetres,
} from "./device-size.ts";

const numbers = (list: readonly number[]): string => list.map((value) => value.toFixed(2)).join(", ");

/** uPass: 0 what is well, 1 what is not, 2 the same where a wall hides it. */
export const deviceVertex = /* glsl */ `
attribute vec4 aLook;
attribute float aReach;
uniform float uPixels, uRatio, uPass, uType, uAfar, uStage;
uniform int uSelected, uHovered;
flat varying vec4 vLook;
flat varying float vActivity;
flat varying vec3 vSize;
const float metres[5] = float[5](${numbers(signMetres)});
const float least[5] = float[5](${numbers(leastPx)});
const float most[5] = float[5](${numbers(mostPx)});
void main() {
  vLook = aLook;
  vActivity = aLook.w;
  int level = int(min(aLook.y, 4.) + .5);
  bool chosen = gl_VertexID == uSelected, pointed = gl_VertexID == uHovered;
  vec4 mv = viewMatrix * vec4(position, 1.);
  float d = length(mv.xyz);
  float low = level == 0 && aLook.z > .5 ? ${leastDoubtfulPx.toFixed(1)} : least[level];
  if (uStage > .5) low = max(low, ${stageLeastPx.toFixed(1)});
  float across = max(metres[level], uStage * ${stageMetres.toFixed(2)});
  float px = clamp(across * uPixels / uRatio / d, low * uType, most[level] * uType);
  float presence = level > 0 || aLook.z > .5 || chosen || pointed ? 1. : clamp((${fadeToM.toFixed(1)} - d) / ${(fadeToM - fadeFromM).toFixed(1)}, uAfar, 1.);
  if (uStage > .5 && level == 0 && !chosen && !pointed) {
    float far = aLook.z > .5 ? max(aReach, ${stageDoubtfulM.toFixed(1)}) : aReach;
    presence = far > 0. ? clamp((far - d) / (far * .2), 0., 1.) : 0.;
  }
  if (chosen || pointed) px = max(px, 15. * uType);
  float halo = chosen ? 2.1 : pointed ? 1.5 : level > 2 ? 1.7 : 1.2;
  vSize = vec3(px * uRatio, halo, presence);
  mv.xyz *= 1. - min(.3, 1.6 / d);
  gl_Position = projectionMatrix * mv;
  gl_PointSize = px * uRatio * halo;
  bool abnormal = level > 0 || chosen || pointed;
  if (presence <= .01 || abnormal != (uPass > .5) || uPass > 1.5 && level < 3 && !chosen || position.x != position.x) gl_Position = vec4(2., 2., 2., 1.);
  vLook.w = chosen ? 2. : pointed ? 1. : 0.;
}`;

/** Shapes as signed distances in a box from −1 to 1: disc, diamond, triangle, octagon; an hourglass for what is stale. */
export const deviceFragment = /* glsl */ `
flat varying vec4 vLook;
flat varying vec3 vSize;
flat varying float vActivity;
uniform sampler2D uGlyphs;
uniform vec3 uSeverity[5], uInk, uDisc, uDoubt, uMark;
uniform float uPass, uGlow;
float disc(vec2 p, float r) { return length(p) - r; }
float diamond(vec2 p, float r) { return (abs(p.x) + abs(p.y) - r * 1.25) * .7071; }
float triangle(vec2 p, float r) {
  p.y -= .12 * r;
  return max(dot(vec2(abs(p.x), p.y), vec2(.88, -.475)) - r * .52, p.y - r * .62);
}
float octagon(vec2 p, float r) { p = abs(p); return max(max(p.x, p.y) - r * .92, (p.x + p.y) * .7071 - r * .97); }
float hourglass(vec2 p, float r) { p = abs(p); return max((p.x - p.y) * .7071 - .06, p.y - r); }
float shapeOf(vec2 p, float r) {
  float level = vLook.y;
  if (level > 3.5) return octagon(p, r);
  if (level > 2.5) return triangle(p, r * 1.28);
  if (level > 1.5) return diamond(p, r);
  return disc(p, r);
}
void main() {
  vec2 p = (gl_PointCoord * 2. - 1.) * vSize.y;
  float px = 2. / vSize.x, level = vLook.y, flags = vLook.z;
  bool stale = mod(flags, 2.) > .5, bad = mod(floor(flags / 2.), 2.) > .5, unsure = mod(floor(flags / 4.), 2.) > .5;
  bool recorded = mod(floor(flags / 8.), 2.) > .5, missing = mod(floor(flags / 16.), 2.) > .5;
  // From afar a stale value has a shape of its own; from near its outline and its symbol say it.
  bool waiting = stale && level < .5 && vSize.x < 15.;
  float d = waiting ? hourglass(p, .86) : shapeOf(p, .9);
  float fill = clamp(.5 - d / px, 0., 1.);
  vec3 edge = stale || missing ? uDoubt : uSeverity[int(min(level, 4.) + .5)];
  // A point is seen by its edge; grown to a sign it need not be as loud.
  if (level < .5 && !stale && !missing) edge = mix(edge, uDisc, .34 * smoothstep(4., 11., vSize.x));
  float wide = max(level > .5 ? .16 : .2, px * 1.1);
  float ring = clamp(.5 + (d + wide) / px, 0., 1.);
  // A stale value's outline is broken, a doubtful one's dotted, a missing one's thin.
  float angle = atan(p.y, p.x) / 6.2831853;
  float dash = stale ? step(.5, fract(angle * 7.)) : unsure ? step(.32, fract(angle * 12.)) : 1.;
  vec3 body = level > .5 && !stale ? uSeverity[int(min(level, 4.) + .5)] : uDisc;
  // What is at work is filled from below, by thirds; what is idle stays a ring.
  float work = clamp(vActivity - 1., 0., 3.) / 3.;
  float filled = level < .5 && !missing ? clamp(.5 + (p.y + .9 - 1.8 * (1. - work)) / px, 0., 1.) * step(.1, work) : 0.;
  body = mix(body, mix(uDisc, uSeverity[0], .58), filled);
  if (waiting) body = uDoubt;
  float opaque = missing ? .25 : waiting ? 1. : stale ? .62 : 1.;
  if (waiting) ring = 0.;
  vec3 c = mix(body, mix(level > .5 ? uDisc : edge, edge, step(level, .5)), ring * (level > .5 ? .9 : dash));
  float a = fill * mix(opaque, max(dash, level > .5 ? 1. : .15), ring);
  float big = smoothstep(11., 15., vSize.x);
  if (big > 0.) {
    vec2 g = p / .62 * .5 + .5;
    if (g.x > 0. && g.y > 0. && g.x < 1. && g.y < 1.) {
      float cell = vLook.x;
      vec2 at = (vec2(mod(cell, ${atlasColumns.toFixed(1)}), floor(cell / ${atlasColumns.toFixed(1)})) + g) / vec2(${atlasColumns.toFixed(1)}, ${atlasRows.toFixed(1)});
      float ink = texture2D(uGlyphs, at).a * big * (1. - ring);
      c = mix(c, level > .5 && !stale ? uDisc : mix(uInk, uDisc, filled), ink);
    }
  } else if (level < .5 && !waiting) {
    c = mix(edge, mix(c, uDisc, .25), vActivity < .5 ? .3 : 1. - work);
  }
  if (bad) {
    float cross_ = min(abs(p.x - p.y), abs(p.x + p.y)) * .7071;
    float bar = clamp(.5 - (cross_ - max(.09, px)) / px, 0., 1.) * fill;
    c = mix(c, uInk, bar);
    a = max(a, bar);
  }
  if (recorded) {
    float second = abs(length(p) - 1.08) - .05;
    float line = clamp(.5 - second / px, 0., 1.);
    c = mix(c, edge, line * (1. - fill));
    a = max(a, line * .9);
  }
  // Outside the sign: a rim that lifts it off the picture, a halo for the urgent, rings for chosen and pointed at.
  if (level > 2.5 && fill < 1.) {
    float halo = smoothstep(1.7, .8, length(p)) * .5 * uGlow;
    c = mix(uSeverity[int(level + .5)], c, a);
    a = max(a, halo);
  }
  float mark = vLook.w;
  if (mark > .5) {
    float radius = mark > 1.5 ? 1.62 : 1.28;
    float line = clamp(.5 - (abs(length(p) - radius) - (mark > 1.5 ? .13 : .07)) / px, 0., 1.);
    c = mix(c, uMark, line * (1. - fill));
    a = max(a, line);
  }
  a *= vSize.z * (uPass > 1.5 ? .42 : 1.);
  if (a < .02) discard;
  gl_FragColor = vec4(c, a);
}`;
