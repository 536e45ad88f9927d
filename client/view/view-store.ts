import type { BuildingId, DeviceId } from "../../models/ids.ts";
import type { WritableSignal } from "../../models/signal.ts";
import { signal } from "../../models/signal.ts";
import type { AlarmFilter } from "../../models/view/alarm-filter.ts";
import type {
  Camera,
  Layer,
  Overlay,
  Page,
  Picture,
  Selection,
  ViewState,
} from "../../models/view/view-state.ts";

/** What this person looks at: one signal, changed by whole values. */
export interface ViewStore extends WritableSignal<ViewState> {
  readonly look: (camera: Camera) => void;
  readonly select: (selection: Selection) => void;
  readonly selectDevice: (device: DeviceId) => void;
  readonly selectBuilding: (building: BuildingId, storey?: number | null) => void;
  /** Occupancy brings its storey bands along, and takes them away again unless they were switched on by hand. */
  readonly show: (overlay: Overlay) => void;
  readonly toggle: (layer: Layer) => void;
  /** Scene or plan; camera, selection and layers stay. */
  readonly turnTo: (picture: Picture) => void;
  /** What takes the middle of the control room; the rest stays. */
  readonly open: (page: Page) => void;
  /** Which alarms the table shows, whether it is open or not. */
  readonly filterAlarms: (alarmFilter: AlarmFilter) => void;
  /** The moment the scene shows; null goes back to live. */
  readonly setMoment: (atMs: number | null) => void;
}

export function createViewStore(initial: ViewState): ViewStore {
  const view = signal(initial);
  /** Whether the storey bands are on only because occupancy is looked at. */
  let bandsLent = false;
  const change = (part: Partial<ViewState>): void => view.set({ ...view.get(), ...part });
  const select = (selection: Selection): void => {
    if (!sameSelection(selection, view.get().selection)) change({ selection });
  };
  return {
    ...view,
    look: (camera) => change({ camera }),
    select,
    selectDevice: (device) => select({ kind: "device", device }),
    selectBuilding: (building, storey = null) => select({ kind: "building", building, storey }),
    show(overlay) {
      const layers = new Set(view.get().layers);
      if (overlay === "occupancy" && !layers.has("storey-bands")) {
        layers.add("storey-bands");
        bandsLent = true;
      } else if (overlay !== "occupancy" && bandsLent) {
        layers.delete("storey-bands");
        bandsLent = false;
      }
      change({ overlay, layers });
    },
    toggle(layer) {
      if (layer === "storey-bands") bandsLent = false;
      const layers = new Set(view.get().layers);
      if (!layers.delete(layer)) layers.add(layer);
      change({ layers });
    },
    turnTo: (picture) => change({ picture }),
    open: (page) => change({ page }),
    filterAlarms: (alarmFilter) => change({ alarmFilter }),
    setMoment: (atMs) => change({ clock: atMs === null ? { mode: "live" } : { mode: "at", atMs } }),
  };
}

export function sameSelection(a: Selection, b: Selection): boolean {
  switch (a.kind) {
    case "none":
      return b.kind === "none";
    case "device":
      return b.kind === "device" && a.device === b.device;
    case "building":
      return b.kind === "building" && a.building === b.building && a.storey === b.storey;
    case "cell":
      return b.kind === "cell" && a.cell === b.cell;
    case "object":
      return b.kind === "object" && a.object === b.object;
  }
}
