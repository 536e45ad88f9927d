import type { RefusalCode } from "../../models/stream/messages.ts";

/** Refusals that trying again does not mend. */
export const finalRefusals: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  "protocol-too-old",
  "protocol-too-new",
  "bad-message",
  "not-allowed",
  "too-many-connections",
  "session-ended",
]);
