import { open, readdir, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { TrailEntry } from "../audit/entry.ts";
import { ArchiveWriter } from "./archive.ts";
import { BackupRefused } from "./backup-refused.ts";

/** What the trail has of it. */
export const backupMade: TrailEntry = { act: "backup-made", who: "console", subject: "data", detail: {} };

export interface BackupPlan {
  readonly folder: string;
  readonly to: string;
  /** Name of the database in the folder. */
  readonly database: string;
  /** Files and folders beside it that must last too. */
  readonly beside: readonly string[];
  /** Puts a copy of the database, as of one moment, where it is told. */
  readonly copyDatabase: (file: string) => Promise<void>;
}

export interface BackupMade {
  readonly files: number;
  readonly bytes: number;
}

/** Writes all that must last into one file, which is there whole or not at all. @throws BackupRefused */
export async function makeBackup(plan: BackupPlan): Promise<BackupMade> {
  const { to } = plan;
  const [part, copy] = [`${to}.part`, `${to}.database`];
  if (await isThere(to)) throw new BackupRefused(`${to} is there already; name a file that is not.`);
  try {
    const made = await writeAll(plan, part, copy);
    await rename(part, to);
    return made;
  } finally {
    await rm(part, { force: true });
    await rm(copy, { force: true });
  }
}

async function writeAll(plan: BackupPlan, part: string, copy: string): Promise<BackupMade> {
  const { folder, database, beside, copyDatabase } = plan;
  const out = await open(part, "wx", 0o600).catch((error: unknown) => {
    throw new BackupRefused(`${plan.to} cannot be written: ${String(error)}; name another place.`);
  });
  try {
    const archive = await ArchiveWriter.begin(out);
    // What lies beside may tell of the database, as anchors do of its trail: so it is never the newer one.
    for (const each of beside) await addAll(archive, folder, each);
    await copyDatabase(copy);
    await addOne(archive, database, await open(copy, "r"));
    await archive.end();
    return { files: archive.files, bytes: archive.bytes };
  } finally {
    await out.close();
  }
}

/** A file, or all files of a folder and its folders; what is removed meanwhile is left out. */
async function addAll(archive: ArchiveWriter, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) {
    for (const each of (await readdir(path)).toSorted()) await addAll(archive, folder, `${name}/${each}`);
  } else if (found?.isFile()) {
    const handle = await open(path, "r").catch(() => null);
    if (handle !== null) await addOne(archive, name, handle);
  }
}

async function addOne(archive: ArchiveWriter, name: string, handle: FileHandle): Promise<void> {
  try {
    await archive.add(name, handle);
  } finally {
    await handle.close();
  }
}

const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
