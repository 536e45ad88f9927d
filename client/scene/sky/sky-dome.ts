import { BackSide, Mesh, ShaderMaterial, SphereGeometry } from "three";
import type { Atmosphere } from "../light/atmosphere.ts";
import { atmosphereGlsl } from "../light/atmosphere-glsl.ts";
import type { Layer } from "../layer.ts";

const vertexShader = /* glsl */ `
varying vec3 vDir;
void main() {
  vDir = position;
  vec4 at = projectionMatrix * vec4(mat3(viewMatrix) * position, 1.);
  gl_Position = at.xyww;
}`;

/** Clouds are two layers of smooth noise, stars a hashed grid; neither moves: what moves should mean something. */
const fragmentShader = /* glsl */ `
${atmosphereGlsl}
varying vec3 vDir;
uniform float uSkyline;
float hash3(vec3 p) { p = fract(p * .3183099 + .1); p *= 17.; return fract(p.x * p.y * p.z * (p.x + p.y + p.z)); }
float hash2(vec2 p) { p = fract(p * vec2(123.34, 456.21)); p += dot(p, p + 45.32); return fract(p.x * p.y); }
float soft(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * (3. - 2. * f);
  return mix(mix(hash2(i), hash2(i + vec2(1., 0.)), f.x), mix(hash2(i + vec2(0., 1.)), hash2(i + vec2(1.)), f.x), f.y);
}
float clouds(vec2 p) { return soft(p) * .5 + soft(p * 2.1 + 3.) * .28 + soft(p * 4.3 + 7.) * .14 + soft(p * 8.7) * .08; }
void main() {
  vec3 dir = normalize(vDir);
  vec3 c = skyColour(vec3(dir.x, max(dir.y, .004), dir.z));
  if (dir.y > .01 && uGrey < .5) {
    vec2 p = dir.xz / (dir.y + .12);
    float cover = smoothstep(.46, .8, clouds(p * 1.1 + 2.)) * smoothstep(.012, .12, dir.y);
    float lit = .5 + .5 * dot(dir, uSunDir);
    vec3 cloud = mix(uMiddle, uHorizon * 1.12, lit) + uGlow * .3 * pow(lit, 6.);
    c = mix(c, cloud, cover * .62);
    vec3 cell = floor(dir * 190.);
    float star = step(.9965, hash3(cell)) * smoothstep(.5, .1, length(fract(dir * 190.) - .5));
    c += vec3(.8, .88, 1.) * star * uLamps * smoothstep(.05, .4, dir.y) * (1. - cover);
    float disc = smoothstep(.99985, .99996, dot(dir, uSunDir));
    c += uGlow * disc * 6. * (1. - cover);
  }
  if (uSkyline > .5 && dir.y < .05) {
    // The far town: two rows of roofs, the farther the paler, fading into the haze at their feet.
    float turn = atan(dir.x, dir.z) * 57.29578;
    for (int row = 0; row < 2; row++) {
      float wide = row == 0 ? .62 : .45, at = turn / wide + float(row) * 57.3, cell = floor(at), lot = hash2(vec2(cell, float(row) + 3.));
      float high = (.004 + .017 * lot * lot * lot + .009 * soft(vec2(turn * .11 + float(row) * 9., 4.))) * step(.12, fract(at)) ;
      float house = smoothstep(.0008, -.0008, dir.y - high) * step(.2, hash2(vec2(cell, 8.)));
      c = mix(c, mix(uHorizon, uMiddle, .75) * (row == 0 ? .9 : .78), house * (row == 0 ? .4 : .5) * smoothstep(-.012, .01, dir.y));
    }
  }
  gl_FragColor = vec4(toned(c), 1.);
  #include <colorspace_fragment>
  gl_FragColor.rgb = dithered(gl_FragColor.rgb);
}`;

/** The sky behind everything. */
export class SkyDome implements Layer {
  readonly root: Mesh<SphereGeometry, ShaderMaterial>;

  /** `withSkyline`: a town goes on behind what is modelled. */
  constructor(atmosphere: Atmosphere, withSkyline: boolean) {
    const material = new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      uniforms: { ...atmosphere.uniforms, uSkyline: { value: withSkyline ? 1 : 0 } },
      vertexShader,
      fragmentShader,
    });
    this.root = new Mesh(new SphereGeometry(1, 48, 24), material);
    this.root.frustumCulled = false;
    this.root.renderOrder = 10;
    this.root.matrixAutoUpdate = false;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}
