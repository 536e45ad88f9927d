import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { goodQuality, qualityOf, reasonOf } from "../../../models/device/reading.ts";
import { readDescription } from "../../../models/device/description.ts";
import { communityId, deviceId, type PointId } from "../../../models/ids.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";
import { Twin } from "../../../server/twin/twin.ts";
import { ValueKeeper } from "../../../server/twin/value-keeper.ts";
import { pointsPerPage, ValuePages } from "../../../server/twin/value-pages.ts";

const community = communityId("small");
const startMs = Date.UTC(2026, 10, 23, 8);
let store: Store;
let wallMs = 0;
afterEach(() => store?.close());
const openMemory = async (): Promise<void> => {
  store = await openStore(":memory:", { nowMs: () => wallMs, onTrouble: () => undefined });
};

/** A twin of so many meters, each with the catalogue's points. */
function twinOf(meters: number): Twin {
  const twin = new Twin({ limitsOf: () => [], localHour: () => 12 });
  for (let n = 0; n < meters; n += 1) {
    const read = readDescription(deviceId(`meter-${n}`), { kind: "elec_meter" }, () => null);
    if (read.ok) twin.addDevice(read.device);
  }
  return twin;
}
const keeperOf = (twin: Twin, isDrained = () => true): ValueKeeper =>
  new ValueKeeper({ twin, db: store.db, community, isDrained });
const recalled = async (twin: Twin): Promise<Map<PointId, number>> =>
  new Map([...(await keeperOf(twin).load())].map(({ point, value }) => [point, value]));
/** Journal rows and pages on the disk. */
const rows = async (): Promise<[number, number]> => [
  (await store.db.selectFrom("value_journal").select("seq").execute()).length,
  (await store.db.selectFrom("value_page").select("page").execute()).length,
];

describe("last values", () => {
  it("TW9 come back in the next run as stale and restored, with their own time", async () => {
    await openMemory();
    const before = twinOf(2);
    const keeper = keeperOf(before);
    await keeper.load();
    before.report(1, 230.5, goodQuality, startMs, startMs);
    keeper.touch(1);
    await keeper.flush();
    const after = twinOf(2);
    for (const { point, value, atMs } of await keeperOf(after).load())
      after.restore(point, value, atMs, atMs);
    const { values, qualities, timesMs } = after.state;
    expect([values[1], timesMs[1]]).toEqual([230.5, startMs]);
    expect([qualityOf(qualities[1] ?? 0), reasonOf(qualities[1] ?? 0)]).toEqual(["stale", "restored"]);
    expect(qualityOf(qualities[0] ?? 0)).toBe("missing");
  });

  it("are written only when they changed", async () => {
    await openMemory();
    const twin = twinOf(1);
    const keeper = keeperOf(twin);
    await keeper.load();
    twin.report(0, 5, goodQuality, startMs, startMs);
    keeper.touch(0);
    await keeper.flush();
    await keeper.flush();
    keeper.touch(0);
    await keeper.flush();
    expect(await rows()).toEqual([1, 1]);
  });

  it("are on the disk when somebody who waited for them is told", async () => {
    await openMemory();
    const twin = twinOf(1);
    const keeper = keeperOf(twin);
    await keeper.load();
    twin.report(0, 5, goodQuality, startMs, startMs);
    keeper.touch(0);
    await keeper.settled();
    expect([...(await recalled(twinOf(1))).values()]).toEqual([5]);
  });

  it("keep who waits waiting until nothing waits outside the twin", async () => {
    await openMemory();
    const twin = twinOf(1);
    let drained = false;
    const keeper = keeperOf(twin, () => drained);
    await keeper.load();
    let told = false;
    const waiting = keeper.settled().then(() => (told = true));
    keeper.writeForWaiting();
    await keeper.flush();
    expect(told).toBe(false);
    drained = true;
    keeper.writeForWaiting();
    await waiting;
    expect(told).toBe(true);
  });

  it("are tried again after a failure, and who waited is told of it", async () => {
    const { mkdtempSync, rmSync } = await import("node:fs");
    const folder = mkdtempSync("/tmp/courtyard-values-");
    store = await openStore(`${folder}/values.db`, { nowMs: () => wallMs, onTrouble: () => undefined });
    const twin = twinOf(1);
    const keeper = keeperOf(twin);
    await keeper.load();
    twin.report(0, 5, goodQuality, startMs, startMs);
    keeper.touch(0);
    await store.killThread();
    await expect(keeper.settled()).rejects.toMatchObject({ name: "StoreError" });
    wallMs += 5000;
    await keeper.flush();
    expect([...(await recalled(twinOf(1))).values()]).toEqual([5]);
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["kept as a journal", 4_194_304, [12, 2]],
    ["folded into the pages again and again", 20_000, [1, 2]],
  ])("of many points, %s, are what the twin held", async (_how, journalBytes, left) => {
    await openMemory();
    const twin = twinOf(300);
    const keeper = new ValueKeeper({ twin, db: store.db, community, isDrained: () => true, journalBytes });
    await keeper.load();
    const expected = new Map<number, number>();
    const points = fc.integer({ min: 0, max: twin.pointCount - 1 });
    const batches = fc.sample(
      fc.array(fc.tuple(points, fc.integer({ min: 0, max: 99 })), { minLength: 400, maxLength: 600 }),
      { numRuns: 12, seed: 7 },
    );
    for (const [step, batch] of batches.entries()) {
      const atMs = startMs + step * 1000;
      for (const [index, value] of batch) {
        if (twin.report(index, value, goodQuality, atMs, atMs) === "late") continue;
        expected.set(index, value);
        keeper.touch(index);
      }
      await keeper.flush();
    }
    expect(await rows()).toEqual(left);
    const again = twinOf(300);
    for (const { point, value, atMs } of await keeperOf(again).load())
      again.restore(point, value, atMs, atMs);
    for (const index of expected.keys()) expect(again.state.values[index]).toBe(twin.state.values[index]);
  });
});

describe("pages of values", () => {
  it("read back what was packed, page by page and change by change", () => {
    const value = fc.tuple(fc.double({ noNaN: true }), fc.integer({ min: 1, max: 2 ** 45 }));
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 50 }),
        fc.array(value, { maxLength: 20 }),
        (first, later) => {
          const pages = new ValuePages();
          for (const [n, [number, atMs]] of first.entries())
            pages.set(pages.add(`d/${n}` as PointId), number, atMs);
          const copy = new ValuePages();
          copy.takePage(pages.page(0));
          const slots = later.map((_, n) => n % first.length);
          for (const [n, [number, atMs]] of later.entries()) pages.set(slots[n] ?? 0, number, atMs);
          copy.takeChanges(pages.packChanges(slots));
          expect([...copy.values()]).toEqual([...pages.values()]);
        },
      ),
    );
  });

  it("refuse bytes that are not theirs", () => {
    const pages = new ValuePages();
    pages.add("d/0" as PointId);
    expect(() => pages.takeChanges(new Uint8Array(19))).toThrow("no whole changes");
    expect(() => pages.takeChanges(new Uint8Array(20).fill(9))).toThrow("slot");
    expect(() => pages.takePage({ page: 3, points: [], data: new Uint8Array(0) })).toThrow("does not fit");
    expect(pointsPerPage).toBe(1024);
  });
});
