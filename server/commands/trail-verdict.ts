import type { Checked } from "../audit/audit.ts";
import type { Mark } from "../audit/verify-trail.ts";

/** What became of a look at the whole trail, in one sentence. */
export interface TrailVerdict {
  readonly whole: boolean;
  readonly sentence: string;
}

export function verdictOf({ sentence, entries, head, anchoredFrom }: Checked): TrailVerdict {
  if (sentence !== null) return { whole: false, sentence: sentence.en };
  const note =
    anchoredFrom === null
      ? ""
      : ` Its anchors begin anew at entry ${anchoredFrom}: what may have been cut off just before that, nobody can tell.`;
  return { whole: true, sentence: `The trail is whole: ${entries} entries, head ${head}.${note}` };
}

/** A head as the log has it, `SEQ:HASH`; null when it is none. */
export function namedHead(text: string): Mark | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash, atMs: null };
}
