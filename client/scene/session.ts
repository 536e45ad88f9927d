import type { WebGLRenderer } from "three";
import type { CityMesh, CommunityDocument } from "../../models/community/community.ts";
import { lightsByHour } from "../../models/community/lights-by-hour.ts";
import type { Camera, Selection, ViewState } from "../../models/view/view-state.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import { Orbit } from "./camera/orbit.ts";
import { limitsOf } from "./camera/limits.ts";
import type { CanvasMaker } from "./layers/ground/ground-layer.ts";
import type { LabelSheet } from "./layers/labels/label-sheet.ts";
import { localHour } from "./local-hour.ts";
import { Marking } from "./marking.ts";
import { Names } from "./names.ts";
import { ScenePicker } from "./picking/scene-picker.ts";
import { QualityGauge } from "./quality.ts";
import type { SceneHit, SceneViewProps, ScreenPoint } from "./scene-props.ts";
import { samePicture } from "./same-picture.ts";
import { Stage } from "./stage.ts";
import { Things } from "./things/things.ts";
import { TheFrame } from "./the-frame.ts";
import type { CanvasTexture } from "three";

/** What may change while a scene is open. */
export type SessionProps = Omit<SceneViewProps, "community" | "mesh" | "replica" | "view">;

/** The camera is told at most so often while it moves. */
const tellEveryS = 0.3;

interface Parts {
  readonly community: CommunityDocument;
  readonly replica: ReplicaView;
  readonly view: SceneViewProps["view"];
  readonly props: SessionProps;
  readonly canvas: CanvasMaker;
  readonly sheet: LabelSheet;
  readonly glyphs: CanvasTexture;
  /** Longest side of a painted ground the graphics can hold. */
  readonly largestSheet: number;
  /** No flights, no ripples. */
  readonly still: boolean;
  readonly request: () => void;
}

/** An open scene: joins replica, view and stage through the one frame. Knows no React. */
export class Session {
  readonly frame: TheFrame;
  readonly orbit: Orbit;
  readonly stage: Stage;
  readonly #parts: Parts;
  readonly #picker: ScenePicker;
  readonly #names: Names;
  readonly #gauge = new QualityGauge();
  readonly #hourOf: (atMs: number) => number;
  readonly #marking: Marking;
  readonly #things: Things;
  readonly #ends: (() => void)[] = [];
  #props: SessionProps;
  #renderer: WebGLRenderer | null = null;
  #size = { width: 1, height: 1, ratio: 1, typeScale: 1 };
  #home: Camera;
  #told: Camera;
  #sinceToldS = 0;
  #movedLast = false;
  #pointer: ScreenPoint | null = null;
  #pointerDue = false;
  #seconds = 0;

