import type { CityMesh, CommunityDocument } from "../../models/community/community.ts";
import type { BuildingId, DeviceId } from "../../models/ids.ts";
import type { Language } from "../../models/language/text.ts";
import type { Signal } from "../../models/signal.ts";
import type { Camera, ViewState } from "../../models/view/view-state.ts";
import type { Clock } from "../clock.ts";
import type { Mood, Theme } from "../look/palette.ts";
import type { ReplicaView } from "../replica/replica-view.ts";

export interface SceneViewProps {
  readonly community: CommunityDocument;
  /** The faces of a city model; null for a community of prisms, or while they are on their way. */
  readonly mesh: CityMesh | null;
  readonly replica: ReplicaView;
  readonly view: ViewBinding;
  readonly mood: Mood;
  readonly theme: Theme;
  readonly language: Language;
  /** Which windows are lit; null follows the hour's curve, in the control room none is. */
  readonly windows: WindowsSource | null;
  /** Coarse bands by storey for staff; null draws none. */
  readonly bands: StoreyBands | null;
  /** A second line under a building's name. */
  readonly labelLines?: ReadonlyMap<BuildingId, string>;
  /** What lies over the picture, such as panels: names keep out of it. Asked whenever names are placed. */
  readonly obstacles?: () => readonly ScreenRect[];
  /** What the pointer is over; null when over nothing. At most once a frame. */
  readonly onHover?: (hit: SceneHit | null) => void;
  /** What was clicked; null for a click on nothing. */
  readonly onSelect?: (hit: SceneHit | null) => void;
  /** Called after a frame was put on the screen: the replica is drawn as far as its last commit. */
  readonly onDrawn?: () => void;
  readonly clock: Pick<Clock, "after">;
  /** The graphics were lost (true) or are back (false); while they are lost the picture stands still. */
  readonly onInterrupted?: (interrupted: boolean) => void;
  /** There is no picture here: show the list instead. */
  readonly onUnavailable?: (reason: SceneFault) => void;
}

/** No WebGL 2 in this browser; graphics lost for good; a mistake of ours. */
export type SceneFault = "no-webgl" | "context-lost" | "fault";

/** The two ways between the scene and what a person looks at. */
export interface ViewBinding {
  /** Camera, clock, selection and layers; the scene follows when they change. */
  readonly state: Signal<ViewState>;
  /** The person moved the camera; called when it comes to rest, and at most a few times a second before. */
  onCamera(camera: Camera): void;
}

/** Share of windows lit, by building and storey. */
export interface WindowsSource {
  /** Moves when any share changed. */
  readonly version: Signal<number>;
  /** 0 … 1, storey 1 = ground floor; null follows the hour's curve. */
  share(building: BuildingId, storey: number): number | null;
}

/** Quarters of the residents of a storey at home. */
export interface StoreyBands {
  readonly version: Signal<number>;
  /** 0 … 4, storey 1 = ground floor; null where nothing may be said. */
  quarter(building: BuildingId, storey: number): number | null;
}

export interface ScreenPoint {
  /** CSS pixels from the scene's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** CSS pixels from the scene's top left corner. */
export interface ScreenRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type SceneHit = { readonly screen: ScreenPoint } & (
  | { readonly kind: "device"; readonly device: DeviceId }
  | { readonly kind: "building"; readonly building: BuildingId; readonly storey: number | null }
  | { readonly kind: "object"; readonly object: string; readonly building: BuildingId | null }
);
