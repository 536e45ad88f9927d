import { staleAfterMs } from "../../../models/device/staleness.ts";
import type { SeenPoint } from "./server-view.ts";

/** When a point was last sent a reading (wall time), and how often it should be. */
export interface Heard {
  readonly atMs: number;
  readonly periodS: number;
}

/** Every point is looked at once in so many ticks, and a busy machine ticks late. */
const graceMs = 2_000;

/** I5: no point that has been silent for longer than it may looks live. */
export function staleAsLive(
  seen: ReadonlyMap<string, SeenPoint>,
  heard: ReadonlyMap<string, Heard>,
  nowMs: number,
): string[] {
  return [...heard]
    .filter(([name, { atMs, periodS }]) => {
      const quality = seen.get(name)?.quality ?? "missing";
      const isSilent = nowMs - atMs > staleAfterMs({ periodS }) + graceMs;
      return isSilent && quality !== "stale" && quality !== "missing";
    })
    .map(([name]) => `I5 ${name} is silent and looks ${seen.get(name)?.quality}`);
}
