import { Color, Mesh, Vector4 } from "three";
import type { BufferGeometry, MeshStandardMaterial } from "three";
import type { Asset, Building } from "../../../../models/community/community.ts";
import { boxHolds, boxOf } from "../../../../models/community/geometry.ts";
import type { BuildingId } from "../../../../models/ids.ts";
import { lightsByHour } from "../../../../models/community/lights-by-hour.ts";
import { chance, seedOf } from "../../chance.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import type { StoreyBands, WindowsSource } from "../../scene-props.ts";
import { composeBuilding, storeysOf } from "./compose-building.ts";
import type { FacadeUniforms } from "./facade-material.ts";
import { facadeMaterial } from "./facade-material.ts";
import { paletteOf, styleTexture } from "./palettes.ts";
import { SolidWriter } from "./solid-writer.ts";
import { StoreyTable } from "./storey-texture.ts";

const nothing = -1000;
/** In the table of bands: nothing may be said of this storey. */
const noBand = 255;

/** A storey, or a whole building (`storey` null), that is shown as chosen or pointed at. */
export interface BuildingMark {
  readonly building: number;
  readonly storey: number | null;
}

/** All prisms of a community in one draw. */
export class BuildingLayer implements Layer {
  readonly root: Mesh<BufferGeometry, MeshStandardMaterial>;
  readonly uniforms: FacadeUniforms;
  readonly #buildings: readonly Building[];
  readonly #lit: StoreyTable;
  readonly #bands: StoreyTable;
  #litFor = "";
  #bandsFor = "";

  constructor(buildings: readonly Building[], assets: readonly Asset[], atmosphere: Atmosphere) {
    this.#buildings = buildings;
    this.#lit = new StoreyTable(buildings.length, 0);
    this.#bands = new StoreyTable(buildings.length, noBand);
    this.uniforms = {
      uStyles: { value: styleTexture(buildings.map(paletteOf)) },
      uLit: { value: this.#lit.texture },
      uBands: { value: this.#bands.texture },
      uShowBands: { value: 0 },
      uSelected: { value: new Vector4(nothing, nothing, 0, 0) },
      uHovered: { value: new Vector4(nothing, nothing, 0, 0) },
      uMarkColour: { value: new Color(0.16, 0.62, 1) },
      uRim: { value: new Color(1, 1, 1) },
      uBandColours: { value: Array.from({ length: 5 }, () => new Color()) },
    };
    const writer = new SolidWriter();
    buildings.forEach((building, index) => {
      if (building.footprint.length > 0) composeBuilding(writer, building, index, solarOn(building, assets));
    });
    this.root = new Mesh(writer.geometry(), facadeMaterial(atmosphere, this.uniforms));
    this.root.castShadow = this.root.receiveShadow = true;
    this.root.matrixAutoUpdate = false;
  }

  /**
   * Lights windows as `source` says, and where it says nothing by the hour's curve; `toldOnly` leaves them dark there.
   * True when anything changed.
   */
  light(source: WindowsSource | null, localHour: number, toldOnly = false): boolean {
    const key = `${source?.version.get() ?? "curve"} ${toldOnly ? "told" : Math.round(localHour * 6)}`;
    if (key === this.#litFor) return false;
    this.#litFor = key;
    this.#eachStorey((building, index, storey) => {
      const own = source?.share(building.id, storey);
      const share = own ?? (toldOnly ? 0 : usualShare(building, storey, localHour));
      this.#lit.set(index, storey, Math.round(255 * share));
    });
    return true;
  }

  band(source: StoreyBands | null): boolean {
    const key = String(source?.version.get() ?? "none");
    if (key === this.#bandsFor) return false;
    this.#bandsFor = key;
    this.uniforms.uShowBands.value = source ? 1 : 0;
    this.#eachStorey((building, index, storey) => {
      this.#bands.set(index, storey, source?.quarter(building.id, storey) ?? noBand);
    });
    return true;
  }

  mark(selected: BuildingMark | null, hovered: BuildingMark | null): void {
    put(this.uniforms.uSelected.value, selected, 1);
    put(this.uniforms.uHovered.value, hovered, 0.45);
  }

  indexOf(id: BuildingId): number {
    return this.#buildings.findIndex((building) => building.id === id);
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
    this.uniforms.uStyles.value.dispose();
    this.#lit.close();
    this.#bands.close();
  }

  #eachStorey(visit: (building: Building, index: number, storey: number) => void): void {
    this.#buildings.forEach((building, index) => {
      const { count } = storeysOf(building);
      for (let storey = 1; storey <= count; storey++) visit(building, index, storey);
    });
  }
}

/** Square metres of the modules that lie on a building. */
function solarOn(building: Building, assets: readonly Asset[]): number {
  const box = boxOf(building.footprint[0] ?? []);
  return assets.reduce(
    (sum, { kind, at, scale }) => (kind === "solar" && boxHolds(box, [at[0], at[1]]) ? sum + scale : sum),
    0,
  );
}

function put(uniform: Vector4, mark: BuildingMark | null, strength: number): void {
  if (mark) uniform.set(mark.building, mark.storey ?? nothing, strength, 0);
  else uniform.set(nothing, nothing, 0, 0);
}

/** The hour's curve, a little different from storey to storey; shops and halls keep their own hours. */
function usualShare(building: Building, storey: number, hour: number): number {
  if (building.use === "public") return hour > 6.5 && hour < 22 ? 0.85 : 0.12;
  const sway = 0.75 + 0.5 * chance(seedOf(building.id), storey);
  return Math.min(1, lightsByHour(hour) * sway);
}
