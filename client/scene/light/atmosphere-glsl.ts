/** Colour of the sky in a direction: what the dome shows, what water mirrors and what distance fades into. */
const skyGlsl = /* glsl */ `
uniform vec3 uZenith, uMiddle, uHorizon, uGlow, uSunDir;
// glow: how much of the sun's own light is in it; thin air holds less of that than the whole sky.
vec3 skyLit(vec3 dir, float glow) {
  float h = dir.y;
  vec3 c = mix(uHorizon, uMiddle, smoothstep(-.03, .24, h));
  c = mix(c, uZenith, smoothstep(.16, .85, h));
  float sun = max(0., dot(dir, uSunDir));
  float low = 1. - smoothstep(0., .5, abs(h));
  return c + uGlow * glow * (.55 * pow(sun, 7.) * low + .8 * pow(sun, 48.));
}
vec3 skyColour(vec3 dir) { return skyLit(dir, 1.); }`;

/** Tone: a neutral curve by day (Khronos PBR Neutral), a filmic one by night (Narkowicz's fit of ACES), blended. */
const toneGlsl = /* glsl */ `
uniform float uExposure, uFilmic, uGrey;
uniform vec3 uGreyLow, uGreyHigh;
vec3 neutralTone(vec3 c) {
  float least = min(c.r, min(c.g, c.b));
  float offset = least < .08 ? least - 6.25 * least * least : .04;
  c -= offset;
  float peak = max(c.r, max(c.g, c.b));
  const float start = .76;
  if (peak < start) return c;
  float d = 1. - start;
  float top = 1. - d * d / (peak + d - start);
  c *= top / peak;
  float g = 1. - 1. / (.15 * (peak - top) + 1.);
  return mix(c, vec3(top), g);
}
vec3 filmicTone(vec3 c) {
  c *= .72;
  return clamp(c * (2.51 * c + .03) / (c * (2.43 * c + .59) + .14), 0., 1.);
}
vec3 toned(vec3 c) {
  c *= uExposure;
  vec3 t = mix(neutralTone(c), filmicTone(c), uFilmic);
  // The control room's greys: lightness alone is kept, between the theme's two ends.
  float p = sqrt(clamp(dot(t, vec3(.2126, .7152, .0722)), 0., 1.));
  vec3 g = mix(uGreyLow, uGreyHigh, p);
  return mix(t, g * g, uGrey);
}`;

const hazeGlsl = /* glsl */ `
uniform float uHaze;
vec3 hazed(vec3 c, vec3 toPoint) {
  float d = length(toPoint);
  vec3 dir = toPoint / d;
  float x = d * uHaze;
  float thick = 1. - exp(-x * sqrt(x));
  return mix(c, skyLit(normalize(vec3(dir.x, max(dir.y, 0.) + .004, dir.z)), thick), thick);
}
float grain(vec2 p) { return fract(52.9829189 * fract(dot(p, vec2(.06711056, .00583715)))); }
vec3 dithered(vec3 c) { return c + (grain(gl_FragCoord.xy) - .5) / 255.; }`;

/** Faint lines every 50 and 250 m on ground nobody described: a plan's sheet, and a scale. */
export const surveyGlsl = /* glsl */ `
float surveyLine(vec2 p, float px, float every, float wide) {
  vec2 q = abs(fract(p / every - .5) - .5) * every;
  float w = max(wide, px * 1.2);
  vec2 line = 1. - smoothstep(w * .5 - px * .5, w * .5 + px * .5, q);
  return max(line.x, line.y) * min(1., wide / w) * (1. - smoothstep(every * .12, every * .4, px));
}
float survey(vec2 p, float px) { return .5 * surveyLine(p, px, 50., .35) + .5 * surveyLine(p, px, 250., .8); }`;

/** Light of the street lamps on whatever stands near the ground. */
const lampGlsl = /* glsl */ `
uniform sampler2D uLampMap;
uniform vec4 uLampRect;
uniform float uLamps;
uniform vec3 uLampColour;
uniform float uLampFoot;
vec3 lampLight(vec3 world) {
  vec2 at = (world.xz - uLampRect.xy) / uLampRect.zw;
  vec2 inside = step(vec2(0.), at) * step(at, vec2(1.));
  float pool = texture2D(uLampMap, at).r * inside.x * inside.y;
  return uLampColour * (pool * uLamps * exp(-max(0., world.y - uLampFoot) * .2));
}`;

/** What glass mirrors: the sky, and below a ragged skyline the dim ground of the city. */
const mirrorGlsl = /* glsl */ `
vec3 mirroredSky(vec3 dir) {
  float skyline = .05 + .05 * sin(dir.x * 23. + dir.z * 17.) + .03 * sin(dir.x * 61. - dir.z * 47.);
  vec3 city = uHorizon * .3 + uLampColour * uLamps * .02;
  return mix(city, skyColour(vec3(dir.x, abs(dir.y), dir.z)), smoothstep(skyline - .05, skyline + .06, dir.y));
}`;

export const atmosphereGlsl = [skyGlsl, toneGlsl, hazeGlsl, lampGlsl, mirrorGlsl].join("\n");

/** Clay: the control room's model is of one stuff; a little of the original lightness tells lawn from road. */
export const clayGlsl = /* glsl */ `
vec3 clayed(vec3 c) {
  float l = dot(c, vec3(.2126, .7152, .0722));
  return mix(c, vec3(mix(.2, .86, pow(l, .68))), uGrey);
}`;
