import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { days } from "../../../models/quantity.ts";
import { AnchorFile } from "../../../server/audit/anchor-file.ts";
import type { TestClock } from "../access/door.ts";
import { WrittenTrail } from "./written-trail.ts";

let folder = "";
let anchorsAt = "";
const troubles: (Error | null)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-audit-"));
  anchorsAt = join(folder, "audit-anchors.jsonl");
  troubles.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = async (clock?: TestClock): Promise<WrittenTrail> => {
  const anchors = new AnchorFile(anchorsAt, {
    nowMs: () => trailClock?.nowMs ?? 0,
    onTrouble: (trouble) => void troubles.push(trouble),
  });
  const trail = await WrittenTrail.open(join(folder, "courtyard.db"), anchors, clock);
  trailClock = trail.clock;
  await trail.audit.begin();
  return trail;
};
let trailClock: TestClock | undefined;
const close = async ({ audit, store }: WrittenTrail): Promise<void> => {
  await audit.close();
  await store.close();
};
const anchorLines = (): string[] => readFileSync(anchorsAt, "utf8").trim().split("\n");

describe("an act", () => {
  it("AU2 is done in the transaction of its entry, and not without it", async () => {
    const trail = await open();
    const { store, audit } = trail;
    const entry = { act: "link-made", who: "test", subject: "x", detail: {} } as const;
    const done = await audit.before(entry, async (tx) => {
      await tx
        .insertInto("value_journal")
        .values({ community: "c", data: new Uint8Array(1) })
        .execute();
      return "done";
    });
    expect(done).toBe("done");
    await expect(audit.before(entry, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await trail.rows()).map(({ seq }) => seq)).toEqual([1]);
    await sql`create trigger full before insert on trail begin select raise(abort, 'full'); end`.execute(
      store.db,
    );
    let acted = false;
    const refused = audit.before(entry, () => {
      acted = true;
      return Promise.resolve();
    });
    await expect(refused).rejects.toThrow("full");
    expect(acted).toBe(false);
    await close(trail);
  });
});

describe("the database", () => {
  it("AU3 refuses to change, remove, replace or put in between", async () => {
    const trail = await open();
    await trail.write({}, {}, {});
    const { db } = trail.store;
    const [first] = await trail.rows();
    const refused = [
      sql`update trail set who = 'x' where seq = 2`,
      sql`delete from trail where seq = 2`,
      sql`delete from trail`,
      sql`insert or replace into trail select * from trail where seq = 1`,
      sql`insert into trail select 9, at_ms, community_at_ms, act, who, subject, detail, previous, hash from trail where seq = 1`,
      sql`insert into trail select 0, at_ms, community_at_ms, act, who, subject, detail, previous, hash from trail where seq = 1`,
      sql`update trail_base set seq = 2`,
      sql`delete from trail_base`,
      sql`insert into trail_base (seq, hash) values (2, ${first!.hash})`,
    ];
    for (const each of refused) await expect(each.execute(db)).rejects.toThrow(/the trail/);
    expect(await trail.rows()).toHaveLength(3);
    expect((await trail.audit.check()).finding).toBeNull();
    await close(trail);
  });
});

