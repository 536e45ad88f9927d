import type { Device } from "../../device/device.ts";
import type { Explains, Limit } from "../../device/kind.ts";
import type { DeviceId } from "../../ids.ts";

/** Something open whose limit explains the alarms of others. */
export interface Cause {
  readonly device: DeviceId;
  readonly explains: Explains;
}

/** Where power and messages of a device come from. */
type Lines = Pick<Device, "fedBy" | "via">;

/** Nobody's power or messages come over more stations than this; a ring of devices ends here too. */
const longestChain = 16;

/**
 * The nearest cause of what happens to a device: open at one that feeds it, or carries it, over however many others.
 * Costs a look-up a station, so it may be asked for each of many alarms.
 * @param lines of any device; undefined for one nobody knows.
 * @param open the open causes by their device.
 * @param holds whether one of them may explain what is asked about at all.
 */
export function explainedBy<Open extends Cause>(
  device: DeviceId,
  lines: (device: DeviceId) => Lines | undefined,
  open: ReadonlyMap<DeviceId, readonly Open[]>,
  holds: (cause: Open) => boolean = () => true,
): Open | null {
  if (open.size === 0) return null;
  let feeding = lines(device)?.fedBy ?? null;
  let carrying = lines(device)?.via ?? null;
  for (let station = 0; station < longestChain && (feeding !== null || carrying !== null); station++) {
    const cause = causeAt(feeding, "fed", open, holds) ?? causeAt(carrying, "carried", open, holds);
    if (cause !== null && cause.device !== device) return cause;
    feeding = feeding && (lines(feeding)?.fedBy ?? null);
    carrying = carrying && (lines(carrying)?.via ?? null);
  }
  return null;
}

function causeAt<Open extends Cause>(
  station: DeviceId | null,
  explains: Explains,
  open: ReadonlyMap<DeviceId, readonly Open[]>,
  holds: (cause: Open) => boolean,
): Open | null {
  if (station === null) return null;
  return open.get(station)?.find((cause) => cause.explains === explains && holds(cause)) ?? null;
}

/** Whether a cause may explain an alarm of this limit away: never where somebody is in danger or has to go and look. */
export const mayBeExplained = ({ priority, latches }: Pick<Limit, "priority" | "latches">): boolean =>
  priority !== "P1" && latches !== true;
