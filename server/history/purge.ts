import { readdir, rmdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import { visibilities, type Visibility } from "../../models/device/kind.ts";
import { mendFolder } from "./mend-folder.ts";
import { segmentsAmong, type SegmentName } from "./segment-names.ts";
import { syncFolder } from "./sync-folder.ts";

/** For how long each visibility is kept, in wall time. */
export type Keeping = Readonly<Record<Visibility, number>>;

/**
 * Removes what has been kept long enough, of every community whose history lies in the folder.
 * @returns how many segments went.
 */
export async function purge(root: string, keepMs: Keeping, wallNowMs: number): Promise<number> {
  let removed = 0;
  for (const community of await namesIn(root)) {
    for (const visibility of visibilities) {
      const folder = join(root, community, visibility);
      const due = outdated(segmentsAmong(await namesIn(folder)), wallNowMs - keepMs[visibility], wallNowMs);
      for (const { file } of due) await unlink(join(folder, file));
      if (due.length > 0) await syncFolder(folder);
      removed += due.length;
      // Only one that is empty goes.
      if (keepMs[visibility] === 0) await rmdir(folder).catch(() => undefined);
    }
  }
  return removed;
}

/** Those that ended before a moment. An end that lies in the future was a wrong clock's: then the next one's counts. */
function outdated(segments: readonly SegmentName[], beforeMs: number, wallNowMs: number): SegmentName[] {
  let nextMs = wallNowMs;
  return segments.toReversed().filter(({ ended }) => {
    if (ended === null) return false;
    if (ended.wallMs <= wallNowMs) nextMs = ended.wallMs;
    return nextMs <= beforeMs;
  });
}

/** Mends what crashes left behind, of every community; must be done before anything is recorded. */
export async function mendAll(root: string): Promise<void> {
  for (const community of await namesIn(root)) {
    for (const visibility of await namesIn(join(root, community)))
      await mendFolder(join(root, community, visibility));
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