describe("the end of the trail", () => {
  it("AU5 is missed when it was cut off, also after the next start has written on", async () => {
    const before = await open();
    await before.write({}, {}, {});
    await before.audit.close();
    await before.disarm();
    await before.store.db.deleteFrom("trail").where("seq", ">", 1).execute();
    expect((await before.audit.check()).finding).toEqual({ what: "end-missing", from: 2, to: 3 });
    await before.store.close();
    before.clock.nowMs += 1;
    const after = await open(before.clock);
    await after.write({}, {}, {}, {});
    const { finding, sentence } = await after.audit.check();
    expect(finding).toMatchObject({ what: "rewritten", seq: 3 });
    expect(sentence?.en).toContain("up to entry 3");
    await close(after);
  });

  it("AU5 says so when the anchors are gone, and the next start writes it down for ever", async () => {
    const before = await open();
    await before.write({}, {});
    await before.audit.close();
    rmSync(anchorsAt);
    expect((await before.audit.check()).finding).toEqual({ what: "no-anchors" });
    writeFileSync(anchorsAt, "not an anchor\n");
    expect((await before.audit.check()).finding).toEqual({ what: "no-anchors" });
    await before.store.close();
    const after = await open(before.clock);
    const checked = await after.audit.check();
    expect([checked.finding, checked.anchoredFrom]).toEqual([null, 3]);
    expect((await after.audit.read(null, 1))[0]?.act).toBe("anchors-begun");
    await close(after);
  });

  it("AU5 has an anchor for each day and each run, the last at its head", async () => {
    const first = await open();
    await first.write({}, {});
    await first.audit.check();
    first.clock.nowMs += 1 * days;
    await first.write({});
    await close(first);
    expect(anchorLines().map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([2, 3]);
    const second = await open(first.clock);
    await second.write({}, {});
    await close(second);
    expect(anchorLines().map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual([2, 3, 5]);
    expect(troubles.every((trouble) => trouble === null)).toBe(true);
  });

  it("AU5 goes on when the anchors cannot be written, and says so", async () => {
    const trail = await open();
    rmSync(folder, { recursive: true, force: true });
    await trail.write({});
    await trail.audit.close();
    expect(troubles.at(-1)).toBeInstanceOf(Error);
    expect(await trail.rows()).toHaveLength(1);
    await trail.store.close();
  });

  it("AU6 stands in the log at the start, when it moved, and at the end", async () => {
    const trail = await open();
    await trail.write({});
    await trail.audit.mark();
    await trail.audit.mark();
    await trail.write({});
    await close(trail);
    const again = await open(trail.clock);
    const heads = [...trail.log, ...again.log];
    expect(heads.map((line) => /^audit head (\d+):[0-9a-f]{64}$/.exec(line)?.[1])).toEqual(["1", "2", "2"]);
    await close(again);
  });
});

describe("what has been kept long enough", () => {
  it("AU8 goes two days at a time, with an entry that says up to where, and the rest is whole", async () => {
    const trail = await open();
    for (let day = 0; day < 10; day += 1) {
      await trail.write({ subject: `day ${day}` });
      trail.clock.nowMs += 1 * days;
    }
    trail.clock.nowMs += 396 * days;
    await trail.audit.shorten();
    const subjects = async (): Promise<string[]> => (await trail.rows()).map(({ subject }) => subject);
    expect(await subjects()).toEqual([...[2, 3, 4, 5, 6, 7, 8, 9].map((day) => `day ${day}`), "trail"]);
    expect((await trail.audit.check()).finding).toBeNull();
    for (let time = 0; time < 9; time += 1) await trail.audit.shorten();
    expect((await subjects())[0]).toBe("day 6");
    expect((await trail.audit.check()).finding).toBeNull();
    await trail.disarm();
    const rows = await trail.rows();
    await trail.replaceRows(rows.slice(1));
    const { seq, hash } = rows[0]!;
    await trail.store.db.updateTable("trail_base").set({ seq, hash }).execute();
    expect((await trail.audit.check()).finding).toEqual({ what: "beginning", seq: seq + 1 });
    await close(trail);
  });
});

describe("a trail of before there was a chain", () => {
  it("AU12 is chained as it stands", async () => {
    const trail = await open();
    const { db, installation } = trail.store;
    await sql`drop table trail`.execute(db);
    await sql`drop table trail_base`.execute(db);
    await sql`create table trail (seq integer primary key autoincrement, at_ms integer not null,
      community_at_ms integer not null, act text not null, who text not null, subject text not null,
      detail text not null)`.execute(db);
    for (const who of ["a", "b", "c"])
      await sql`insert into trail (at_ms, community_at_ms, act, who, subject, detail)
        values (1, 2.5, 'link-made', ${who}, '楼', '{}')`.execute(db);
    await sql`delete from trail where who = 'a'`.execute(db);
    await sql`delete from kysely_migration where name = '0002-audit-chain'`.execute(db);
    await trail.store.close();
    const after = await open(trail.clock);
    expect(after.store.installation).toBe(installation);
    expect((await after.rows()).map(({ seq, who }) => [seq, who])).toEqual([
      [1, "b"],
      [2, "c"],
      [3, "server"],
    ]);
    await after.write({});
    const { finding, entries } = await after.audit.check();
    expect([finding, entries]).toEqual([null, 4]);
    await close(after);
  });
});
