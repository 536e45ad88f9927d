import { Color, Mesh, Vector4 } from "three";
import type { BufferGeometry, MeshStandardMaterial } from "three";
import type { Massing } from "../../../../models/community/community.ts";
import { lightsByHour } from "../../../../models/community/lights-by-hour.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import { chance } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import type { FacadeUniforms } from "../buildings/facade-material.ts";
import { facadeMaterial } from "../buildings/facade-material.ts";
import type { Palette } from "../buildings/palettes.ts";
import { styleTexture } from "../buildings/palettes.ts";
import { Face, Paint, SolidWriter } from "../buildings/solid-writer.ts";
import { StoreyTable } from "../buildings/storey-texture.ts";

const grey = (wall: number, roof: number): Palette => ({
  wall,
  accent: wall,
  base: 0x8a8a88,
  trim: 0xc6c6c2,
  railing: wall,
  roof,
  metal: 0x8b8e90,
  bayM: 4.2,
  glassRailing: 0,
});

/** Quiet colours: the city is the backdrop, never the subject. */
const greys: readonly Palette[] = [
  grey(0xbab8b2, 0xa8a7a3),
  grey(0xaeb1b2, 0x9da0a1),
  grey(0xc4beb3, 0xaca79e),
  grey(0xa4a4a2, 0x979796),
  grey(0xb5aca1, 0xa39b92),
  grey(0x9ea5aa, 0x8f969a),
];

/** Windows of the city that are lit: offices and homes together keep a few all night. */
const litShareAt = (hour: number): number => 0.05 + 0.42 * lightsByHour(hour);
const lowestM = 15;
const risePerM = 0.4;

/** The buildings of the city around, as grey massing in one draw. */
export class CityMassing implements Layer {
  readonly root: Mesh<BufferGeometry, MeshStandardMaterial>;
  readonly #lit = new StoreyTable(greys.length, 0);
  readonly #bands = new StoreyTable(greys.length, 255);
  readonly #uniforms: FacadeUniforms;

  constructor(masses: readonly Massing[], site: Box, groundM: number, atmosphere: Atmosphere) {
    this.#uniforms = {
      uStyles: { value: styleTexture(greys) },
      uLit: { value: this.#lit.texture },
      uBands: { value: this.#bands.texture },
      uShowBands: { value: 0 },
      uSelected: { value: new Vector4(-1000, 0, 0, 0) },
      uHovered: { value: new Vector4(-1000, 0, 0, 0) },
      uMarkColour: { value: new Color(0, 0, 0) },
      uRim: { value: new Color(0, 0, 0) },
      uBandColours: { value: Array.from({ length: 5 }, () => new Color()) },
    };
    const writer = new SolidWriter();
    masses.forEach((mass, index) => raiseMass(writer, steppedDown(mass, site), index, groundM));
    this.root = new Mesh(writer.geometry(), facadeMaterial(atmosphere, this.#uniforms));
    this.root.castShadow = this.root.receiveShadow = true;
    this.root.matrixAutoUpdate = false;
  }

  /** Lights windows by the hour's curve. */
  light(localHour: number): void {
    const byte = Math.round(255 * litShareAt(Math.round(localHour * 6) / 6));
    for (let style = 0; style < greys.length; style++)
      for (let storey = 1; storey <= 64; storey++) this.#lit.set(style, storey, byte);
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
    this.#uniforms.uStyles.value.dispose();
    this.#lit.close();
    this.#bands.close();
  }
}

/** The city bows to the site: what stands next to it is drawn lower, so that it neither hides nor shades it. */
function steppedDown(mass: Massing, site: Box): Massing {
  const { centre, sizeM } = mass;
  const dx = Math.max(site.west - centre[0], centre[0] - site.east, 0);
  const dy = Math.max(site.south - centre[1], centre[1] - site.north, 0);
  const most = lowestM + risePerM * Math.max(0, Math.hypot(dx, dy) - Math.max(sizeM[0], sizeM[1]) / 2);
  return sizeM[2] <= most ? mass : { centre, sizeM: [sizeM[0], sizeM[1], most] };
}

/** A block, with a set-back top or a plinth where it is tall enough to need one. */
function raiseMass(writer: SolidWriter, { centre, sizeM }: Massing, index: number, groundM: number): void {
  writer.startBuilding(Math.floor(chance(index, 41) * greys.length), groundM, 3.4);
  writer.setFrame(centre, [1, 0]);
  const side = { face: Face.massing, paint: Paint.wall, seed: Math.floor(chance(index, 42) * 255) } as const;
  const top = { face: Face.plain, paint: Paint.roof, seed: 0 } as const;
  const plant = { face: Face.louvre, paint: Paint.metal, seed: 0 } as const;
  const [w, d, h] = [sizeM[0] / 2, sizeM[1] / 2, sizeM[2]];
  const form = chance(index, 43);
  if (h > 45 && form < 0.5) {
    writer.box(-w, -d, w, d, groundM, groundM + h * 0.16, side, top);
    writer.box(-w * 0.78, -d * 0.8, w * 0.78, d * 0.8, groundM + h * 0.16, groundM + h, side, top);
    writer.box(-w * 0.3, -d * 0.3, w * 0.3, d * 0.3, groundM + h, groundM + h + 4, plant, top);
  } else if (h > 24 && form < 0.8) {
    writer.box(-w, -d, w, d, groundM, groundM + h * 0.86, side, top);
    writer.box(-w * 0.7, -d * 0.66, w * 0.7, d * 0.66, groundM + h * 0.86, groundM + h, side, top);
  } else {
    writer.box(-w, -d, w, d, groundM, groundM + h, side, top);
    writer.box(w * 0.2, -d * 0.3, w * 0.55, d * 0.3, groundM + h, groundM + h + 2.4, plant, top);
  }
}
