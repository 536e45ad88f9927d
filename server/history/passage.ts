import type { ChannelDictionary } from "../../models/stream/messages.ts";

/** What follows on what, when a channel's past is told. */
export type Passage =
  /** From here on numbers mean this; a KEY follows. */
  | { readonly kind: "dictionary"; readonly dictionary: ChannelDictionary }
  /** Frames end to end, none when nothing changed; after them the state holds until `untilMs`. */
  | { readonly kind: "frames"; readonly bytes: Uint8Array; readonly untilMs: number }
  /** Nobody recorded. */
  | { readonly kind: "nothing"; readonly fromMs: number; readonly untilMs: number };
