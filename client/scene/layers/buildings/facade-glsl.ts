import { markPars } from "../selection/mark-glsl.ts";
import { litRoomsGlsl } from "./lit-rooms.ts";

/** Vertex part: wall coordinates in metres and whose wall it is. */
export const facadeVertexPars = /* glsl */ `
attribute vec4 aWall; attribute vec4 aPart; attribute vec2 aOwner;
varying vec4 vWall; flat varying vec4 vPart; flat varying float vOwner;`;

export const facadeVertex = /* glsl */ `vWall = aWall; vPart = aPart; vOwner = aOwner.x;`;

/**
 * Façades in metres. Every window is a rectangle in a cell of bay × storey; lines are box-filtered over a pixel, so
 * that nothing shimmers, and a cell smaller than a pixel becomes its mean.
 */
export const facadePars = /* glsl */ `
varying vec4 vWall; flat varying vec4 vPart; flat varying float vOwner;
uniform sampler2D uStyles, uLit, uBands;
uniform float uShowBands;
uniform vec4 uSelected, uHovered;
uniform vec3 uBandColours[5];
${markPars}
${litRoomsGlsl}
float gGlass, gRough; vec3 gGlow; vec2 gTilt;
float hash(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
vec4 paintOf(int slot) { return texelFetch(uStyles, ivec2(slot, int(vOwner + .5)), 0); }
float span(float x, float a, float b, float w) { return clamp((min(b, x + .5 * w) - max(a, x - .5 * w)) / w, 0., 1.); }
float isFace(float face) { return step(abs(vPart.x - face), .5); }

struct Opening { vec2 low, high; float mullion, frame, light, interior; };

/** The opening of a cell; sizes in metres, cell size in .zw. */
Opening openingOf(vec2 id, vec2 cell, float seed) {
  float face = vPart.x, t = hash(vec2(id.x + 3.7, seed * 7.31)), mid = cell.x * .5;
  Opening o = Opening(vec2(0.), vec2(0.), .95, .07, 1., 1.);
  float half_ = min(t < .5 ? 1.05 : t < .82 ? .8 : .48, cell.x * .5 - .28);
  float sill = t < .82 ? .9 : 1.25;
  if (face < 1.5) { o.low = vec2(mid - half_, sill); o.high = vec2(mid + half_, cell.y - .42); }
  else if (face < 2.5) { o.low = vec2(.22, .08); o.high = vec2(cell.x - .22, cell.y - .5); o.mullion = .88; }
  else if (face < 3.5) { o.low = vec2(mid - .75, .55); o.high = vec2(mid + .75, cell.y - .5); o.light = .55; o.interior = 0.; }
  else if (face < 4.5) { o.low = vec2(.05, .12); o.high = vec2(cell.x - .05, cell.y - .12); o.mullion = cell.x; o.frame = .06; o.interior = .35; }
  else if (face > 11.5) { o.low = vec2(.18, .12); o.high = vec2(cell.x - .18, cell.y - 1.05); o.mullion = 1.4; o.frame = .09; o.interior = .2; }
  else if (face > 10.5) { o.low = vec2(.08, .6); o.high = vec2(cell.x - .08, cell.y - .38); o.mullion = .78; }
  else if (face > 9.5) {
    float kind = hash(vec2(seed, 5.)), h = min(kind < .4 ? .95 : .7, cell.x * .5 - .25);
    o.low = vec2(mid - h, kind < .2 ? .4 : .9); o.high = vec2(mid + h, cell.y - .45);
  }
  else { o.low = vec2(.5, .85); o.high = vec2(cell.x - .5, cell.y - .55); o.mullion = 9.; o.light = .5; }
  return o;
}

float bayOf() {
  float face = vPart.x;
  if (face > 1.5 && face < 3.5) return 50.;
  if (face > 10.5 && face < 11.5) return 50.;
  if (face > 3.5 && face < 4.5) return 1.6;
  if (face > 11.5) return 4.4;
  return max(1.6, paintOf(0).a * 8.);
}

/** Colours of a lit room: warm white mostly, some neutral, a few blue screens. */
vec3 roomLight(float h) {
  vec3 c = mix(vec3(1., .47, .15), vec3(1., .7, .36), smoothstep(.1, .85, h));
  return h > .965 ? vec3(.45, .6, .95) : h > .86 ? vec3(.94, .82, .62) : c;
}

void pierced(inout vec3 wall, vec2 px) {
  float storey = vWall.w, bay = bayOf(), seed = vPart.z / 255.;
  float count = max(1., floor(vWall.y / bay + .503));
  vec2 cell = vec2(vWall.y / count, storey);
  vec2 id = floor(vec2(vWall.x / cell.x, vWall.z / cell.y) + 1e-4);
  vec2 p = vec2(vWall.x, vWall.z) - id * cell;
  Opening o = openingOf(id, cell, seed);
  vec2 size = max(o.high - o.low, vec2(.01));
  float h1 = hash(id + seed * 57. + vOwner * 3.1), h2 = hash(id.yx * 1.7 + seed * 13. + vOwner);

  float near = 1. - smoothstep(.3, .85, max(px.x / cell.x, px.y / cell.y));
  float hole = span(p.x, o.low.x, o.high.x, px.x) * span(p.y, o.low.y, o.high.y, px.y);
  float pane = span(p.x, o.low.x + o.frame, o.high.x - o.frame, px.x) * span(p.y, o.low.y + o.frame, o.high.y - o.frame, px.y);
  float parts = max(1., floor(size.x / o.mullion + .5)), part = size.x / parts;
  float bar = span(mod(p.x - o.low.x + part * .5, part), part * .5 - .035, part * .5 + .035, px.x) * step(1.5, parts);
  pane *= 1. - bar * .92;
  float mean = size.x * size.y / (cell.x * cell.y);
  float glass = mix(mean * .86, pane, near), open = mix(mean, hole, near);

  // Slab line, sill and the shadow under the lintel give the wall its depth.
  float slab = span(p.y, 0., .09, px.y) * near;
  wall *= 1. - .16 * slab;
  float sill = span(p.x, o.low.x - .1, o.high.x + .1, px.x) * span(p.y, o.low.y - .13, o.low.y, px.y) * near * step(.3, o.low.y);
  wall = mix(wall, paintOf(3).rgb, sill * .8);
  float cooler = step(hash(vec2(id.x * 1.3, seed * 3.)), .4) * isFace(1.) * step(1., o.low.x);
  float unit = span(p.x, o.low.x - .98, o.low.x - .16, px.x) * span(p.y, .22, .84, px.y) * cooler * near;
  wall = mix(wall, vec3(.62, .63, .62) * (.6 + .4 * span(mod(p.y, .12), 0., .07, px.y)), unit * .85);

  vec3 frame = paintOf(3).rgb * .82;
  float reveal = span(p.y, o.high.y - .2, o.high.y, px.y);
  float drawn = step(.72, h2) * o.interior;
  float side = (1. - smoothstep(.1, .34, min(p.x - o.low.x, o.high.x - p.x) / size.x)) * step(.35, h2) * o.interior;
  vec3 inside = mix(vec3(.028, .04, .052), vec3(.36, .34, .31), max(drawn * .6, side * .42) * near + (1. - near) * .12);
  inside *= 1. - .6 * reveal * near;
  inside = mix(inside, wall * .55, .72 * isFace(9.));
  wall = mix(mix(wall, frame, open), inside, clamp(glass, 0., 1.));
  gGlass = glass * (1. - drawn * .35);
  gTilt = (vec2(h1, h2) - .5) * .035 * near;

  float share = texelFetch(uLit, ivec2(clamp(int(id.y), 0, 63), int(vOwner + .5)), 0).r;
  share = mix(share, o.light > .99 ? share : .85, isFace(3.) + isFace(12.));
  share = mix(share, .75, isFace(4.));
  float lit = litRoom(hash(vec2(floor(id.x * .5) + seed * 31., id.y) + vOwner * 5.3), h1, share);
  float fall = .55 + .45 * smoothstep(o.low.y, o.high.y, p.y) - .25 * side - .3 * drawn;
  float bright = mix(.28, 1.2, h2 * h2 + .15) * mix(1., .5, isFace(3.)) * mix(1., .8, isFace(4.));
  gGlow = roomLight(fract(h1 * 7.3 + h2)) * (uLamps * 1.35) * mix(share * mean * .36, lit * pane * fall * bright, near);
  // The control room's windows do not glow: somebody at home is a light pane, nobody a dark one.
  gGlow += uGrey * .5 * mix(share * mean * .5, lit * pane * (1. - .35 * drawn), near);
}

void railed(inout vec3 wall, vec2 px) {
  float y = vWall.z - floor((vWall.z + .3) / vWall.w) * vWall.w;
  vec4 rail = paintOf(4);
  float plate = span(y, -.3, .06, px.y), top = span(y, .98, 1.06, px.y);
  float bars = span(mod(vWall.x, 1.25), 0., .05, px.x);
  float glass = rail.a * (1. - plate) * (1. - top);
  wall = mix(rail.rgb, paintOf(3).rgb, clamp(plate + top + bars * rail.a, 0., 1.));
  wall = mix(wall, rail.rgb * .55, glass * .5);
  gGlass = glass * .75;
}

void roofed(inout vec3 wall, vec2 px) {
  vec2 p = vec2(vWall.x, vWall.z);
  float far = clamp(1. - max(px.x, px.y) * .35, 0., 1.);
  float tile = hash(floor(p / 1.2) + vOwner), patch_ = hash(floor(p / 4.6) + vOwner * 3.);
  wall *= 1. + far * ((tile - .5) * .08 + (patch_ - .5) * .13);
  wall *= 1. - .12 * far * (1. - span(mod(p.x, 4.6), .06, 4.6, px.x) * span(mod(p.y, 4.6), .06, 4.6, px.y));
}

void panelled(inout vec3 wall, vec2 px) {
  vec2 p = mod(vec2(vWall.x, vWall.z), vec2(1.06, 1.7));
  float line = span(p.x, .03, 1.03, px.x) * span(p.y, .03, 1.67, px.y);
  float cell = span(mod(vWall.x, .176), 0., .02, px.x) * .35;
  wall = mix(vec3(.55, .58, .6), vec3(.016, .026, .07) + cell * .12, line);
  gGlass = line * .55;
}

void slatted(inout vec3 wall, vec2 px) {
  wall *= .62 + .42 * span(mod(vWall.z, .32), 0., .19, px.y);
}

/** Brick courses, dirt and storey-high panels, seen from near only. */
void weathered(inout vec3 wall, vec2 px) {
  float near = 1. - smoothstep(.02, .14, max(px.x, px.y));
  vec2 p = vec2(vWall.x, vWall.z), brick = floor(p / vec2(.48, .15) + vec2(.5 * mod(floor(p.y / .15), 2.), 0.));
  wall *= 1. + near * (hash(brick) - .5) * .1;
  float streak = hash(vec2(floor(vWall.x * 1.4), vOwner)) - .5;
  wall *= 1. + streak * .05 + (hash(floor(p / 2.9) + vOwner) - .5) * .035;
}

/** Sky in the panes, by Fresnel; the normal is of the eye's space. */
vec3 mirroredGlass(vec3 normal) {
  float glass = clamp(gGlass, 0., 1.);
  if (glass < .01) return vec3(0.);
  vec3 n = (vec4(normal, 0.) * viewMatrix).xyz, eye = normalize(gToPoint);
  float fresnel = .17 + .83 * pow(1. - clamp(-dot(eye, n), 0., 1.), 4.);
  return mirroredSky(reflect(eye, n)) * glass * fresnel * (1. - .55 * uGrey);
}

/** How far the control room's marks reach: a chosen building as a whole, its corners, its chosen storey and that one's edges. */
float rimmed(vec4 mark, vec2 px, bool upright) {
  float own = step(abs(mark.x - vOwner), .5) * mark.z;
  if (own < .01) return 0.;
  float high = vWall.z - floor(vWall.z / vWall.w + 1e-4) * vWall.w;
  float ends = 1. - smoothstep(max(.22, px.x), max(.22, px.x) * 2., min(vWall.x, vWall.y - vWall.x));
  float lines = upright ? ends * step(5., vWall.y) * .85 : 0.;
  if (mark.y < -100.) return own * max(.36, lines);
  float here = step(abs(mark.y - 1. - floor(vWall.z / vWall.w + 1e-4)), .5) * (upright ? 1. : 0.);
  float edges = here * (1. - smoothstep(max(.12, px.y), max(.12, px.y) * 2., min(high, vWall.w - high)));
  return own * max(max(.2, lines * .7), max(here * .72, edges));
}

float marked(vec4 mark) {
  float storey = floor(vWall.z / vWall.w + 1e-4) + 1.;
  return mark.z * step(abs(mark.x - vOwner), .5) * (mark.y < -100. ? .34 : step(abs(mark.y - storey), .5));
}`;

