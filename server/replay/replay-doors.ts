import type { PlayerDoors } from "./player.ts";

export interface ReplayDoors {
  readonly time: Pick<PlayerDoors<unknown>, "now" | "after">;
  readonly say: (sentence: string) => void;
  /** Aborted when the replay shall end before its end. */
  readonly ended: AbortSignal;
}
