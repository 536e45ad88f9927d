import type { RawMessage } from "../ingest/message-tap.ts";

const masked = "•••";

/** What somebody may read of the values of a device: all of them, or those of these properties. */
export interface MayRead {
  readonly all: boolean;
  readonly property: (name: string) => boolean;
}

/**
 * A message as somebody may read it. A value that nobody classed, or that is not theirs to see, is masked; so is
 * whatever cannot be told apart. That something was said, when and how long it was stays.
 */
export function seenMessage(message: RawMessage, may: MayRead): RawMessage {
  return may.all ? message : { ...message, payload: seenPayload(message, may) };
}

function seenPayload({ address, payload, bytes }: RawMessage, { property }: MayRead): string {
  const [, , , part, verb] = address.split("/");
  const isNative = address.startsWith("courtyard/");
  if (isNative && verb === undefined && part !== undefined) {
    // What a device says of itself, and whether it is there, are no values.
    if (part === "$describe" || part === "$state" || property(part)) return payload;
    return masked;
  }
  if (!isNative || part !== undefined || bytes > payload.length) return masked;
  return seenMembers(payload, property);
}

function seenMembers(payload: string, property: (name: string) => boolean): string {
  try {
    const members: unknown = JSON.parse(payload);
    if (typeof members !== "object" || members === null || Array.isArray(members)) return masked;
    const seen = Object.entries(members).map(([name, value]: [string, unknown]) => [
      name,
      name === "at" || property(name) ? value : masked,
    ]);
    return JSON.stringify(Object.fromEntries(seen));
  } catch {
    return masked;
  }
}
