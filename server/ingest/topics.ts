import type { CommunityId, DeviceId, PropertyId } from "../../models/ids.ts";
import { deviceId, propertyId } from "../../models/ids.ts";

/** What a message on a native topic is about. */
export type Topic =
  | { readonly about: "reading"; readonly device: DeviceId; readonly property: PropertyId }
  | { readonly about: "readings"; readonly device: DeviceId }
  | { readonly about: "describe"; readonly device: DeviceId }
  | { readonly about: "state"; readonly device: DeviceId }
  | { readonly about: "set"; readonly device: DeviceId; readonly property: PropertyId };

/** Lone surrogates and the replacement character: ids that lost their letters on the way. */
const garbled = /[\p{Cs}\uFFFD]/u;

const idOr = <Id>(make: (candidate: string) => Id, candidate: string): Id | null => {
  if (garbled.test(candidate)) return null;
  try {
    return make(candidate);
  } catch {
    return null;
  }
};
export const deviceIdOrNull = (candidate: string): DeviceId | null => idOr(deviceId, candidate);
export const propertyIdOrNull = (candidate: string): PropertyId | null => idOr(propertyId, candidate);

/** Reads `courtyard/<community>/<device>[/<property>[/set]]`; null for any other topic. */
export function parseTopic(community: CommunityId, topic: string): Topic | null {
  const [root, site, name, part, verb, ...rest] = topic.split("/");
  if (root !== "courtyard" || site !== community || name === undefined || rest.length > 0) return null;
  const device = deviceIdOrNull(name);
  if (device === null) return null;
  if (part === undefined) return { about: "readings", device };
  if (verb === undefined) {
    if (part === "$describe") return { about: "describe", device };
    if (part === "$state") return { about: "state", device };
  }
  const property = propertyIdOrNull(part);
  if (property === null) return null;
  if (verb === undefined) return { about: "reading", device, property };
  return verb === "set" ? { about: "set", device, property } : null;
}

export function formatTopic(community: CommunityId, topic: Topic): string {
  const device = `courtyard/${community}/${topic.device}`;
  switch (topic.about) {
    case "readings":
      return device;
    case "describe":
      return `${device}/$describe`;
    case "state":
      return `${device}/$state`;
    case "reading":
      return `${device}/${topic.property}`;
    case "set":
      return `${device}/${topic.property}/set`;
  }
}
