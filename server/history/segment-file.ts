import { open, rename, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { deflateRaw } from "node:zlib";
import { chunkBlock, headerBlock, magic } from "./segment-blocks.ts";
import { keptName, liveName } from "./segment-names.ts";
import { syncFolder } from "./sync-folder.ts";

const deflate = promisify(deflateRaw);

/** Frames as they are handed over to be written. */
export interface FreshChunk {
  readonly hasKey: boolean;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly frames: Uint8Array;
}

/** One segment while it is written. A chunk that was appended is on the disk, whole or not at all. */
export class SegmentFile {
  readonly #folder: string;
  readonly #seq: number;
  readonly #fromMs: number;
  readonly #handle: FileHandle;
  #soundBytes = 0;
  #untilMs: number | null = null;

  private constructor(folder: string, seq: number, fromMs: number, handle: FileHandle) {
    this.#folder = folder;
    this.#seq = seq;
    this.#fromMs = fromMs;
    this.#handle = handle;
  }

  static async begin(folder: string, seq: number, fromMs: number, header: string): Promise<SegmentFile> {
    const handle = await open(join(folder, liveName(seq, fromMs)), "wx", 0o600);
    const segment = new SegmentFile(folder, seq, fromMs, handle);
    try {
      const begin = Buffer.concat([magic, headerBlock(await deflate(Buffer.from(header)))]);
      await segment.#append(begin);
      await syncFolder(folder);
      return segment;
    } catch (error) {
      await segment.end(0);
      throw error;
    }
  }

  /** Bytes of it that are on the disk. */
  get soundBytes(): number {
    return this.#soundBytes;
  }

  /** @returns bytes it took. */
  async append({ frames, ...chunk }: FreshChunk): Promise<number> {
    const deflated = await deflate(frames);
    const block = chunkBlock({ ...chunk, deflated });
    await this.#append(block);
    this.#untilMs = chunk.untilMs;
    return block.byteLength;
  }

  async #append(bytes: Buffer): Promise<void> {
    const { bytesWritten } = await this.#handle.write(bytes, 0, bytes.byteLength, this.#soundBytes);
    if (bytesWritten < bytes.byteLength)
      throw Object.assign(new Error("the disk took only a part"), { code: "ENOSPC" });
    await this.#handle.datasync();
    this.#soundBytes += bytes.byteLength;
  }

  /** Closes it under its lasting name; one that tells of nothing is removed. What fails here is mended at the next opening. */
  async end(wallMs: number): Promise<void> {
    const path = join(this.#folder, liveName(this.#seq, this.#fromMs));
    try {
      await this.#handle.truncate(this.#soundBytes);
    } finally {
      await this.#handle.close();
    }
    if (this.#untilMs === null) await unlink(path);
    else await rename(path, join(this.#folder, this.#lastingName(this.#untilMs, wallMs)));
    await syncFolder(this.#folder);
  }

  #lastingName(untilMs: number, wallMs: number): string {
    return keptName(this.#seq, this.#fromMs, untilMs, wallMs);
  }
}
