import { crc32 } from "node:zlib";

/**
 * A segment file (little endian): `CYHIST01`, then blocks of u32 length · u32 CRC-32 · body. The first block's body is
 * the header, deflated JSON. Every other one is a chunk: u8 flags (bit 0: begins with a KEY) · f64 from · f64 until
 * (community time, what it tells of) · frames end to end, deflated.
 */
export const magic = Buffer.from("CYHIST01");

const headBytes = 8;
const chunkHeadBytes = 17;
const largestBody = 256 * 1024 * 1024;

/** What was said from one tick to another. */
export interface Chunk {
  readonly hasKey: boolean;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Frames end to end, deflated. */
  readonly deflated: Uint8Array;
}

/** A block as it is appended. */
function block(parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(body.byteLength, 0);
  head.writeUInt32LE(crc32(body), 4);
  return Buffer.concat([head, body]);
}

export const headerBlock = (deflated: Uint8Array): Buffer => block([deflated]);

export function chunkBlock({ hasKey, fromMs, untilMs, deflated }: Chunk): Buffer {
  const head = Buffer.alloc(chunkHeadBytes);
  head.writeUInt8(hasKey ? 1 : 0, 0);
  head.writeDoubleLE(fromMs, 1);
  head.writeDoubleLE(untilMs, 9);
  return block([head, deflated]);
}

export interface SegmentBytes {
  /** Deflated JSON; null when not even that was written. */
  readonly header: Uint8Array | null;
  readonly chunks: readonly Chunk[];
  /** Bytes up to the end of the last sound block; what follows is torn. */
  readonly soundBytes: number;
}

/** Reads blocks for as long as they are whole and are what was written. */
export function readBlocks(bytes: Buffer): SegmentBytes {
  if (!bytes.subarray(0, magic.byteLength).equals(magic)) return { header: null, chunks: [], soundBytes: 0 };
  let at = magic.byteLength;
  let header: Uint8Array | null = null;
  const chunks: Chunk[] = [];
  for (let body = bodyAt(bytes, at); body !== null; body = bodyAt(bytes, at)) {
    const chunk = header === null ? null : chunkOf(body);
    if (header === null) header = body;
    else if (chunk === null) break;
    else chunks.push(chunk);
    at += headBytes + body.byteLength;
  }
  return { header, chunks, soundBytes: at };
}

function bodyAt(bytes: Buffer, at: number): Buffer | null {
  if (at + headBytes > bytes.byteLength) return null;
  const length = bytes.readUInt32LE(at);
  const begin = at + headBytes;
  if (length === 0 || length > largestBody || begin + length > bytes.byteLength) return null;
  const body = bytes.subarray(begin, begin + length);
  return crc32(body) === bytes.readUInt32LE(at + 4) ? body : null;
}

function chunkOf(body: Buffer): Chunk | null {
  if (body.byteLength < chunkHeadBytes) return null;
  return {
    hasKey: body.readUInt8(0) === 1,
    fromMs: body.readDoubleLE(1),
    untilMs: body.readDoubleLE(9),
    deflated: body.subarray(chunkHeadBytes),
  };
}
