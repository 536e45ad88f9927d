import type { Color, IUniform, WebGLProgramParametersWithUniforms } from "three";

/** What says chosen and pointed at on the things themselves. */
export interface MarkUniforms {
  /** In the control room: the screen colour a marked thing is drawn towards. Contrast, not colour, says it there. */
  readonly uRim: IUniform<Color>;
  /** Elsewhere: light of its own, linear. */
  readonly uMarkColour: IUniform<Color>;
}

/** `gBand`: a colour of the screen and how much of it; `gMark`: how far towards the rim's colour. */
export const markPars = /* glsl */ `
uniform vec3 uRim, uMarkColour;
vec4 gBand = vec4(0.);
float gMark = 0.;`;

const dithering = "gl_FragColor.rgb = dithered(gl_FragColor.rgb);";

/** Lays bands and marks over the finished tone: they shall have the colours of their legend, in light and in shade. */
export function finishMarks(shader: WebGLProgramParametersWithUniforms): void {
  shader.fragmentShader = shader.fragmentShader.replace(
    dithering,
    /* glsl */ `
  float shade = clamp(dot(gl_FragColor.rgb, vec3(.6)), .68, 1.06);
  gl_FragColor.rgb = mix(gl_FragColor.rgb, gBand.rgb * shade, gBand.a);
  gl_FragColor.rgb = mix(gl_FragColor.rgb, uRim, gMark * uGrey);
  ${dithering}`,
  );
}
