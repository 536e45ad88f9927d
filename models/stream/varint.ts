/**
 * Whole numbers on the wire: unsigned LEB128 up to 2^53, and zigzag for signed ones (0, -1, 1, -2 … → 0, 1, 2, 3 …).
 * The writer grows its bytes by doubling and is meant to be kept; neither side allocates per number.
 */

/** Largest magnitude of a count: the difference of two still fits a double exactly after zigzag. */
export const largestCount = 2 ** 51;

/** Bytes that are no frame. The message says where and why. */
export class FrameError extends Error {
  override readonly name = "FrameError";
}

export class ByteWriter {
  bytes = new Uint8Array(1024);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** A copy of what was written; the writer goes on to be reused. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length);
  }

  u8(byte: number): void {
    if (this.length + 1 > this.bytes.length) this.#grow();
    this.bytes[this.length++] = byte;
  }

  u32(word: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.u8((word >>> shift) & 255);
  }

  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.#grow();
    const bytes = this.bytes;
    let at = this.length;
    let rest = value;
    while (rest >= 0x10000000) {
      bytes[at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      bytes[at++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[at++] = rest;
    this.length = at;
  }

  signed(value: number): void {
    this.varint(value < 0 ? -2 * value - 1 : 2 * value);
  }

  #grow(): void {
    const grown = new Uint8Array(this.bytes.length * 2);
    grown.set(this.bytes);
    this.bytes = grown;
  }
}

/** Reads what {@link ByteWriter} wrote. Every method throws {@link FrameError} where the bytes end too early. */
export class ByteReader {
  #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** Goes on with other bytes, so that one reader serves all frames. */
  open(bytes: Uint8Array, at: number): void {
    this.#bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  u8(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new FrameError(`the bytes end at ${this.at}, inside a frame`);
    this.at++;
    return byte;
  }

  u32(): number {
    return (this.u8() | (this.u8() << 8) | (this.u8() << 16) | (this.u8() << 24)) >>> 0;
  }

  varint(): number {
    const first = this.#bytes[this.at];
    if (first !== undefined && first < 128) {
      this.at++;
      return first;
    }
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 8; count++) {
      const byte = this.u8();
      value += (byte & 127) * scale;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER + 1 || byte === 0) break;
        return value;
      }
      scale *= 128;
    }
    throw new FrameError(`no whole number up to 2^53 in its shortest form before byte ${this.at}`);
  }

  signed(): number {
    const folded = this.varint();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }
}
