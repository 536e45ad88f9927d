import { qualityByte } from "../../models/device/reading.ts";
import { pointId, type DeviceId, type PropertyId } from "../../models/ids.ts";
import type { Leaf } from "../../models/mapping/leaves.ts";
import { isIgnored } from "../../models/mapping/mapped-device.ts";
import { isClockSuspect } from "../../models/twin/source-time.ts";
import type { Twin } from "../twin/twin.ts";
import { parseJson } from "./careful-json.ts";
import type { ForeignBook } from "./foreign/foreign-book.ts";
import type { Claim } from "./handover.ts";
import { valueFromSource } from "./source-value.ts";
import { deviceIdOrNull, propertyIdOrNull } from "./topics.ts";
import type { WaitingRow } from "./tray-store.ts";

export interface ClaimPlan {
  readonly twin: Pick<Twin, "indexOf" | "specOf" | "report" | "state">;
  readonly foreign: Pick<ForeignBook, "get">;
  /** Community time. */
  readonly now: () => number;
}

interface Meant {
  readonly property: PropertyId;
  readonly value: unknown;
}

const deepestPayload = 12;
const waitedQuality = qualityByte("stale", "restored");

/**
 * Gives what waited in the tray to its point, as a value of the time it was measured at: nobody who was silent since
 * looks live by it. What its point cannot take waits on.
 */
export function claimer({ twin, foreign, now }: ClaimPlan): (row: WaitingRow) => Claim {
  return (row) => {
    const device = deviceIdOrNull(row.device);
    const value = parseJson(row.payload, deepestPayload);
    if (device === null || value === undefined) return "waits";
    const meant = meantBy(foreign, device, row.property, value);
    if (meant === "left-out" || meant === null) return meant ?? "waits";
    const index = twin.indexOf(pointId(device, meant.property));
    if (index === undefined) return "waits";
    const taken = valueFromSource(twin.specOf(index), meant.value);
    // What the point cannot take waits for another mapping, until a newer value of it could be taken.
    if (typeof taken === "string") return (twin.state.timesMs[index] ?? 0) > row.atMs ? "left-out" : "waits";
    const nowMs = now();
    // Whether it is taken, or the point holds a newer one, is the twin's to say; either way nothing is lost.
    twin.report(index, taken, waitedQuality, isClockSuspect(row.atMs, nowMs) ? row.lastMs : row.atMs, nowMs);
    return "taken";
  };
}

/** Which property a row's value is of by now; null while it is of none. */
function meantBy(
  foreign: Pick<ForeignBook, "get">,
  device: DeviceId,
  property: string,
  value: unknown,
): Meant | "left-out" | null {
  const known = foreign.get(device);
  if (known === undefined) {
    const own = propertyIdOrNull(property);
    return own && { property: own, value };
  }
  if (known.standing === null) return null;
  const binding = known.standing.bindings.get(property);
  if (binding)
    return typeof value === "object" && value !== null
      ? null
      : { property: binding.property, value: binding.convert(value as Leaf["value"]) };
  // Whether a device was there before anybody knew it says nothing now.
  return property === "$state" || isIgnored(known.standing.row, property) ? "left-out" : null;
}
