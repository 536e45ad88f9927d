import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { communityId } from "../../../models/ids.ts";
import { dropFromTray, keepTrayRows, waitingRows, type TrayRow } from "../../../server/ingest/tray-store.ts";
import { openStore, type Store } from "../../../server/store/open-store.ts";

const [here, elsewhere] = [communityId("demo"), communityId("other")];
let folder = "";
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "courtyard-tray-"));
  store = await openStore(join(folder, "kept.db"), { nowMs: () => 1, onTrouble: () => undefined });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const row = (device: string, property: string, more: Partial<TrayRow> = {}): TrayRow => ({
  ...{ device, property, why: "unknown-device", firstMs: 10, lastMs: 20, atMs: 15, count: 1 },
  ...{ topic: "t", shape: "number", payload: "4", ...more },
});
const names = (rows: readonly { device: string; property: string }[]) =>
  rows.map(({ device, property }) => `${device}/${property}`);

it("rows of devices are read in their order, some at a time, with the time they were measured", async () => {
  await keepTrayRows(store.db, here, [row("b", "p"), row("a", "q"), row("a", "p"), row("c", "p")]);
  await keepTrayRows(store.db, elsewhere, [row("a", "far")]);
  const first = await waitingRows(store.db, here, ["a", "b"], null, 2);
  expect(names(first)).toEqual(["a/p", "a/q"]);
  expect(first[0]).toEqual({ device: "a", property: "p", lastMs: 20, atMs: 15, count: 1, payload: "4" });
  expect(names(await waitingRows(store.db, here, ["a", "b"], first[1] ?? null, 2))).toEqual(["b/p"]);
});

it("rows leave as they were read: what was written since stays, and waits for being of no point", async () => {
  await keepTrayRows(store.db, here, [row("a", "p"), row("a", "q"), row("b", "p")]);
  const read = await waitingRows(store.db, here, ["a", "b"], null, 10);
  await keepTrayRows(store.db, here, [row("a", "q", { lastMs: 20, payload: "5" })]);
  await dropFromTray(store.db, here, ["a"], read.slice(0, 2));
  expect(names(await waitingRows(store.db, here, ["a", "b"], null, 10))).toEqual(["a/q", "b/p"]);
  const reasons = await store.db.selectFrom("tray").select(["device", "reason"]).execute();
  expect(reasons).toEqual([
    { device: "a", reason: "unknown-property" },
    { device: "b", reason: "unknown-device" },
  ]);
});
