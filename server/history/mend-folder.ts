import { mkdir, open, readdir, readFile, rename, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { readBlocks } from "./segment-blocks.ts";
import { keptName, segmentsAmong, type SegmentName } from "./segment-names.ts";
import { syncFolder } from "./sync-folder.ts";

/**
 * Makes a series' folder ready to be written to: what a crash left half written is cut off where it is torn.
 * @returns the number of the next segment.
 */
export async function mendFolder(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const segments = segmentsAmong(await readdir(folder));
  for (const segment of segments) if (segment.ended === null) await mend(folder, segment);
  await syncFolder(folder);
  return (segments.at(-1)?.seq ?? 0) + 1;
}

async function mend(folder: string, { file, seq, fromMs }: SegmentName): Promise<void> {
  const path = join(folder, file);
  const wallMs = Math.round((await stat(path)).mtimeMs);
  const { chunks, soundBytes } = readBlocks(await readFile(path));
  const last = chunks.at(-1);
  if (last === undefined) return unlink(path);
  const handle = await open(path, "r+");
  try {
    await handle.truncate(soundBytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(path, join(folder, keptName(seq, fromMs, Math.round(last.untilMs), wallMs)));
}
