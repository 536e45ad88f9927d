import type { CommunityDocument } from "../../../models/community/community.ts";
import type { BuildingId } from "../../../models/ids.ts";
import type { Selection } from "../../../models/view/view-state.ts";
import { extentOutline, outlineOf } from "./ground-paths.ts";
import type { PlanColours } from "./plan-colours.ts";

/** Rings around the building, city object, or each building of the grid cell, that is chosen, and around the one that is pointed at. */
export class Outlines {
  readonly #community: CommunityDocument;
  readonly #paths = new Map<string, Path2D>();

  constructor(community: CommunityDocument) {
    this.#community = community;
  }

  /** The context counts in metres of ground. */
  draw(
    context: CanvasRenderingContext2D,
    selection: Selection,
    pointed: BuildingId | null,
    { ink, plate }: PlanColours,
    pxPerM: number,
  ): void {
    context.lineJoin = "miter";
    const ring = (path: Path2D, widePx: number): void => {
      context.strokeStyle = plate;
      context.lineWidth = (widePx + 2) / pxPerM;
      context.stroke(path);
      context.strokeStyle = ink;
      context.lineWidth = widePx / pxPerM;
      context.stroke(path);
    };
    if (pointed !== null) ring(this.#building(pointed), 1.5);
    if (selection.kind === "building") ring(this.#building(selection.building), 2.5);
    if (selection.kind === "cell")
      for (const { id, gridCell } of this.#community.buildings)
        if (gridCell === selection.cell) ring(this.#building(id), 2);
    if (selection.kind === "object") ring(this.#object(selection.object), 2.5);
  }

  #building(id: BuildingId): Path2D {
    return this.#kept(`building ${id}`, () => {
      const footprint = this.#community.buildings.find((building) => building.id === id)?.footprint ?? [];
      if (footprint.length > 0) return outlineOf(footprint);
      const faces = this.#community.mesh?.objects.find((object) => object.building === id);
      return faces ? extentOutline(faces) : outlineOf([]);
    });
  }

  #object(id: string): Path2D {
    return this.#kept(`object ${id}`, () => {
      const object = this.#community.mesh?.objects.find((each) => each.id === id);
      return object ? extentOutline(object) : outlineOf([]);
    });
  }

  #kept(key: string, make: () => Path2D): Path2D {
    const known = this.#paths.get(key);
    if (known) return known;
    const made = make();
    this.#paths.set(key, made);
    return made;
  }
}
