import type { Database } from "../store/open-store.ts";
import type { TrailTable } from "../store/tables.ts";
import { genesisOf, hexOf, isSame, sealOf, type Head } from "./chain.ts";
import type { Finding } from "./finding.ts";
import { baseOf, rowsAfter, shortenedDetail } from "./trail-store.ts";

/** A place the chain is known to have been at; `atMs` is wall time, null for one somebody names. */
export interface Mark {
  readonly seq: number;
  readonly hash: string;
  readonly atMs: number | null;
}

export interface Verified {
  readonly finding: Finding | null;
  readonly entries: number;
  readonly head: Head;
  /** The last entry before which there were no anchors, so that its end could have been cut off unseen. */
  readonly anchoredFrom: number | null;
}

const pageLength = 500;
/** How far an entry that is out of order is looked for. */
const farthestMove = 1000;

/** Goes over the whole trail, from its beginning; ends at the first thing that is wrong. */
export async function verifyTrail(
  db: Database,
  installation: string,
  marks: readonly Mark[],
): Promise<Verified> {
  const base = await baseOf(db);
  const walk = new Walk(base, marks);
  for (let after: number | null = null; ; ) {
    // oxlint-disable-next-line no-await-in-loop
    const rows: readonly TrailTable[] = await rowsAfter(db, after, pageLength);
    for (const row of rows) {
      const finding = walk.step(row);
      if (finding !== null) return walk.result(finding);
    }
    after = rows.at(-1)?.seq ?? after;
    if (rows.length < pageLength) break;
  }
  const isFirst = base.seq === 0 && isSame(base.hash, genesisOf(installation));
  if (!isFirst && !walk.tellsOf(base)) return walk.result({ what: "beginning", seq: base.seq + 1 });
  return walk.result(walk.end());
}

/** The way from one entry to the next. */
class Walk {
  readonly #marks: ReadonlyMap<number, readonly Mark[]>;
  readonly #farthest: Mark | null;
  #at: Head;
  #entries = 0;
  readonly #shortened = new Set<string>();
  #anchoredFrom: number | null = null;

  constructor(base: Head, marks: readonly Mark[]) {
    this.#at = base;
    const bySeq = new Map<number, Mark[]>();
    for (const mark of marks) bySeq.set(mark.seq, [...(bySeq.get(mark.seq) ?? []), mark]);
    this.#marks = bySeq;
    this.#farthest = marks.reduce<Mark | null>(
      (far, mark) => (far && far.seq >= mark.seq ? far : mark),
      null,
    );
  }

  step(row: TrailTable): Finding | null {
    if (!isSealed(row)) {
      const writtenAs = placeOf(row);
      return writtenAs === null
        ? { what: "changed", seq: row.seq }
        : { what: "moved", seq: row.seq, writtenAs };
    }
    const expected = this.#at.seq + 1;
    if (row.seq > expected) return { what: "missing", from: expected, to: row.seq - 1 };
    const follows = row.seq === expected && isSame(row.previous, this.#at.hash);
    if (!follows && this.#entries === 0) return { what: "beginning", seq: row.seq };
    if (!follows) return { what: "replaced", seq: this.#at.seq };
    const rewritten = this.#marks.get(row.seq)?.find(({ hash }) => hash !== hexOf(row.hash));
    if (rewritten !== undefined) return { what: "rewritten", seq: row.seq, markedAtMs: rewritten.atMs };
    if (row.act === "trail-shortened") this.#shortened.add(row.detail);
    if (row.act === "anchors-begun") this.#anchoredFrom = row.seq;
    this.#at = row;
    this.#entries += 1;
    return null;
  }

  /** Whether an entry says that the trail was shortened to here. */
  tellsOf(base: Head): boolean {
    return this.#shortened.has(JSON.stringify(shortenedDetail(base)));
  }

  end(): Finding | null {
    const farthest = this.#farthest?.seq ?? 0;
    return farthest > this.#at.seq ? { what: "end-missing", from: this.#at.seq + 1, to: farthest } : null;
  }

  result(finding: Finding | null): Verified {
    const { seq, hash } = this.#at;
    return { finding, entries: this.#entries, head: { seq, hash }, anchoredFrom: this.#anchoredFrom };
  }
}

const isSealed = (row: TrailTable): boolean => isSame(sealOf(row, row.previous), row.hash);

/** The number an entry was sealed under, where it is another one. */
function placeOf(row: TrailTable): number | null {
  for (let far = 1; far <= farthestMove; far += 1) {
    for (const seq of [row.seq - far, row.seq + far]) if (seq > 0 && isSealed({ ...row, seq })) return seq;
  }
  return null;
}
