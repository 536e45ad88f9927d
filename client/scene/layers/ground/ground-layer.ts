import { CanvasTexture, Color, Mesh, SRGBColorSpace } from "three";
import type { BufferGeometry, DataTexture, MeshLambertMaterial } from "three";
import type { CommunityDocument } from "../../../../models/community/community.ts";
import type { Box } from "../../../../models/community/geometry.ts";
import type { Atmosphere } from "../../light/atmosphere.ts";
import type { Layer } from "../../layer.ts";
import { contactShade } from "./contact-shade.ts";
import type { GroundUniforms } from "./ground-material.ts";
import { groundMaterial } from "./ground-material.ts";
import { sceneRect } from "./ground-rect.ts";
import type { Terrain } from "./terrain.ts";
import { groundGeometry } from "./terrain.ts";
import { GroundSheet } from "./ground-sheet.ts";
import { redTexture } from "./light-map.ts";
import { paintGreen } from "./paint-green.ts";
import { paintPlaces, paintSkirts } from "./paint-places.ts";
import { paintRoads } from "./paint-roads.ts";

/** Makes a canvas; handed in, so that the layer lives without a document. */
export type CanvasMaker = (width: number, height: number) => CanvasRenderingContext2D | null;

/** Ground of the site, painted once on a sheet. */
export class GroundLayer implements Layer {
  readonly root: Mesh<BufferGeometry, MeshLambertMaterial>;
  readonly uniforms: GroundUniforms;
  readonly #sheet: CanvasTexture;
  readonly #shade: DataTexture;

  constructor(
    community: CommunityDocument,
    box: Box,
    terrain: { readonly heightAt: Terrain; readonly level: boolean },
    atmosphere: Atmosphere,
    canvas: CanvasMaker,
    pixels: number,
  ) {
    const { width, height } = GroundSheet.size(box, pixels);
    const context = canvas(width, height);
    if (!context) throw new Error("no canvas to paint the ground on");
    paintGround(new GroundSheet(context, box, pixels), community);
    this.#sheet = new CanvasTexture(context.canvas);
    this.#sheet.colorSpace = SRGBColorSpace;
    this.#sheet.anisotropy = 8;
    const shade = contactShade(box, standingOf(community), 640);
    this.#shade = redTexture(shade.bytes, shade.width, shade.height);
    const rect = sceneRect(box);
    this.uniforms = {
      uGroundMap: { value: this.#sheet },
      uShadeMap: { value: this.#shade },
      uGroundRect: { value: rect },
      uGrass: { value: new Color(1, 1, 1) },
      uPlan: { value: community.surroundings.length === 0 ? 1 : 0 },
    };
    const plane = groundGeometry(rect, terrain, 0, 140);
    this.root = new Mesh(plane, groundMaterial(atmosphere, this.uniforms));
    this.root.receiveShadow = true;
    this.root.renderOrder = 1;
    this.root.matrixAutoUpdate = false;
  }

  close(): void {
    this.root.geometry.dispose();
    this.root.material.dispose();
    this.#sheet.dispose();
    this.#shade.dispose();
  }
}

function standingOf({ buildings }: CommunityDocument) {
  return buildings.flatMap((building) => {
    const [ring] = building.footprint;
    return ring ? [{ ring, heightM: building.heightM }] : [];
  });
}

/** Later things lie on earlier ones. */
function paintGround(sheet: GroundSheet, community: CommunityDocument): void {
  const { box, context } = sheet;
  context.fillStyle = community.green.length > 0 ? "#9a958a" : "#b1b8b8";
  context.fillRect(box.west, box.south, box.east - box.west, box.north - box.south);
  paintGreen(sheet, community.green);
  paintPlaces(sheet, community.plazas);
  paintSkirts(sheet, community.buildings);
  paintRoads(sheet, community.roads);
  for (const area of community.water) {
    sheet.rim(area.ring, 3.4, "#8f8a7c");
    sheet.rim(area.ring, 1.6, "#b5ad9c");
    sheet.fill(area.ring, "#2f4a4d");
  }
}
