import type { RefusalCode } from "./messages.ts";

/** What became of the connection, as one visible thing. */
export type LinkState =
  | { readonly state: "connecting"; readonly attempt: number }
  | { readonly state: "live"; readonly lastFrameAtMs: number }
  /** Connected, but no frame for longer than it should take. */
  | { readonly state: "stale"; readonly lastFrameAtMs: number }
  | { readonly state: "reconnecting"; readonly attempt: number; readonly lastFrameAtMs: number | null }
  | { readonly state: "refused"; readonly reason: RefusalCode };
