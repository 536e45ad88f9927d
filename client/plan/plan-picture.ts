import type { CommunityDocument, EastNorth } from "../../models/community/community.ts";
import type { BuildingId } from "../../models/ids.ts";
import type { Layer, Selection } from "../../models/view/view-state.ts";
import type { SignColours } from "../look/sign-colours.ts";
import { bytesPerDevice, type ReplicaDevice } from "../replica/replica-view.ts";
import type { ScreenRect } from "../scene/scene-props.ts";
import { Arrangement, type Focus } from "./devices/arrangement.ts";
import { Crowd } from "./devices/crowd.ts";
import { SignSprites, type CanvasMaker, type PathMaker } from "./devices/sign-sprites.ts";
import { Dirt } from "./dirt.ts";
import type { Placement } from "./flat-camera.ts";
import { groundPaths, type GroundPaths } from "./ground/ground-paths.ts";
import { Outlines } from "./ground/outlines.ts";
import { paintGround, toGround } from "./ground/paint-ground.ts";
import { paintGates, paintScale, scaleBox } from "./ground/paint-marks.ts";
import { planColours } from "./ground/plan-colours.ts";
import { Names } from "./names/names.ts";
import { Overlay, planFace, type OverlayPicture } from "./overlay.ts";
import type { Drawn } from "./plan-picker.ts";
import type { PlanViewProps } from "./plan-props.ts";

/** What is chosen and which layers are shown. */
export interface Looked {
  readonly selection: Selection;
  readonly layers: ReadonlySet<Layer>;
  /** The chosen device by index, −1 for none. */
  readonly chosen: number;
  readonly focus: Focus | null;
}

type Dress = Pick<PlanViewProps, "mood" | "theme" | "language" | "labelLines" | "countWords">;

/** Signs that say nothing special stand back while one looks from afar. */
const quietest = 0.55;
const loudFromPxPerM = 5;

