import { cellExtent, cellOutline } from "../../models/community/cell-outline.ts";
import type { CityMesh, CommunityDocument } from "../../models/community/community.ts";
import type { Camera, Selection } from "../../models/view/view-state.ts";
import { bandColour } from "../look/palette.ts";
import type { Mood, Theme } from "../look/palette.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import { onScreen } from "./on-screen.ts";
import { lookAtBuilding, lookAtDevice, lookAtExtent } from "./camera/look-at.ts";
import type { BuildingMark } from "./layers/buildings/building-layer.ts";
import { floorOf } from "./layers/buildings/relief.ts";
import { storeysOf } from "./layers/buildings/compose-building.ts";
import type { SceneHit } from "./scene-props.ts";
import type { Stage } from "./stage.ts";

/** Shows on the stage what is chosen and what is pointed at. */
export class Marking {
  readonly #stage: Stage;
  readonly #community: CommunityDocument;
  readonly #replica: ReplicaView;
  #mesh: CityMesh | null = null;
  #selection: Selection = { kind: "none" };
  #hovered: SceneHit | null = null;
  #dressed: [Mood, Theme] = ["rich", "dark"];

  constructor(stage: Stage, community: CommunityDocument, replica: ReplicaView) {
    this.#stage = stage;
    this.#community = community;
    this.#replica = replica;
  }

  /** The stage has it already. */
  setMesh(mesh: CityMesh | null): void {
    this.#mesh = mesh;
    this.dress(...this.#dressed);
  }

  select(selection: Selection): void {
    this.#selection = selection;
    this.#show();
  }

  /** True when another thing is pointed at than before. */
  hover(hit: SceneHit | null, withDevices: boolean): boolean {
    const next = hit && (withDevices || hit.kind !== "device") ? hit : null;
    const same = keyOf(next) === keyOf(this.#hovered);
    this.#hovered = next;
    if (!same) this.#show();
    return !same;
  }

  dress(mood: Mood, theme: Theme): void {
    this.#dressed = [mood, theme];
    const rim = theme === "dark" ? "#f4f6f8" : "#15181b";
    const { buildings, outline, mesh } = this.#stage;
    outline.dress(mood === "grey" ? rim : "#1f8fff");
    for (const { uRim, uMarkColour } of mesh ? [buildings.uniforms, mesh.marks] : [buildings.uniforms]) {
      onScreen(uRim.value, rim);
      if (mood === "grey") uMarkColour.value.setRGB(0, 0, 0);
      else uMarkColour.value.setRGB(0.1, 0.42, 0.9);
    }
    bandColour[theme].forEach((hex, quarter) =>
      onScreen(buildings.uniforms.uBandColours.value[quarter], hex),
    );
  }

  /** Where to look to see what is chosen; null when it has no place. */
  cameraFor(selection: Selection, now: Camera): Camera | null {
    switch (selection.kind) {
      case "none":
        return null;
      case "device": {
        const found = this.#replica.deviceOf(selection.device);
        const { places } = this.#stage.devices;
        const x = found ? (places[found.index * 3] ?? Number.NaN) : Number.NaN;
        if (!found || Number.isNaN(x)) return null;
        const at = [x, -(places[found.index * 3 + 2] ?? 0), places[found.index * 3 + 1] ?? 0] as const;
        const building =
          this.#community.buildings.find(({ id }) => id === found.device.place.building) ?? null;
        return lookAtDevice(at, building, now);
      }
      case "building": {
        const building = this.#community.buildings.find(({ id }) => id === selection.building);
        const object = this.#mesh?.objects.find((candidate) => candidate.building === selection.building);
        if (this.#mesh && object) return lookAtExtent(object.extent, now);
        if (!building || building.footprint.length === 0) return null;
        const storeyM =
          selection.storey === null ? null : floorOf(storeysOf(building), selection.storey) + 1.5;
        return lookAtBuilding(building, storeyM, now);
      }
      case "cell": {
        const extent = cellExtent(this.#community.buildings, selection.cell);
        return extent && lookAtExtent(extent, now);
      }
      case "object": {
        const object = this.#mesh?.objects.find(({ id }) => id === selection.object);
        return object ? lookAtExtent(object.extent, now) : null;
      }
    }
  }

  #show(): void {
    const { buildings, devices, mesh, outline, groundM } = this.#stage;
    const [chosen, pointed] = [this.#selection, this.#hovered];
    devices.mark(
      chosen.kind === "device" ? (this.#replica.deviceOf(chosen.device)?.index ?? -1) : -1,
      pointed?.kind === "device" ? (this.#replica.deviceOf(pointed.device)?.index ?? -1) : -1,
    );
    buildings.mark(this.#markOf(chosen), pointed ? this.#markOf(pointed) : null);
    mesh?.mark(this.#objectOf(chosen), pointed ? this.#objectOf(pointed) : -1);
    const footprint =
      chosen.kind === "building" && !this.#mesh
        ? this.#community.buildings.find(({ id }) => id === chosen.building)
        : undefined;
    const cell = chosen.kind === "cell" ? cellOutline(this.#community.buildings, chosen.cell) : null;
    outline.show(cell ?? footprint?.footprint[0] ?? null, footprint?.baseM ?? groundM);
  }

  #markOf(what: Selection | SceneHit): BuildingMark | null {
    if (what.kind !== "building") return null;
    const building = this.#stage.buildings.indexOf(what.building);
    return building < 0 ? null : { building, storey: what.storey };
  }

  #objectOf(what: Selection | SceneHit): number {
    const objects = this.#mesh?.objects;
    if (!objects) return -1;
    if (what.kind === "object") return objects.findIndex(({ id }) => id === what.object);
    return what.kind === "building" ? objects.findIndex(({ building }) => building === what.building) : -1;
  }
}

function keyOf(hit: SceneHit | null): string {
  if (hit === null) return "";
  if (hit.kind === "device") return `device ${hit.device}`;
  return hit.kind === "building" ? `building ${hit.building} ${hit.storey ?? ""}` : `object ${hit.object}`;
}
