import { mkdir, mkdtemp, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unpackArchive } from "./archive.ts";
import { BackupRefused } from "./backup-refused.ts";

export interface RestorePlan {
  readonly file: string;
  readonly folder: string;
  /** Makes the unpacked folder another run's, before it is put in place. */
  readonly beginAnew: (folder: string) => Promise<void>;
}

/**
 * Unpacks beside the folder, checks every byte, and only then puts it in place.
 * @returns how many files. @throws BackupRefused; nothing is left behind then.
 */
export async function restoreBackup({ file, folder, beginAnew }: RestorePlan): Promise<number> {
  if ((await stat(file).catch(() => null)) === null)
    throw new BackupRefused(`${file} is not there; name a backup that npm run backup made.`);
  const before = await readdir(folder).catch(() => null);
  if (before !== null && before.length > 0) {
    throw new BackupRefused(
      `${folder} is in use or holds something; stop its server and move it away, or name another folder with --data.`,
    );
  }
  await mkdir(dirname(folder), { recursive: true });
  const aside = await mkdtemp(`${folder}.restoring-`);
  try {
    const files = await unpackArchive(file, async (name) => {
      const path = join(aside, ...name.split("/"));
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      return open(path, "wx", 0o600);
    });
    await beginAnew(aside);
    if (before !== null) await rmdir(folder);
    await rename(aside, folder);
    return files;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
