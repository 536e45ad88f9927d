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
attribute float aSize; attribute vec3 aColour;
uniform float uPixels;
varying vec3 vColour; varying vec3 vToPoint;
void main() {
  vec4 mv = modelViewMatrix * vec4(position, 1.);
  vToPoint = position - cameraPosition;
  gl_Position = projectionMatrix * mv;
  float px = aSize * uPixels / -mv.z;
  gl_PointSize = clamp(px, 3.4, 120.);
  vColour = aColour * min(1.25, .5 + px * .2);
}`;

const fragmentShader = /* glsl */ `
${atmosphereGlsl}
varying vec3 vColour; varying vec3 vToPoint;
void main() {
  float d = length(gl_PointCoord - .5) * 2.;
  float k = pow(max(0., 1. - d), 2.6) * .85 + smoothstep(.3, .1, d);
  float fade = exp(-pow(length(vToPoint) * uHaze, 1.5));
  vec3 c = vColour * k * uLamps * fade;
  gl_FragColor = vec4(c / (1. + .25 * c), 1.);
  #include <colorspace_fragment>
}`;

/** The heads of lamps at night: additive points that never become smaller than the eye can see. */
export class LampLayer implements Layer {
  readonly root: Points<BufferGeometry, ShaderMaterial>;

  constructor(glows: readonly Glow[], atmosphere: Atmosphere) {
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
