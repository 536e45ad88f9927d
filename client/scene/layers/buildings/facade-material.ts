import { MeshStandardMaterial } from "three";
import type { Color, DataTexture, IUniform, Vector4 } from "three";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { MarkUniforms } from "../selection/mark-glsl.ts";
import { finishMarks } from "../selection/mark-glsl.ts";
import { facadeColour, facadePars, facadeVertex, facadeVertexPars } from "./facade-glsl.ts";

/** What the façade shader is told from outside. A mark is (building, storey or −1000 for all, strength, −). */
export interface FacadeUniforms extends MarkUniforms {
  readonly uStyles: IUniform<DataTexture>;
  readonly uLit: IUniform<DataTexture>;
  readonly uBands: IUniform<DataTexture>;
  readonly uShowBands: IUniform<number>;
  readonly uSelected: IUniform<Vector4>;
  readonly uHovered: IUniform<Vector4>;
  /** Of a quarter 0 … 4, as on the screen. */
  readonly uBandColours: IUniform<Color[]>;
}

export function facadeMaterial(atmosphere: Atmosphere, uniforms: FacadeUniforms): MeshStandardMaterial {
  const material = new MeshStandardMaterial({ roughness: 0.86, metalness: 0 });
  material.onBeforeCompile = (shader) => {
    atmosphere.finish(shader);
    finishMarks(shader);
    Object.assign(shader.uniforms, uniforms);
    shader.vertexShader = shader.vertexShader
      .replace("#include <common>", `#include <common>\n${facadeVertexPars}`)
      .replace("#include <begin_vertex>", `#include <begin_vertex>\n${facadeVertex}`);
    shader.fragmentShader = shader.fragmentShader
      .replace(
        "#include <clipping_planes_pars_fragment>",
        `#include <clipping_planes_pars_fragment>\n${facadePars}`,
      )
      .replace("#include <color_fragment>", facadeColour)
      .replace(
        "#include <roughnessmap_fragment>",
        "float roughnessFactor = mix(gRough, .07, clamp(gGlass, 0., 1.));",
      )
      .replace("#include <metalnessmap_fragment>", "float metalnessFactor = 0.;")
      .replace(
        "#include <normal_fragment_maps>",
        "normal = normalize(normal + vec3(gTilt * clamp(gGlass, 0., 1.), 0.));",
      )
      .replace(
        "#include <emissivemap_fragment>",
        "#include <emissivemap_fragment>\ntotalEmissiveRadiance += gGlow + mirroredGlass(normal);",
      );
  };
  return material;
}
