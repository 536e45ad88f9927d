import type { RandomBytes } from "../access/secret.ts";
import type { Log } from "../log/log.ts";

/** Time and chance of the outside world, taken once (`machine.ts`) and handed to everybody who needs them. */
export interface Doors {
  /** Epoch milliseconds. */
  readonly wallNowMs: () => number;
  /** Milliseconds that only ever go forward. */
  readonly monotonicMs: () => number;
  /** @returns the function that ends it. */
  readonly every: (ms: number, act: () => void) => () => void;
  /** After everything else that is due in this turn of the loop. */
  readonly soon: (act: () => void) => void;
  /** @returns the function that calls it off. */
  readonly after: (ms: number, act: () => void) => () => void;
  readonly random: RandomBytes;
  readonly print: (line: string) => void;
  /** For what a person should see who looks after the server. */
  readonly log: Log;
}
