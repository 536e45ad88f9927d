import type { PlaceBounds } from "../community/place-bounds.ts";
import { text, type Text } from "../language/text.ts";
import type { Device } from "./device.ts";

/** A device where it can be, and what was wrong with where it said it was. */
export interface Settled {
  readonly device: Device;
  readonly misplaced?: Text;
}

/** The device without a storey or a position that cannot be: it is known all the same, and drawn nowhere absurd. */
export function possiblyPlaced(device: Device, bounds: PlaceBounds): Settled {
  const { building, storey, at } = device.place;
  const faults = {
    storey: storey === null ? null : bounds.storeyFault(building, storey),
    at: at === null ? null : bounds.positionFault(at),
  };
  const [first] = [faults.storey, faults.at].filter((fault) => fault !== null);
  if (first === undefined) return { device };
  const place = {
    ...device.place,
    storey: faults.storey === null ? storey : null,
    at: faults.at === null ? at : null,
  };
  const misplaced = text(`字段 at：${first["zh-CN"]}`, `at: ${first.en}`);
  return { device: { ...device, place }, misplaced };
}