export const facadeColour = /* glsl */ `
{
  vec2 px = max(fwidth(vWall.xz), vec2(1e-3));
  vec3 wall = paintOf(int(vPart.y + .5)).rgb;
  float face = vPart.x;
  gGlass = 0.; gRough = .86; gGlow = vec3(0.); gTilt = vec2(0.);
  bool upright = face < 5.5 && face > .5 || face > 8.5;
  if (face < .5) weathered(wall, px);
  else if (upright && abs(face - 5.) > .5) { weathered(wall, px); pierced(wall, px); }
  else if (face < 5.5) railed(wall, px);
  else if (face < 6.5) roofed(wall, px);
  else if (face < 7.5) slatted(wall, px);
  else panelled(wall, px);
  float storey = floor(vWall.z / vWall.w + 1e-4);
  if (uShowBands > .5 && upright && storey >= 0.) {
    float quarter = texelFetch(uBands, ivec2(clamp(int(storey), 0, 63), int(vOwner + .5)), 0).r * 255.;
    if (quarter < 4.5) gBand = vec4(uBandColours[int(quarter + .5)], .94 - .34 * gGlass);
  }
  if (face < 5.5 || face > 8.5) wall *= mix(.66, 1., smoothstep(-1., 9., vWall.z));
  diffuseColor.rgb = wall;
  float mark = max(marked(uSelected), marked(uHovered));
  gGlow += uMarkColour * mark * (.3 + .5 * gGlass);
  gMark = max(rimmed(uSelected, px, upright), rimmed(uHovered, px, upright));
}`;
