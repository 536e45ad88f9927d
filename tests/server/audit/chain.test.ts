import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hexOf, sealOf } from "../../../server/audit/chain.ts";
import { sentenceOf } from "../../../server/audit/finding.ts";
import { baseOf } from "../../../server/audit/trail-store.ts";
import { verifyTrail, type Mark, type Verified } from "../../../server/audit/verify-trail.ts";
import type { TrailTable } from "../../../server/store/tables.ts";
import { WrittenTrail } from "./written-trail.ts";

let trail: WrittenTrail;
let rows: readonly TrailTable[];
let marks: readonly Mark[];

beforeAll(async () => {
  trail = await WrittenTrail.open();
  const words = ["", "B-5", "京", '"],[', "1\n2", "\u{1F510}"];
  for (let n = 0; n < 12; n += 1) {
    trail.clock.nowMs += n * 1000;
    const [who = "", subject = ""] = [words[n % 6], words[(n * 5) % 6]];
    await trail.write({ who, subject, detail: n % 3 === 0 ? {} : { [`k${n}`]: who, z: subject } });
  }
  rows = await trail.rows();
  await trail.disarm();
  const last = rows.at(-1)!;
  marks = [{ seq: last.seq, hash: hexOf(last.hash), atMs: trail.clock.nowMs }];
});
afterAll(() => trail.store.close());

/** What is found when the rows are these. */
async function foundIn(changed: readonly TrailTable[]): Promise<Verified> {
  await trail.replaceRows(changed);
  return verifyTrail(trail.store.db, trail.store.installation, marks);
}

const at = fc.integer({ min: 0, max: 11 });
const otherText = fc.string({ minLength: 1, maxLength: 8 });
const otherHash = fc.uint8Array({ minLength: 0, maxLength: 40 });
const field = fc.oneof(
  fc.record({ at_ms: fc.integer({ min: 0, max: 2 ** 45 }) }),
  fc.record({ community_at_ms: fc.integer({ min: 0, max: 2 ** 45 }) }),
  fc.record({ act: otherText }),
  fc.record({ who: otherText }),
  fc.record({ subject: otherText }),
  fc.record({ detail: otherText }),
  fc.record({ previous: otherHash }),
  fc.record({ hash: otherHash }),
);
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** As somebody does who knows how seals are made. */
const resealed = (row: TrailTable): TrailTable => ({
  ...row,
  hash: new Uint8Array(sealOf(row, row.previous)),
});

describe("a trail as it was written", () => {
  it("AU1 is whole, numbered from one without gaps, each entry sealed with the one before", async () => {
    expect((await foundIn(rows)).finding).toBeNull();
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, n) => n + 1));
    for (const [n, row] of rows.entries()) {
      expect(row.hash).toEqual(new Uint8Array(sealOf(row, row.previous)));
      if (n > 0) expect(row.previous).toEqual(rows[n - 1]!.hash);
    }
  });

  it("AU1 does not go on in another installation", async () => {
    await trail.replaceRows(rows);
    const elsewhere = await verifyTrail(trail.store.db, "00000000", marks);
    expect(elsewhere.finding).toEqual({ what: "beginning", seq: 1 });
  });
});

