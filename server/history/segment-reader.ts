import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { readBlocks, type Chunk } from "./segment-blocks.ts";
import { readHeader, type SegmentHeader } from "./segment-header.ts";
import { segmentsAmong, type SegmentName } from "./segment-names.ts";

const inflate = promisify(inflateRaw);

export interface Segment {
  readonly header: SegmentHeader;
  readonly chunks: readonly Chunk[];
}

/**
 * Null when it is gone, damaged from its beginning, or tells of nothing yet.
 * @param known its header, for whoever has read it before: one of a large community takes as long to read as its frames.
 */
export async function openSegment(path: string, known?: SegmentHeader): Promise<Segment | null> {
  const blocks = await blocksOf(path);
  if (blocks === null) return null;
  const { header, chunks } = blocks;
  return { header: known ?? readHeader((await inflate(header)).toString()), chunks };
}

async function blocksOf(
  path: string,
): Promise<{ readonly header: Uint8Array; readonly chunks: readonly Chunk[] } | null> {
  try {
    const { header, chunks } = readBlocks(await readFile(path));
    return header === null || chunks.length === 0 ? null : { header, chunks };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** The segments of a folder as they are now, in order of recording; how far the one being written reaches is looked up. */
export async function segmentsIn(folder: string): Promise<SegmentName[]> {
  const files = await readdir(folder).catch(() => []);
  const segments: SegmentName[] = [];
  for (const name of segmentsAmong(files)) {
    if (name.ended !== null) segments.push(name);
    else {
      const last = (await blocksOf(join(folder, name.file)))?.chunks.at(-1);
      if (last) segments.push({ ...name, ended: { untilMs: last.untilMs, wallMs: Number.NaN } });
    }
  }
  return segments;
}

/** The frames of a segment, chunk by chunk, from the last KEY at or before a moment on. */
export async function* chunksFrom(
  { chunks }: Segment,
  fromMs: number,
): AsyncGenerator<{ readonly chunk: Chunk; readonly frames: Uint8Array }> {
  const first = chunks.findLastIndex((chunk) => chunk.hasKey && chunk.fromMs <= fromMs);
  for (const chunk of chunks.slice(Math.max(0, first)))
    yield { chunk, frames: await inflate(chunk.deflated) };
}
