import { Color, DataTexture, RedFormat, Vector3, Vector4 } from "three";
import type { IUniform, Texture, WebGLProgramParametersWithUniforms } from "three";
import type { Mood, Theme } from "../../look/palette.ts";
import { atmosphereGlsl, clayGlsl } from "./atmosphere-glsl.ts";
import type { Daylight } from "./daylight.ts";
import type { SkyPlace } from "./sun-place.ts";
import { towards } from "./sun-place.ts";

/** The ends of the control room's greys as sRGB fractions: never black, never glaring. */
const greys: Readonly<Record<Theme, { readonly low: Vector3; readonly high: Vector3 }>> = {
  dark: { low: new Vector3(0.115, 0.122, 0.132), high: new Vector3(0.72, 0.735, 0.75) },
  light: { low: new Vector3(0.4, 0.42, 0.44), high: new Vector3(0.97, 0.975, 0.98) },
};

/**
 * The air all materials share: sky colours, haze, tone, lamp light. One set of uniforms, so that an hour passes by
 * writing a few numbers, not by compiling.
 */
export class Atmosphere {
  readonly #noLamps = new DataTexture(new Uint8Array(1), 1, 1, RedFormat);
  readonly uniforms = {
    uZenith: { value: new Color() },
    uMiddle: { value: new Color() },
    uHorizon: { value: new Color() },
    uGlow: { value: new Color() },
    uSunDir: { value: new Vector3(0, 1, 0) },
    uExposure: { value: 1 },
    uFilmic: { value: 0 },
    uGrey: { value: 0 },
    uGreyLow: { value: greys.dark.low },
    uGreyHigh: { value: greys.dark.high },
    uHaze: { value: 0.0005 },
    uLampMap: { value: this.#noLamps as Texture },
    uLampRect: { value: new Vector4(0, 0, 1, 1) },
    uLampFoot: { value: 0 },
    uLamps: { value: 0 },
    uLampColour: { value: new Color(2.5, 1.36, 0.56) },
  } satisfies Record<string, IUniform>;

  constructor() {
    this.#noLamps.needsUpdate = true;
  }

  set(light: Daylight, place: SkyPlace, mood: Mood, theme: Theme, hazeScale: number): void {
    const u = this.uniforms;
    u.uZenith.value.setRGB(...light.zenith);
    u.uMiddle.value.setRGB(...light.middle);
    u.uHorizon.value.setRGB(...light.horizon);
    u.uGlow.value.setRGB(...light.glow);
    u.uSunDir.value.set(...towards(place.sunAzimuthDeg, place.sunDeg));
    u.uExposure.value = light.exposure;
    u.uFilmic.value = light.filmic;
    u.uGrey.value = mood === "grey" ? 1 : 0;
    u.uGreyLow.value = greys[theme].low;
    u.uGreyHigh.value = greys[theme].high;
    u.uHaze.value = light.haze * hazeScale;
    u.uLamps.value = light.lamps;
  }

  /** Where the pools of light lie: a map over the rectangle `x, z, width, depth` of the scene's ground at a height. */
  setLamps(map: Texture, rect: Vector4, footM: number): void {
    this.uniforms.uLampFoot.value = footM;
    this.uniforms.uLampMap.value = map;
    this.uniforms.uLampRect.value.copy(rect);
  }

  /** Gives a three.js material our haze, tone, clay and lamp light in place of three's own fog and tone mapping. */
  finish(shader: WebGLProgramParametersWithUniforms): void {
    Object.assign(shader.uniforms, this.uniforms);
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <common>",
        `#include <common>\n${atmosphereGlsl}\n${clayGlsl}\nvec3 gToPoint, gWorld;`,
      )
      .replace(
        "#include <logdepthbuf_fragment>",
        `#include <logdepthbuf_fragment>
        gToPoint = (vec4(-vViewPosition, 0.) * viewMatrix).xyz;
        gWorld = cameraPosition + gToPoint;`,
      )
      .replace(
        "#include <alphamap_fragment>",
        "diffuseColor.rgb = clayed(diffuseColor.rgb);\n#include <alphamap_fragment>",
      )
      .replace(
        "#include <emissivemap_fragment>",
        "#include <emissivemap_fragment>\ntotalEmissiveRadiance += diffuseColor.rgb * lampLight(gWorld);",
      )
      .replace(
        "#include <tonemapping_fragment>",
        "gl_FragColor.rgb = toned(hazed(gl_FragColor.rgb, gToPoint));",
      )
      .replace("#include <dithering_fragment>", "gl_FragColor.rgb = dithered(gl_FragColor.rgb);");
  }

  close(): void {
    this.#noLamps.dispose();
  }
}
