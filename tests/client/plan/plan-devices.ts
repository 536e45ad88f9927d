import { bytesPerDevice, type ReplicaDevice } from "../../../client/replica/replica-view.ts";
import type { DocumentBuilding, EastNorth } from "../../../models/community/community.ts";
import { buildingId, deviceId, kindId, partyId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";

export interface Placed {
  readonly building?: string;
  readonly storey?: number;
  readonly at?: EastNorth;
  /** 0 none, 1 P4 … 4 P1. */
  readonly severity?: number;
  readonly flags?: number;
}

/** Devices `dev-0`, `dev-1` … that stand somewhere, and the bytes they are drawn from. */
export function planDevices(wanted: readonly Placed[]) {
  const bytes = new Uint8Array(wanted.length * bytesPerDevice);
  const list = wanted.map(({ building, storey, at, severity, flags }, index): ReplicaDevice => {
    bytes[index * bytesPerDevice + 1] = severity ?? 0;
    bytes[index * bytesPerDevice + 2] = flags ?? 0;
    const place = {
      building: building === undefined ? null : buildingId(building),
      storey: storey ?? null,
      dwelling: null,
      space: null,
      at: at ? ([at[0], at[1], 0] as const) : null,
    };
    const name = text(`设备 ${index}`, `Device ${index}`);
    const shared = { via: null, fedBy: null, points: [], origin: "live" } as const;
    const id = deviceId(`dev-${index}`);
    return {
      index,
      device: { id, kind: kindId("lift"), name, place, party: partyId("TEL"), ...shared },
      slots: [],
    };
  });
  return { list, bytes };
}

/** A block of 40 by 20 metres with its south-west corner at a place. */
export const block = (id: string, [east, north]: EastNorth): DocumentBuilding => ({
  id: buildingId(id),
  name: text(`${id}栋`, id),
  use: "residential",
  type: "A",
  gridCell: null,
  footprint: [
    [
      [east, north],
      [east + 40, north],
      [east + 40, north + 20],
      [east, north + 20],
    ],
  ],
  baseM: 0,
  heightM: 30,
  heightEstimated: false,
  storeys: 10,
  plinthM: 0,
  storeyHeightM: 3,
  units: 1,
  residentsByStorey: [],
  residents: null,
});

/** A pane of 800 by 600 CSS pixels around a place. */
export const pane = (centre: EastNorth, pxPerM: number) => ({ widthPx: 800, heightPx: 600, centre, pxPerM });
