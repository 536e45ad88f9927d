import { AdditiveBlending, BufferAttribute, BufferGeometry, Points, ShaderMaterial } from "three";
import type { Atmosphere } from "../../light/atmosphere.ts";
import { atmosphereGlsl } from "../../light/atmosphere-glsl.ts";
import type { Layer } from "../../layer.ts";

/** A light one sees: scene coordinates, size in metres, linear colour. */
export interface Glow {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly sizeM: number;
  readonly colour: readonly [number, number, number];
}

const vertexShader = /* glsl */ `
attribute float aSize, aTold; attribute vec3 aColour;
uniform float uPixels, uLamps;
varying vec3 vColour; varying vec3 vToPoint;
varying float vLight;
void main() {
  vec4 mv = modelViewMatrix * vec4(position, 1.);
  vToPoint = position - cameraPosition;
  gl_Position = projectionMatrix * mv;
  float px = aSize * uPixels / -mv.z;
  gl_PointSize = clamp(px, 3.4, 120.);
  vColour = aColour * min(1.25, .5 + px * .2);
  vLight = aTold > 1.5 ? max(uLamps, .5) : aTold > .5 ? 0. : uLamps;
  if (vLight <= .01) gl_Position = vec4(2., 2., 2., 1.);
}`;

const fragmentShader = /* glsl */ `
${atmosphereGlsl}
varying vec3 vColour; varying vec3 vToPoint;
varying float vLight;
void main() {
  float d = length(gl_PointCoord - .5) * 2.;
  float k = pow(max(0., 1. - d), 2.6) * .85 + smoothstep(.3, .1, d);
  float fade = exp(-pow(length(vToPoint) * uHaze, 1.5));
  vec3 c = vColour * k * vLight * fade;
  gl_FragColor = vec4(c / (1. + .25 * c), 1.);
  #include <colorspace_fragment>
}`;

/** What a lamp says of itself; one that says nothing follows the sun. */
export const Told = { nothing: 0, off: 1, on: 2 } as const;
export type Told = (typeof Told)[keyof typeof Told];

/** The heads of lamps at night: additive points that never become smaller than the eye can see. */
export class LampLayer implements Layer {
  readonly root: Points<BufferGeometry, ShaderMaterial>;

  readonly #told: BufferAttribute;

  constructor(glows: readonly Glow[], atmosphere: Atmosphere) {
    this.#told = new BufferAttribute(new Uint8Array(glows.length), 1);
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      "position",
      attribute(
        glows.flatMap(({ x, y, z }) => [x, y, z]),
        3,
      ),
    );
    geometry.setAttribute(
      "aSize",
      attribute(
        glows.map(({ sizeM }) => sizeM),
        1,
      ),
    );
    geometry.setAttribute(
      "aColour",
      attribute(
        glows.flatMap(({ colour }) => [...colour]),
        3,
      ),
    );
    geometry.setAttribute("aTold", this.#told);
    const material = new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
      uniforms: { ...atmosphere.uniforms, uPixels: { value: 1000 } },
      vertexShader,
      fragmentShader,
    });
    this.root = new Points(geometry, material);
    this.root.frustumCulled = false;
    this.root.matrixAutoUpdate = false;
    this.root.renderOrder = 20;
  }

  /** The n-th light says so of itself. */
  tell(light: number, told: number): void {
    this.#told.array[light] = told;
    this.#told.addUpdateRange(light, 1);
    this.#told.needsUpdate = true;
  }

  /** Device pixels that a metre at one metre's distance covers. */
  setPixels(pixels: number): void {
    const { uPixels } = this.root.material.uniforms;
    if (uPixels) uPixels.value = pixels;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
  }
}

const attribute = (values: readonly number[], size: number): BufferAttribute =>
  new BufferAttribute(new Float32Array(values), size);
