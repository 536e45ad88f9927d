import type { CommunityDocument } from "../../../models/community/community.ts";
import type { DevicePlace } from "../../../models/device/device.ts";
import type { DeviceId } from "../../../models/ids.ts";
import type { Page, Selection } from "../../../models/view/view-state.ts";

/** A level of the control room (ISA-101): 1 all of it, 2 a part, 3 one thing, 4 all that is known of it. */
export type Level = 1 | 2 | 3 | 4;

/** One step from the community down to what is looked at. */
export interface Step {
  readonly level: Level;
  readonly selection: Selection;
  readonly page: Page;
}

/**
 * The way from the whole community down to what is selected, itself last: grid cell, building, storey, device, its
 * diagnosis. What does not exist of it is left out.
 * @param placeOf where a device is; undefined for one this person knows nothing of.
 */
export function wayTo(
  selection: Selection,
  page: Page,
  { buildings }: Pick<CommunityDocument, "buildings">,
  placeOf: (device: DeviceId) => DevicePlace | undefined,
): readonly Step[] {
  const step = (level: Level, to: Selection): Step => ({ level, selection: to, page: "map" });
  const all = step(1, { kind: "none" });
  const inBuilding = (id: DevicePlace["building"], storey: number | null): Step[] => {
    if (id === null) return [];
    const cell = buildings.find((building) => building.id === id)?.gridCell ?? null;
    return [
      ...(cell === null ? [] : [step(2, { kind: "cell", cell })]),
      step(2, { kind: "building", building: id, storey: null }),
      ...(storey === null ? [] : [step(2, { kind: "building", building: id, storey })]),
    ];
  };
  switch (selection.kind) {
    case "none":
      return [all];
    case "cell":
      return [all, step(2, selection)];
    case "building":
      return [all, ...inBuilding(selection.building, selection.storey)];
    case "object":
      return [all, step(3, selection)];
    case "device": {
      const place = placeOf(selection.device);
      const way = [all, ...inBuilding(place?.building ?? null, place?.storey ?? null), step(3, selection)];
      return page === "diagnosis" ? [...way, { level: 4, selection, page }] : way;
    }
  }
}
