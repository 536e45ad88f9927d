import { z } from "zod";

/** Until when sounds are muted, kept over a reload of the page. */
export interface MuteMemory {
  readonly read: () => number | null;
  readonly keep: (mutedUntilMs: number | null) => void;
}

const key = "courtyard.muted-until";
const remembered = z.iso.datetime().transform((iso) => Date.parse(iso));

/** @param memory as long as the tab; what it holds may be anything. */
export const muteMemory = (memory: Pick<Storage, "getItem" | "setItem">): MuteMemory => ({
  read() {
    const read = remembered.safeParse(memory.getItem(key));
    return read.success ? read.data : null;
  },
  keep: (mutedUntilMs) =>
    memory.setItem(key, mutedUntilMs === null ? "" : new Date(mutedUntilMs).toISOString()),
});