  constructor(parts: Parts) {
    const { community, replica, view } = parts;
    this.#parts = parts;
    this.#props = parts.props;
    this.frame = new TheFrame(
      {
        commit: () => this.#commit(),
        moveCamera: (seconds, costS) => this.#moveCamera(seconds, costS),
        draw: (seconds, due) => this.#draw(seconds, due),
        drawn: () => this.#props.onDrawn?.(),
      },
      parts.request,
    );
    const first = view.state.get().camera;
    this.#home = this.#told = first;
    this.orbit = new Orbit(first, limitsOf(community), parts.still);
    this.stage = new Stage(
      community,
      parts.canvas,
      { site: Math.min(4096, parts.largestSheet), city: Math.min(3072, parts.largestSheet) },
      parts.glyphs,
    );
    this.#picker = new ScenePicker(community);
    this.#names = new Names(community, parts.sheet);
    this.#hourOf = localHour(community.timeZone);
    this.#marking = new Marking(this.stage, community, replica);
    this.#things = new Things(community, this.stage);
    this.#takeDevices();
    this.#follow(view.state.get(), null);
    let before = view.state.get();
    this.#ends.push(
      replica.devices.subscribe(() => {
        this.#takeDevices();
        this.frame.ask("readings");
      }),
      replica.onArrival(() => this.frame.ask("readings")),
      view.state.subscribe(() => {
        const now = view.state.get();
        this.#follow(now, before);
        before = now;
        this.frame.ask("view");
      }),
    );
    this.#dress();
  }

  setRenderer(renderer: WebGLRenderer): void {
    this.#renderer = renderer;
    this.bringBack();
  }

  /** Draws everything anew after the graphics were lost. */
  bringBack(): void {
    this.stage.bakeAgain();
    this.frame.ask("restored");
  }

  /** `typeScale` is how much larger than usual the page's type is: a wall is looked at from further away. */
  setSize(width: number, height: number, deviceRatio: number, typeScale: number): void {
    const ratio = Math.min(deviceRatio, this.#gauge.quality.mostRatio);
    this.#size = { width, height, ratio: deviceRatio, typeScale };
    this.#renderer?.setPixelRatio(ratio);
    this.#renderer?.setSize(width, height, false);
    this.#names.setSize(width, height, deviceRatio, typeScale);
    this.stage.devices.setTypeScale(typeScale);
    this.#picker.setTypeScale(typeScale);
    this.frame.ask("size");
  }

  setProps(props: SessionProps): void {
    const before = this.#props;
    this.#props = props;
    // What lies over the picture may have moved.
    this.#names.due = true;
    if (!samePicture(before, props)) this.#dress();
  }

  #dress(): void {
    const { mood, theme } = this.#props;
    this.stage.devices.dress(mood, theme);
    this.#marking.dress(mood, theme);
    this.#names.dress(this.#props);
    this.frame.ask("view");
  }

  setMesh(mesh: CityMesh | null): void {
    this.stage.setMesh(mesh);
    this.#picker.setMesh(mesh);
    this.#marking.setMesh(mesh);
    this.#marking.select(this.#parts.view.state.get().selection);
    this.frame.ask("view");
  }

  /** The pointer moved; tested once in the next frame. */
  point(at: ScreenPoint | null): void {
    this.#pointer = at;
    this.#pointerDue = true;
    this.frame.ask("pointer");
  }

  click(at: ScreenPoint): void {
    const hit = this.#hitAt(at);
    this.#ownClick = true;
    this.#props.onSelect?.(hit);
    this.#ownClick = false;
  }
  #ownClick = false;

  goHome(): void {
    this.orbit.flyTo(this.#home);
    this.frame.ask("camera");
  }

  close(): void {
    for (const end of this.#ends) end();
    // A frame may still be on its way; it must not send again what is given back here.
    this.#renderer = null;
    this.stage.close();
  }

  #takeDevices(): void {
    const { replica, community } = this.#parts;
    const list = replica.devices.get();
    const bytes = replica.deviceBytes();
    const { devices, groundM } = this.stage;
    this.#things.setDevices(list, bytes);
    const isSeen = this.#props.mood === "rich" ? (index: number) => this.#things.isSeen(index) : null;
    devices.setDevices(list, bytes, community.buildings, groundM, isSeen);
    this.#picker.setDevices(list, bytes, devices.places, devices.reaches);
    this.#names.setDevices(list, bytes);
    this.#marking.select(this.#parts.view.state.get().selection);
  }

  #follow(now: ViewState, before: ViewState | null): void {
    this.stage.show(now.layers);
    if (now.camera !== this.#told) {
      this.#told = now.camera;
      this.orbit.flyTo(now.camera);
    }
    if (before === null || now.selection !== before.selection) {
      this.#marking.select(now.selection);
      if (before !== null && !this.#ownClick) this.#visit(now.selection);
    }
    this.#names.due = true;
  }

  /** Chosen elsewhere: fly there, unless the camera was told where to go as well. */
  #visit(selection: Selection): void {
    const camera = this.#marking.cameraFor(selection, this.orbit.goal);
    if (camera) this.orbit.flyTo(camera);
  }

  #commit(): boolean {
    const { replica } = this.#parts;
    if (!replica.commit()) return false;
    const { indices, count } = replica.changedDevices;
    this.stage.devices.draw(indices, count);
    this.#names.noteChanged(indices, count);
    const moved = this.#things.noteChanged(indices, count);
    return moved || (count > 0 && this.#parts.view.state.get().layers.has("devices"));
  }

  #moveCamera(seconds: number, costS: number): boolean {
    if (this.#movedLast && this.#gauge.note(costS)) {
      this.stage.cover(this.#gauge.quality.shadowMap);
      this.setSize(this.#size.width, this.#size.height, this.#size.ratio, this.#size.typeScale);
    }
    const moved = this.orbit.advance(seconds);
    this.#sinceToldS += seconds;
    if (moved && (!this.orbit.moving || this.#sinceToldS > tellEveryS)) this.#tell();
    this.#movedLast = moved;
    if (moved) this.#names.due = true;
    return this.orbit.moving;
  }

  #tell(): void {
    this.#sinceToldS = 0;
    const { camera } = this.orbit;
    if (camera === this.#told) return;
    this.#told = camera;
    this.#parts.view.onCamera(camera);
  }

  #draw(seconds: number, asked: boolean): boolean {
    const renderer = this.#renderer;
    if (!renderer) return false;
    const { mood, theme, windows, bands } = this.#props;
    const view = this.#parts.view.state.get();
    const atMs = view.clock.mode === "at" ? view.clock.atMs : this.#parts.replica.nowMs();
    const hour = this.#hourOf(atMs);
    const { stage } = this;
    let due = stage.setTime(atMs, mood, theme) || asked;
    stage.lamps.hear(view.clock.mode === "live");
    due = stage.lamps.settle() || due;
    due = stage.buildings.light(windows, hour, mood === "grey") || due;
    due = stage.buildings.band(view.layers.has("storey-bands") ? bands : null) || due;
    due = this.#testPointer(view) || due;
    if (!due) return false;
    if (!this.#parts.still && mood === "rich") this.#seconds += seconds;
    stage.setHour(hour);
    stage.setWater(this.#seconds, lightsByHour(hour) * 0.7);
    stage.setCamera(this.orbit.camera, this.#size.width / this.#size.height);
    stage.render(renderer, this.#gauge.quality.nearTrees);
    this.#names.draw(stage.camera, this.#props, view);
    return true;
  }

  /** At most one test a frame, however often the pointer moved. True when another thing is under it. */
  #testPointer(view: ViewState): boolean {
    if (!this.#pointerDue) return false;
    this.#pointerDue = false;
    const hit = this.#pointer && this.#hitAt(this.#pointer);
    this.#props.onHover?.(hit);
    return this.#marking.hover(hit, view.layers.has("devices"));
  }

  #hitAt(at: ScreenPoint): SceneHit | null {
    const { width, height } = this.#size;
    return this.#picker.pick(
      this.orbit.camera,
      at,
      width,
      height,
      this.#parts.view.state.get().layers.has("devices"),
    );
  }
}
