import type { CommunityDocument } from "../../models/community/community.ts";
import type { Camera, Selection, ViewState } from "../../models/view/view-state.ts";
import { signColours } from "../look/sign-colours.ts";
import type { ReplicaView } from "../replica/replica-view.ts";
import { limitsOf } from "../scene/camera/limits.ts";
import type { SceneHit, ScreenPoint } from "../scene/scene-props.ts";
import { FlatCamera } from "./flat-camera.ts";
import { focusOf, homeBox } from "./looking.ts";
import { PlanFrame } from "./plan-frame.ts";
import { PlanPicker } from "./plan-picker.ts";
import type { PlanPicture } from "./plan-picture.ts";
import type { PlanViewProps } from "./plan-props.ts";
import { Visits } from "./visits.ts";

/** What may change while a plan is open. */
export type PlanSessionProps = Omit<PlanViewProps, "community" | "replica" | "view">;

interface Parts {
  readonly community: CommunityDocument;
  readonly replica: ReplicaView;
  readonly view: PlanViewProps["view"];
  readonly props: PlanSessionProps;
  readonly picture: PlanPicture;
  /** Asks the browser for one frame. */
  readonly request: (run: () => void) => void;
}

/** While the camera moves the view is told of it at most so often. */
const tellEveryMs = 300;
/** The whole community takes up at most this share of the pane. */
const homeShare = 0.9;

/** An open plan: joins replica, view and picture through the one frame. Knows no React. */
export class PlanSession {
  readonly camera: FlatCamera;
  readonly frame: PlanFrame;
  readonly #parts: Parts;
  readonly #picture: PlanPicture;
  readonly #picker: PlanPicker;
  readonly #visits: Visits;
  readonly #ends: (() => void)[] = [];
  #props: PlanSessionProps;
  #size = { widthPx: 1, heightPx: 1 };
  #sized = false;
  /** The camera the view has; another one there was set by somebody else. */
  #told: Camera;
  #callOffTelling: (() => void) | null = null;
  /** The whole community is shown, whatever the size of the pane. */
  #atHome: boolean;
  #selection: Selection;
  #pointer: ScreenPoint | null = null;
  #pointerDue = false;
  #ownClick = false;

  constructor(parts: Parts) {
    const { community, replica, view, props, picture } = parts;
    this.#parts = parts;
    this.#props = props;
    this.#picture = picture;
    const now = view.state.get();
    this.#told = now.camera;
    this.#atHome = now.camera === props.overview;
    this.#selection = now.selection;
    this.camera = new FlatCamera(now.camera, limitsOf(community));
    this.#picker = new PlanPicker(community);
    this.#visits = new Visits(community, replica, this.camera, picture);
    this.frame = new PlanFrame({ commit: () => this.#commit(), draw: () => this.#draw() }, parts.request);
    picture.setDevices(replica.devices.get(), replica.deviceBytes());
    this.#ends.push(
      replica.devices.subscribe(() => {
        picture.setDevices(replica.devices.get(), replica.deviceBytes());
        this.#look(view.state.get());
        this.frame.ask();
      }),
      replica.onArrival(this.frame.ask),
      view.state.subscribe(() => this.#follow(view.state.get())),
    );
    this.#dress();
    this.#look(now);
  }

  /** `typeScale` is how much larger than usual the page's type is. */
  setSize(widthPx: number, heightPx: number, ratio: number, typeScale: number): void {
    this.#size = { widthPx, heightPx };
    this.#picture.setSize(widthPx, heightPx, ratio, typeScale);
    if (this.#atHome) this.#showAll();
    this.#place();
    if (!this.#sized) {
      this.#sized = true;
      if (this.#atHome) this.#visit(this.#selection);
    }
    this.frame.ask();
  }

  setProps(props: PlanSessionProps): void {
    const before = this.#props;
    this.#props = props;
    const { mood, theme, language, labelLines } = props;
    const same =
      mood === before.mood &&
      theme === before.theme &&
      language === before.language &&
      labelLines === before.labelLines;
    if (!same) this.#dress();
  }

  /** Hands moved the camera. */
  moved(): void {
    this.#atHome = false;
    this.#place();
    this.#callOffTelling ??= this.#props.clock.after(tellEveryMs, () => this.#tell());
    this.frame.ask();
  }

  /** The pointer moved; tested once in the next frame. */
  point(at: ScreenPoint | null): void {
    this.#pointer = at;
    this.#pointerDue = true;
    this.frame.ask();
  }

  click(at: ScreenPoint): void {
    this.#ownClick = true;
    this.#props.onSelect?.(this.#hitAt(at));
    this.#ownClick = false;
  }

  goHome(): void {
    this.#parts.view.onCamera(this.#props.overview);
  }

  close(): void {
    if (this.#callOffTelling !== null) this.#tell();
    for (const end of this.#ends) end();
    this.frame.close();
  }

  #tell(): void {
    this.#callOffTelling?.();
    this.#callOffTelling = null;
    if (this.#atHome || this.camera.camera === this.#told) return;
    this.#told = this.camera.camera;
    this.#parts.view.onCamera(this.#told);
  }

  #follow(now: ViewState): void {
    if (now.camera !== this.#told) {
      this.#told = now.camera;
      this.#atHome = now.camera === this.#props.overview;
      if (this.#atHome) this.#showAll();
      else this.camera.look(now.camera);
      this.#place();
    }
    const another = now.selection !== this.#selection;
    this.#selection = now.selection;
    this.#look(now);
    if (another && !this.#ownClick) this.#visit(now.selection);
    this.frame.ask();
  }

  #visit(selection: Selection): void {
    if (this.#visits.visit(selection, this.#size)) this.moved();
  }

  #showAll(): void {
    this.camera.fit(homeBox(this.#parts.community), this.#size, homeShare);
  }

  #place(): void {
    this.#picture.place(this.camera.placement(this.#size));
  }

  #look({ selection, layers }: ViewState): void {
    const { replica } = this.#parts;
    const chosen = selection.kind === "device" ? (replica.deviceOf(selection.device)?.index ?? -1) : -1;
    this.#picture.look({ selection, layers, chosen, focus: focusOf(selection, replica) });
  }

  #dress(): void {
    const { mood, theme } = this.#props;
    this.#picture.dress(this.#props, signColours(mood, theme));
    this.frame.ask();
  }

  #commit(): void {
    const { replica } = this.#parts;
    if (!replica.commit()) return;
    const { indices, count } = replica.changedDevices;
    this.#picture.noteChanged(indices, count);
  }

  readonly #obstacles = () => this.#props.obstacles?.() ?? [];

  #draw(): void {
    if (this.#pointerDue) this.#testPointer();
    this.#picture.draw(this.#obstacles);
  }

  #testPointer(): void {
    this.#pointerDue = false;
    const hit = this.#pointer && this.#hitAt(this.#pointer);
    this.#props.onHover?.(hit);
    const { replica } = this.#parts;
    const device = hit?.kind === "device" ? (replica.deviceOf(hit.device)?.index ?? -1) : -1;
    this.#picture.point(device, hit?.kind === "building" ? hit.building : null);
  }

  #hitAt(at: ScreenPoint): SceneHit | null {
    return this.#picker.pick(at, this.#picture.drawn);
  }
}
