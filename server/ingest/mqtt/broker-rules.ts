import type { CommunityId } from "../../../models/ids.ts";
import type { CredentialUse } from "../../access/access.ts";
import type { Speaker } from "../doors.ts";
import type { Registry } from "../registry.ts";
import type { Topic } from "../topics.ts";
import { deviceIdOrNull } from "../topics.ts";

/** Who is at the broker's door, and what for. */
export interface Visitor extends Speaker {
  readonly use: CredentialUse | "anonymous";
}

const loopback = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
export const isLoopback = (address: string): boolean => loopback.test(address);

type Ownership = Pick<Registry, "maySpeakFor" | "owns">;

/**
 * What may be published: readings by anybody who was let in for them; descriptions by a credential (one that is not for
 * devices is not believed: its devices wait in the tray); states by a credential for devices. A credential for devices
 * speaks only for those that nobody else connected has described. Commands are the server's alone.
 */
export function mayPublish(visitor: Visitor, topic: Topic, registry: Ownership): boolean {
  if (topic.about === "set" || visitor.use === "read") return false;
  if (visitor.use === "devices") return registry.maySpeakFor(topic.device, visitor);
  if (topic.about === "describe") return visitor.use === "ingest";
  return topic.about === "reading" || topic.about === "readings";
}

/**
 * What may be subscribed to: commands, by a credential for devices. Readings by nobody: this door cannot tell duties
 * apart, so whoever wants readings asks the stream or the HTTP interface.
 */
export function maySubscribe(
  visitor: Visitor,
  filter: string,
  community: CommunityId,
  registry: Ownership,
): boolean {
  const [root, site, device = "", property, verb, ...rest] = filter.split("/");
  if (visitor.use !== "devices" || root !== "courtyard" || site !== community || rest.length > 0)
    return false;
  if (verb !== "set" || property === undefined || property === "#") return false;
  // Whose commands a wildcard really lets through is decided message by message.
  if (device === "+") return true;
  const id = deviceIdOrNull(device);
  return id !== null && registry.owns(id, visitor);
}

/** What is handed to a subscriber: commands to its own devices. */
export const mayReceive = (visitor: Visitor, topic: Topic | null, registry: Ownership): boolean =>
  topic?.about === "set" && visitor.use === "devices" && registry.owns(topic.device, visitor);
