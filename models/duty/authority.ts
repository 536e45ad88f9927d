import type { ChannelId } from "../ids.ts";
import { ownChannel, publicChannel, staffChannel } from "../ids.ts";
import type { Visibility } from "../device/kind.ts";
import type { DevicePlace } from "../device/device.ts";
import type { Authority, Duty } from "./duty.ts";

const staffDuties: ReadonlySet<Duty> = new Set(["operator", "supervisor"]);

/** The channels of readings a person is in, decided from their duty alone; see SPEC.md. */
export function channelsOf(authority: Authority): readonly ChannelId[] {
  if (staffDuties.has(authority.duty) || authority.duty === "wall") return [publicChannel, staffChannel];
  if (authority.duty === "resident" && authority.dwelling !== null)
    return [publicChannel, ownChannel(authority.dwelling)];
  return [publicChannel];
}

/**
 * The channels a point's readings go out on: one for everybody or for staff, and the home's own for all in the home
 * that is not for everybody anyway. None when nobody at all may see it (personal, but of no home).
 */
export function channelsOfPoint(visibility: Visibility, place: DevicePlace): readonly ChannelId[] {
  if (visibility === "public") return [publicChannel];
  const home = place.dwelling === null ? [] : [ownChannel(place.dwelling)];
  return visibility === "staff" ? [staffChannel, ...home] : home;
}

/**
 * Whether people who may not see a point are told that there is one: never of a home, whatever is seen of it by
 * others, for that a home has such a device is already its own (DU10).
 */
export const isCountedUnseen = (visibility: Visibility, place: DevicePlace): boolean =>
  visibility !== "personal" && place.dwelling === null;

/**
 * The channels whose members are told of an alert of a point: the point's own, and staff's where its limit says that
 * somebody has to come.
 */
export function channelsOfAlert(
  visibility: Visibility,
  place: DevicePlace,
  tellsStaff: boolean,
): readonly ChannelId[] {
  const own = channelsOfPoint(visibility, place);
  return tellsStaff ? [...new Set([...own, staffChannel])] : own;
}

/**
 * Whether a person is told who did what about an alarm, and of alarms of what staff see nothing else of in a home. A
 * wall tells whoever is in the room.
 */
export const isToldOfPeople = (authority: Authority): boolean => authority.duty !== "wall";

/** Which form of an aggregate a person gets. */
export const audiences = ["public", "planner", "staff"] as const;
export type Audience = (typeof audiences)[number];
export function audienceOf(authority: Authority): Audience {
  if (staffDuties.has(authority.duty)) return "staff";
  return authority.duty === "planner" ? "planner" : "public";
}

/** What other than readings a duty may ask for. */
export const permissions = [
  "see-dwellings",
  "see-tray",
  "edit-mapping",
  "see-trail",
  "see-problems",
  "see-sessions",
  "replace-community",
  "command",
  "answer-alarms",
  "run-drills",
  "see-colleagues",
  "set-rules",
] as const;
export type Permission = (typeof permissions)[number];
const permitted: Readonly<Record<Permission, ReadonlySet<Duty>>> = {
  "see-dwellings": new Set<Duty>(["operator", "supervisor"]),
  "see-tray": new Set<Duty>(["administrator"]),
  "edit-mapping": new Set<Duty>(["administrator"]),
  "see-trail": new Set<Duty>(["auditor"]),
  "see-problems": new Set<Duty>(["operator", "supervisor", "administrator"]),
  "see-sessions": new Set<Duty>(["administrator"]),
  "replace-community": new Set<Duty>(["administrator"]),
  command: new Set<Duty>(["operator", "supervisor"]),
  "answer-alarms": new Set<Duty>(["operator", "supervisor"]),
  "run-drills": new Set<Duty>(["supervisor"]),
  "set-rules": new Set<Duty>(["supervisor"]),
  "see-colleagues": new Set<Duty>(["operator", "supervisor"]),
};
export const may = (authority: Authority, permission: Permission): boolean =>
  permitted[permission].has(authority.duty);
