import type { BuildingId, DeviceId } from "../../models/ids.ts";
import type { Language } from "../../models/language/text.ts";
import type { Mood, Theme } from "../look/palette.ts";

/** What every figure is told and whom it tells. */
export interface FigureProps {
  readonly language: Language;
  readonly timeZone: string;
  readonly mood: Mood;
  readonly theme: Theme;
  readonly selectedDevice: DeviceId | null;
  readonly selectedBuilding: BuildingId | null;
  readonly nameOfBuilding: (building: BuildingId) => string;
  readonly nameOfDevice: (device: DeviceId) => string;
  readonly onDevice: (device: DeviceId) => void;
  readonly onBuilding: (building: BuildingId) => void;
}
