import { statfs } from "node:fs/promises";
import { mendFolder } from "./mend-folder.ts";
import { SegmentFile, type FreshChunk } from "./segment-file.ts";
import { RecordingTrouble } from "./trouble.ts";

export interface WriterPlan {
  readonly folder: string;
  /** Wall time. */
  readonly wallNowMs: () => number;
  /** Bytes that may wait for the disk. */
  readonly mostWaitingBytes: number;
  /** What of the disk is left to others: so many bytes, or this share of it when that is less. */
  readonly reserveBytes: number;
  readonly reserveShare: number;
  /** Told when a series cannot be written, and (null) when it can again. */
  readonly onTrouble: (trouble: RecordingTrouble | null) => void;
}

/** A segment on its way to the disk: its file once there is one, and whether it came to grief. */
interface Underway {
  file: SegmentFile | null;
  broken: boolean;
}

const chunksPerLook = 10;

/**
 * Writes one series behind the twin's back, in order, one thing at a time. When something fails, the segment ends
 * where it was sound, and what waits for it is dropped; the next one begins from the whole state.
 */
export class SegmentWriter {
  writtenBytes = 0;
  droppedChunks = 0;
  readonly #plan: WriterPlan;
  #turn: Promise<void> = Promise.resolve();
  #waitingBytes = 0;
  #waitingJobs = 0;
  #nextSeq: number | null = null;
  #current: Underway | null = null;
  #sinceLook = 0;

  constructor(plan: WriterPlan) {
    this.#plan = plan;
  }

  /** Whether chunks are taken; otherwise a segment has to begin first. */
  get isOpen(): boolean {
    return this.#current !== null && !this.#current.broken;
  }

  /** Nothing waits, so that it can be tried anew. */
  get isIdle(): boolean {
    return this.#waitingJobs === 0;
  }

  /** Ends the segment there was and begins another. */
  begin(fromMs: number, headerOf: (seq: number) => string): void {
    this.end();
    const segment: Underway = { file: null, broken: false };
    this.#current = segment;
    this.#enqueue(segment, 0, async () => {
      this.#nextSeq ??= await mendFolder(this.#plan.folder);
      await this.#lookForRoom(2);
      const seq = this.#nextSeq++;
      segment.file = await SegmentFile.begin(this.#plan.folder, seq, fromMs, headerOf(seq));
      this.writtenBytes += segment.file.soundBytes;
    });
  }

  put(chunk: FreshChunk): void {
    const segment = this.#current;
    if (segment === null || segment.broken) return;
    const bytes = chunk.frames.byteLength;
    if (this.#waitingBytes + bytes > this.#plan.mostWaitingBytes) {
      this.droppedChunks += 1;
      return this.#break(
        segment,
        new RecordingTrouble("behind", `${this.#waitingBytes} bytes wait for the disk`),
      );
    }
    this.#enqueue(segment, bytes, async () => {
      this.#sinceLook += 1;
      if (this.#sinceLook % chunksPerLook === 0) await this.#lookForRoom(1);
      this.writtenBytes += (await segment.file?.append(chunk)) ?? 0;
      this.#plan.onTrouble(null);
    });
  }

  /** Ends the segment there is, once all of it is written. */
  end(): void {
    const segment = this.#current;
    this.#current = null;
    if (segment !== null) this.#turn = this.#after(this.#turn, () => this.#close(segment));
  }

  /** Resolves once all that was handed over is written or dropped. */
  settled(): Promise<void> {
    return this.#turn;
  }

  #enqueue(segment: Underway, bytes: number, job: () => Promise<void>): void {
    this.#waitingBytes += bytes;
    this.#turn = this.#after(this.#turn, async () => {
      try {
        if (segment.broken) this.droppedChunks += 1;
        else await job();
      } catch (error) {
        this.#break(segment, RecordingTrouble.of(error));
        await this.#close(segment);
      }
      this.#waitingBytes -= bytes;
    });
  }

  /** One thing after the other; none of them throws. */
  async #after(turn: Promise<void>, job: () => Promise<void>): Promise<void> {
    this.#waitingJobs += 1;
    await turn;
    await job();
    this.#waitingJobs -= 1;
  }

  #break(segment: Underway, trouble: RecordingTrouble): void {
    segment.broken = true;
    this.#plan.onTrouble(trouble);
  }

  async #close(segment: Underway): Promise<void> {
    const { file } = segment;
    segment.file = null;
    try {
      await file?.end(this.#plan.wallNowMs());
    } catch {
      // It still has the name of one that is being written: mended before the next begins.
      this.#nextSeq = null;
    }
  }

  /** @throws RecordingTrouble when others would soon have no room; it takes more room to begin than to go on. */
  async #lookForRoom(times: number): Promise<void> {
    const { folder, reserveBytes, reserveShare } = this.#plan;
    const { bavail, blocks, bsize } = await statfs(folder);
    if (bavail * bsize < Math.min(reserveBytes, blocks * bsize * reserveShare) * times)
      throw new RecordingTrouble("full", `${bavail * bsize} bytes are left on the disk`);
  }
}
