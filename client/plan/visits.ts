import { cellExtent } from "../../models/community/cell-outline.ts";
import type { CommunityDocument } from "../../models/community/community.ts";
import { boxOf, type Box } from "../../models/community/geometry.ts";
import type { Selection } from "../../models/view/view-state.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import { xOf, yOf, type FlatCamera, type PaneSize } from "./flat-camera.ts";
import { paneBoxOf } from "./names/place-names.ts";
import type { PlanPicture } from "./plan-picture.ts";

/** A building that was chosen takes up this share of the pane; one whose storey is looked into more. */
const buildingShare = 0.4;
const storeyShare = 0.75;
/** So does a grid cell. */
const cellShare = 0.85;
/** In sight is what lies so far within the edges, CSS pixels, and is drawn at least so large. */
const withinPx = 24;
const leastBuildingPx = 60;
/** Around a device in the open a metre takes up at least so many CSS pixels. */
const leastPxPerM = 5;
/** A device among many of its storey has so many CSS pixels to itself. */
const leastRoomPx = 16;

/** Brings what was chosen elsewhere into sight; what is there already stays where it is. */
export class Visits {
  readonly #community: CommunityDocument;
  readonly #replica: ReplicaView;
  readonly #camera: FlatCamera;
  readonly #picture: PlanPicture;

  constructor(community: CommunityDocument, replica: ReplicaView, camera: FlatCamera, picture: PlanPicture) {
    this.#community = community;
    this.#replica = replica;
    this.#camera = camera;
    this.#picture = picture;
  }

  /** @returns whether the camera was moved. */
  visit(selection: Selection, pane: PaneSize): boolean {
    const before = this.#camera.camera;
    switch (selection.kind) {
      case "none":
        break;
      case "building":
        this.#showBuilding(selection.building, selection.storey !== null, pane);
        break;
      case "cell": {
        const extent = cellExtent(this.#community.buildings, selection.cell);
        if (extent) this.#showBox(extentBox(extent), cellShare, pane, true);
        break;
      }
      case "object": {
        const object = this.#community.mesh?.objects.find(({ id }) => id === selection.object);
        if (object) this.#showBox(extentBox(object.extent), buildingShare, pane);
        break;
      }
      case "device":
        this.#showDevice(selection, pane);
    }
    return this.#camera.camera !== before;
  }

  #showDevice(selection: Selection & { readonly kind: "device" }, pane: PaneSize): void {
    const found = this.#replica.deviceOf(selection.device);
    if (found === undefined) return;
    const { building, storey, at } = found.device.place;
    const within = this.#picture.placeWithin(found.index, storey);
    if (building !== null && within !== null) {
      this.#showBuilding(building, true, pane);
      const leastHere = leastRoomPx / within.apartM;
      const now = this.#camera.placement(pane);
      const [x, y] = [xOf(now, within.at[0]), yOf(now, within.at[1])];
      if (now.pxPerM < leastHere || !isWithin({ left: x, right: x, top: y, bottom: y }, pane))
        this.#camera.centreOn(within.at, leastHere, pane.heightPx);
      return;
    }
    if (at === null) return;
    const now = this.#camera.placement(pane);
    const [x, y] = [xOf(now, at[0]), yOf(now, at[1])];
    if (now.pxPerM >= leastPxPerM / 2 && isWithin({ left: x, right: x, top: y, bottom: y }, pane)) return;
    this.#camera.centreOn([at[0], at[1]], leastPxPerM, pane.heightPx);
  }

  #showBuilding(id: string, looksInto: boolean, pane: PaneSize): void {
    const building = this.#community.buildings.find((each) => each.id === id);
    const ring = building?.footprint[0];
    const faces = this.#community.mesh?.objects.find((object) => object.building === id);
    const box = ring ? boxOf(ring) : faces && extentBox(faces.extent);
    if (box) this.#showBox(box, looksInto ? storeyShare : buildingShare, pane, looksInto);
  }

  #showBox(box: Box, share: number, pane: PaneSize, looksInto = false): void {
    const onPane = paneBoxOf(this.#camera.placement(pane), box);
    const sidePx = Math.max(onPane.right - onPane.left, onPane.bottom - onPane.top);
    const leastPx = looksInto ? Math.min(pane.widthPx, pane.heightPx) * 0.4 : leastBuildingPx;
    if (sidePx < leastPx || !isWithin(onPane, pane)) this.#camera.fit(box, pane, share);
  }
}

const extentBox = ({ min, max }: CommunityDocument["extent"]): Box => ({
  west: min[0],
  south: min[1],
  east: max[0],
  north: max[1],
});

const isWithin = (
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  { widthPx, heightPx }: PaneSize,
): boolean =>
  box.left >= withinPx &&
  box.top >= withinPx &&
  box.right <= widthPx - withinPx &&
  box.bottom <= heightPx - withinPx;