/** Two sheets, one over the other: the ground, drawn when the camera moves, and all that lies on it. */
export class PlanPicture {
  readonly #community: CommunityDocument;
  readonly #ground: CanvasRenderingContext2D;
  readonly #over: CanvasRenderingContext2D;
  readonly #paths: GroundPaths;
  readonly #outlines: Outlines;
  readonly #crowd: Crowd;
  readonly #arrangement = new Arrangement();
  readonly #sprites: SignSprites;
  readonly #overlay: Overlay;
  readonly #names: Names;
  readonly #dirt = new Dirt();
  #bytes: Uint8Array = new Uint8Array(0);
  /** Severity and flags of each device as they were counted last. */
  #counted = new Uint16Array(0);
  #placement: Placement = { widthPx: 1, heightPx: 1, centre: [0, 0], pxPerM: 1 };
  #ratio = 1;
  #scale = 1;
  #dress: Dress;
  #looked: Looked = { selection: { kind: "none" }, layers: new Set(), chosen: -1, focus: null };
  #pointed: { readonly device: number; readonly building: BuildingId | null } = {
    device: -1,
    building: null,
  };
  #groundDue = true;
  #arrangeDue = true;
  #namesDue = true;

  constructor(
    community: CommunityDocument,
    ground: CanvasRenderingContext2D,
    over: CanvasRenderingContext2D,
    canvas: CanvasMaker,
    path: PathMaker,
    dress: Dress,
    colours: SignColours,
  ) {
    this.#community = community;
    this.#ground = ground;
    this.#over = over;
    this.#dress = dress;
    this.#paths = groundPaths(community);
    this.#outlines = new Outlines(community);
    this.#crowd = new Crowd(community.buildings);
    this.#sprites = new SignSprites(canvas, path, colours);
    this.#overlay = new Overlay(over, this.#sprites);
    this.#names = new Names(community, over);
  }

  get drawn(): Drawn {
    return {
      crowd: this.#crowd,
      arrangement: this.#arrangement,
      bytes: this.#bytes,
      pills: this.#names.pills,
      placement: this.#placement,
      focus: this.#looked.focus,
      showsDevices: this.#showsDevices,
    };
  }

  get #showsDevices(): boolean {
    return this.#looked.layers.has("devices");
  }

  setSize(widthPx: number, heightPx: number, ratio: number, scale: number): void {
    for (const { canvas } of [this.#ground, this.#over]) {
      canvas.width = Math.max(1, Math.round(widthPx * ratio));
      canvas.height = Math.max(1, Math.round(heightPx * ratio));
    }
    this.#ratio = ratio;
    this.#scale = scale;
    this.#sprites.dress(this.#sprites.colours, ratio);
    this.#groundDue = this.#arrangeDue = true;
  }

  dress(dress: Dress, colours: SignColours): void {
    this.#dress = dress;
    this.#sprites.dress(colours, this.#ratio);
    this.#groundDue = this.#namesDue = true;
  }

  /** `bytes` is the replica's own buffer and stays shared. */
  setDevices(list: readonly ReplicaDevice[], bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#counted = new Uint16Array(list.length);
    this.#crowd.setDevices(list);
    this.#arrangement.hold(list.length, bytes);
    this.#arrangeDue = true;
  }

  place(placement: Placement): void {
    this.#placement = placement;
    this.#groundDue = this.#arrangeDue = true;
  }

  look(looked: Looked): void {
    const before = this.#looked;
    this.#looked = looked;
    if (looked.layers !== before.layers) this.#groundDue = this.#arrangeDue = true;
    if (looked.selection !== before.selection || looked.chosen !== before.chosen) this.#arrangeDue = true;
  }

  point(device: number, building: BuildingId | null): void {
    if (device === this.#pointed.device && building === this.#pointed.building) return;
    const named = building !== this.#pointed.building;
    this.#pointed = { device, building };
    this.#dirt.all();
    if (named) this.#namesDue = true;
  }

  /** Where a device within walls is drawn once its storey is looked into; null for one in the open. */
  placeWithin(
    device: number,
    storey: number | null,
  ): { readonly at: EastNorth; readonly apartM: number } | null {
    const id = this.#crowd.list[device]?.device.place.building;
    const household = id == null ? undefined : this.#crowd.households.get(id);
    if (household === undefined) return null;
    const { members, places, apartM } = this.#crowd.within(household, storey);
    const i = members.indexOf(device);
    return i < 0 ? null : { at: [places[i * 2] ?? 0, places[i * 2 + 1] ?? 0], apartM };
  }

  /** So many devices changed: signs are drawn again where they stand, buildings counted again when it matters to them. */
  noteChanged(indices: Uint32Array, count: number): void {
    if (!this.#showsDevices || this.#arrangeDue) return;
    const { signOf, standOf, xs, ys } = this.#arrangement;
    for (let k = 0; k < count; k++) {
      const device = indices[k] ?? 0;
      const sign = signOf[device] ?? -1;
      if (sign >= 0) this.#dirt.around(xs[sign] ?? 0, ys[sign] ?? 0, this.#scale);
      if (this.#isCounted(device)) continue;
      if (sign >= 0) continue;
      const stand = this.#arrangement.stands[standOf[device] ?? -1];
      // One that has no sign and is in no building on the pane may be one that shows only when it is not well.
      if (stand === undefined) this.#arrangeDue = true;
      if (stand === undefined) continue;
      this.#arrangement.recount(stand);
      this.#namesDue = true;
    }
  }

  /** Whether severity and flags of a device are as they were counted; they are noted as they are now. */
  #isCounted(device: number): boolean {
    const at = device * bytesPerDevice;
    const now = (this.#bytes[at + 1] ?? 0) * 256 + (this.#bytes[at + 2] ?? 0);
    if (this.#counted[device] === now) return true;
    this.#counted[device] = now;
    return false;
  }

  /** Draws what is due. `obstacles` lie over the picture: names keep out of them. */
  draw(obstacles: () => readonly ScreenRect[]): void {
    if (this.#groundDue) this.#drawGround();
    if (this.#arrangeDue) {
      const { chosen, focus } = this.#looked;
      this.#arrangement.arrange(this.#crowd, this.#placement, focus, chosen, this.#scale);
      for (let device = 0; device < this.#counted.length; device++) this.#isCounted(device);
      this.#namesDue = true;
    }
    if (this.#namesDue) this.#nameAnew(obstacles());
    this.#groundDue = this.#arrangeDue = this.#namesDue = false;
    if (this.#dirt.isNone) return;
    const picture = this.#picture();
    const colours = planColours(this.#dress.mood, this.#dress.theme);
    const context = this.#over;
    for (const box of this.#dirt.boxes(this.#placement)) {
      context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
      context.save();
      context.beginPath();
      context.rect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      context.clip();
      context.clearRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
      toGround(context, this.#placement, this.#ratio);
      this.#outlines.draw(
        context,
        this.#looked.selection,
        this.#pointed.building,
        colours,
        this.#placement.pxPerM,
      );
      context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
      this.#overlay.draw(picture, colours, this.#dirt.isAll ? null : box);
      context.restore();
    }
    this.#dirt.clear();
  }

  #drawGround(): void {
    const { mood, theme, language } = this.#dress;
    const colours = planColours(mood, theme);
    const context = this.#ground;
    paintGround(context, this.#paths, colours, this.#looked.layers, this.#placement, this.#ratio);
    context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    const style = { colours, language, scale: this.#scale, face: planFace };
    if (this.#looked.layers.has("labels")) paintGates(context, this.#community, this.#placement, style);
    paintScale(context, this.#placement, style);
  }

  #nameAnew(obstacles: readonly ScreenRect[]): void {
    const { layers, focus } = this.#looked;
    this.#names.place({
      ...this.#dress,
      stands: this.#arrangement.stands,
      placement: this.#placement,
      focus,
      pointed: this.#pointed.building,
      scale: this.#scale,
      obstacles: [...obstacles, scaleBox(this.#placement, this.#scale)],
      showsNames: layers.has("labels"),
      showsDevices: this.#showsDevices,
    });
    this.#dirt.all();
  }

  #picture(): OverlayPicture {
    const near = (this.#placement.pxPerM - 1) / (loudFromPxPerM - 1);
    return {
      arrangement: this.#arrangement,
      bytes: this.#bytes,
      names: this.#names.names,
      pills: this.#names.pills,
      chosen: this.#looked.chosen,
      pointed: this.#pointed.device,
      showsDevices: this.#showsDevices,
      quiet: quietest + (1 - quietest) * Math.min(1, Math.max(0, near)),
      scale: this.#scale,
    };
  }
}