describe("a trail of which one thing was changed", () => {
  it("AU4 names the entry of which anything was changed", async () => {
    await fc.assert(
      fc.asyncProperty(at, field, async (n, change) => {
        const changed = { ...rows[n]!, ...change };
        fc.pre(!same(changed, rows[n]));
        const { finding } = await foundIn(rows.with(n, changed));
        expect(finding).toEqual({ what: "changed", seq: n + 1 });
        expect(sentenceOf(finding!).en).toContain(`Entry ${n + 1} `);
      }),
    );
  });

  it("AU4 finds a change that was sealed anew", async () => {
    await fc.assert(
      fc.asyncProperty(at, field, async (n, change) => {
        const changed = resealed({ ...rows[n]!, ...change });
        fc.pre(!same(changed, rows[n]));
        const { finding } = await foundIn(rows.with(n, changed));
        expect(finding).not.toBeNull();
        if (!("previous" in change))
          expect(finding).toMatchObject({ what: n === 11 ? "rewritten" : "replaced", seq: n + 1 });
      }),
    );
  });

  it("AU4 AU5 names the entries that were removed, from the middle and from the end", async () => {
    await fc.assert(
      fc.asyncProperty(at, fc.integer({ min: 1, max: 12 }), async (n, count) => {
        const left = rows.toSpliced(n, count);
        const [from, to] = [n + 1, Math.min(12, n + count)];
        const what = to === 12 ? "end-missing" : "missing";
        const { finding } = await foundIn(left);
        expect(finding).toEqual({ what, from, to });
        expect(sentenceOf(finding!).en).toContain(String(from));
      }),
    );
  });

  it("AU4 finds a removal after which the rest was numbered anew", async () => {
    await fc.assert(
      fc.asyncProperty(at, async (n) => {
        const left = rows.toSpliced(n, 1).map((row, k) => ({ ...row, seq: k + 1 }));
        const { finding } = await foundIn(left);
        expect(finding).toEqual(
          n === 11
            ? { what: "end-missing", from: 12, to: 12 }
            : { what: "moved", seq: n + 1, writtenAs: n + 2 },
        );
      }),
    );
  });

  it("AU4 names the first of two entries that were exchanged, and its own number", async () => {
    await fc.assert(
      fc.asyncProperty(at, at, async (one, other) => {
        fc.pre(one < other);
        const [first, second] = [rows[one]!, rows[other]!];
        const exchanged = rows
          .with(one, { ...second, seq: first.seq })
          .with(other, { ...first, seq: second.seq });
        const { finding } = await foundIn(exchanged);
        expect(finding).toEqual({ what: "moved", seq: one + 1, writtenAs: other + 1 });
      }),
    );
  });

  it("AU4 finds an entry that was put in between, however well it is sealed", async () => {
    await fc.assert(
      fc.asyncProperty(at, otherText, async (n, who) => {
        const { hash: previous } = n === 0 ? await baseOf(trail.store.db) : rows[n - 1]!;
        const forged = resealed({ ...rows[n]!, who, previous });
        fc.pre(!same(forged, rows[n]));
        const after = rows.slice(n).map((row) => ({ ...row, seq: row.seq + 1 }));
        const { finding } = await foundIn([...rows.slice(0, n), forged, ...after]);
        expect(finding).toMatchObject(
          n === 11 ? { what: "rewritten", seq: 12 } : { what: "moved", seq: n + 2, writtenAs: n + 1 },
        );
      }),
    );
  });

  it("AU4 finds a beginning that was moved", async () => {
    await trail.replaceRows(rows);
    const { db, installation } = trail.store;
    const genuine = await baseOf(db);
    for (const base of [
      { seq: 3, hash: genuine.hash },
      { seq: 0, hash: new Uint8Array(32) },
      { seq: 3, hash: rows[2]!.hash },
    ]) {
      await db.updateTable("trail_base").set(base).execute();
      expect((await verifyTrail(db, installation, marks)).finding).toEqual({ what: "beginning", seq: 1 });
      await trail.replaceRows(rows.slice(3));
      expect((await verifyTrail(db, installation, marks)).finding).not.toBeNull();
      await trail.replaceRows(rows);
    }
    await db.updateTable("trail_base").set(genuine).execute();
  });

  it("AU6 finds by a head from the log what was rewritten as a whole", async () => {
    const rewritten: TrailTable[] = [];
    for (const row of rows) {
      const previous = rewritten.at(-1)?.hash ?? row.previous;
      rewritten.push(resealed({ ...row, who: "somebody else", previous }));
    }
    await trail.replaceRows(rewritten);
    const { db, installation } = trail.store;
    expect((await verifyTrail(db, installation, [])).finding).toBeNull();
    const named = { ...marks[0]!, atMs: null };
    expect((await verifyTrail(db, installation, [named])).finding).toMatchObject({
      what: "rewritten",
      seq: 12,
    });
  });
});
