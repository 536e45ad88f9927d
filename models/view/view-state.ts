import type { BuildingId, DeviceId, GridCellId } from "../ids.ts";
import type { EastNorthUp } from "../community/community.ts";
import type { AlarmFilter } from "./alarm-filter.ts";

/** What a person looks at; all of it fits in a link. */
export interface ViewState {
  readonly camera: Camera;
  /** `live`, or a moment the scene should show. */
  readonly clock: { readonly mode: "live" } | { readonly mode: "at"; readonly atMs: number };
  readonly selection: Selection;
  readonly layers: ReadonlySet<Layer>;
  readonly overlay: Overlay;
  readonly picture: Picture;
  readonly page: Page;
  /** Of the table of alarms, open or not. */
  readonly alarmFilter: AlarmFilter;
}

export interface Camera {
  readonly target: EastNorthUp;
  /** Metres from the target. */
  readonly distanceM: number;
  /** Clockwise from north, the direction one looks in. */
  readonly headingDeg: number;
  /** 0 level, 90 straight down. */
  readonly tiltDeg: number;
}

export type Selection =
  | { readonly kind: "none" }
  | { readonly kind: "cell"; readonly cell: GridCellId }
  | { readonly kind: "device"; readonly device: DeviceId }
  | { readonly kind: "building"; readonly building: BuildingId; readonly storey: number | null }
  | { readonly kind: "object"; readonly object: string };

export const layers = ["devices", "trees", "surroundings", "labels", "storey-bands"] as const;
export type Layer = (typeof layers)[number];

/** The community in the round, or from above as a plan: two pictures of the same state. */
export const pictures = ["scene", "plan"] as const;
export type Picture = (typeof pictures)[number];

export const overlays = ["none", "energy", "occupancy", "alerts"] as const;
export type Overlay = (typeof overlays)[number];

/**
 * What takes the middle of a control room: the community with what is selected in it, all alarms of now and the past,
 * the measures of the alarms, all that is known of the selected device, or what of the alarm rules is otherwise.
 */
export const pages = ["map", "alarms", "measures", "diagnosis", "rules"] as const;
export type Page = (typeof pages)[number];
