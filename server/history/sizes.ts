import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { visibilities, type Visibility } from "../../models/device/kind.ts";
import { segmentsAmong } from "./segment-names.ts";

/** What of one visibility is kept. */
export interface SeriesSize {
  readonly segments: number;
  readonly bytes: number;
  /** Community time of the earliest moment that is told of; null when there is none. */
  readonly earliestMs: number | null;
}

export type HistorySizes = Readonly<Record<Visibility, SeriesSize>>;

export const noSize: SeriesSize = { segments: 0, bytes: 0, earliestMs: null };

/** Looks over the history of a community. */
export async function sizesIn(folder: string): Promise<HistorySizes> {
  const rows = visibilities.map(
    async (visibility) => [visibility, await sizeOf(join(folder, visibility))] as const,
  );
  return Object.fromEntries(await Promise.all(rows)) as Record<Visibility, SeriesSize>;
}

async function sizeOf(folder: string): Promise<SeriesSize> {
  const segments = segmentsAmong(await readdir(folder).catch(() => []));
  let bytes = 0;
  for (const { file } of segments) bytes += (await stat(join(folder, file)).catch(() => ({ size: 0 }))).size;
  const earliestMs = segments.length === 0 ? null : Math.min(...segments.map(({ fromMs }) => fromMs));
  return { segments: segments.length, bytes, earliestMs };
}
