import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BackupRefused } from "../../../server/backup/backup-refused.ts";
import { makeBackup } from "../../../server/backup/make-backup.ts";
import { restoreBackup } from "../../../server/backup/restore-backup.ts";

const root = mkdtempSync(join(tmpdir(), "courtyard-backup-"));
const [data, file] = [join(root, "data"), join(root, "one.backup")];
let made = 0;

beforeAll(async () => {
  mkdirSync(join(data, "history", "demo", "public"), { recursive: true });
  writeFileSync(join(data, "anchors"), "first\nsecond\n");
  writeFileSync(join(data, "history", "demo", "public", "1.kept"), Buffer.alloc(300, 7));
  writeFileSync(join(data, "history", "demo", "public", "2.live"), "");
  await backUp(file);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const backUp = (to: string) =>
  makeBackup({
    folder: data,
    to,
    database: "a.db",
    beside: ["anchors", "history", "gone"],
    copyDatabase: (copy) => Promise.resolve(writeFileSync(copy, "the database")),
  });
const restore = async (from: string, folder = join(root, `restored-${made++}`)): Promise<string> => {
  await restoreBackup({ file: from, folder, beginAnew: () => Promise.resolve() });
  return folder;
};
const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );

describe("a backup", () => {
  it("BA1 is restored as it was, and leaves nothing else behind", async () => {
    const restored = filesIn(await restore(file));
    expect(restored).toEqual({ ...filesIn(data), "a.db": "the database" });
    expect(readdirSync(root).filter((name) => /part|database|restoring/.test(name))).toEqual([]);
  });

  it("BA2 with one byte changed, cut off or added is refused, and nothing is put in place", async () => {
    const whole = readFileSync(file);
    const change = fc.oneof(
      fc
        .tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }))
        .map(([at, by]) => whole.map((byte, n) => (n === at ? byte ^ by : byte))),
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 40 }).map((more) => Buffer.concat([whole, more])),
    );
    const damaged = join(root, "damaged.backup");
    await fc.assert(
      fc.asyncProperty(change, async (bytes) => {
        writeFileSync(damaged, bytes);
        const folder = join(root, "never");
        await expect(restore(damaged, folder)).rejects.toThrow(BackupRefused);
        expect(existsSync(folder)).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(root).filter((name) => name.includes("restoring"))).toEqual([]);
  });

  it("BA3 replaces no file, and is restored into no folder that holds anything", async () => {
    await expect(backUp(file)).rejects.toThrow("is there already");
    await expect(restore(file, data)).rejects.toThrow("is in use or holds something");
    await expect(restore(join(root, "nowhere"))).rejects.toThrow("is not there");
    const empty = join(root, "empty");
    mkdirSync(empty);
    expect(Object.keys(filesIn(await restore(file, empty)))).toContain("a.db");
  });

  it("BA3 that fails half-way is not there at all", async () => {
    const to = join(root, "half.backup");
    const failing = makeBackup({
      folder: data,
      to,
      database: "a.db",
      beside: ["history"],
      copyDatabase: () => Promise.reject(new Error("the store is away")),
    });
    await expect(failing).rejects.toThrow("the store is away");
    expect(readdirSync(root).filter((name) => name.startsWith("half"))).toEqual([]);
  });
});
