import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFrame } from "../../../models/stream/frame-decode.ts";
import { encodeFrame } from "../../../models/stream/frame-encode.ts";
import { Frame, FrameKind } from "../../../models/stream/frame.ts";
import { ByteReader, ByteWriter, FrameError } from "../../../models/stream/varint.ts";
import { anyFrame, type FrameSketch, toFrame, toSketch } from "./frames.ts";

function bytesOf(...sketches: FrameSketch[]): Uint8Array {
  const out = new ByteWriter();
  for (const sketch of sketches) encodeFrame(toFrame(sketch), out);
  return out.copy();
}

describe("the codec", () => {
  it("ST1 what was encoded decodes to the same frame, several end to end in one message", () => {
    const into = new Frame();
    fc.assert(
      fc.property(fc.array(anyFrame, { minLength: 1, maxLength: 4 }), (sketches) => {
        const bytes = bytesOf(...sketches);
        let at = 0;
        for (const sketch of sketches) {
          at = decodeFrame(bytes, at, into);
          expect(toSketch(into)).toEqual(sketch);
        }
        expect(at).toBe(bytes.length);
      }),
      { numRuns: 400 },
    );
  });

  it("ST2 a frame cut short anywhere is refused", () => {
    fc.assert(
      fc.property(anyFrame, fc.nat(), (sketch, at) => {
        const bytes = bytesOf(sketch);
        expect(() => decodeFrame(bytes.subarray(0, at % bytes.length), 0, new Frame())).toThrow(FrameError);
      }),
    );
  });

  it("ST2 arbitrary bytes are refused or are a frame, and never take room beyond their length", () => {
    const into = new Frame();
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.uint8Array({ minLength: 1, maxLength: 60 }).map((tail) => Uint8Array.of(0x11, 8, ...tail)),
    );
    fc.assert(
      fc.property(bytes, (message) => {
        try {
          expect(decodeFrame(message, 0, into)).toBeLessThanOrEqual(message.length);
        } catch (error) {
          expect(error).toBeInstanceOf(FrameError);
        }
        expect(into.indices.length).toBeLessThanOrEqual(128);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ["another version", [0x21, 0, 0, 0, 0, 0, 0, 0]],
    ["an unknown kind", [0x15, 0, 0, 0, 0, 0, 0, 0]],
    ["an unknown flag", [0x11, 1, 0, 0, 0, 0, 0, 0]],
    ["a base before tick 0", [0x11, 0, 0, 0, 1, 2, 0, 0]],
    ["points in an IDLE", [0x13, 0, 0, 0, 0, 0, 0, 1, 0, 0]],
    ["a number not in its shortest form", [0x11, 0, 0x80, 0x00, 0, 0, 0, 0, 0]],
    ["a number beyond 2^53", [0x11, 0, 255, 255, 255, 255, 255, 255, 255, 127, 0, 0, 0, 0, 0]],
    ["more points than bytes", [0x11, 0, 0, 0, 0, 0, 0, 255, 255, 3]],
    ["a quality past the body", [0x11, 2, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3]],
    ["a time past the body", [0x11, 4, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3]],
  ])("ST2 refuses %s", (_, bytes) => {
    expect(() => decodeFrame(Uint8Array.from(bytes), 0, new Frame())).toThrow(FrameError);
  });

  it("ST1 costs at most two bytes a change for small steps among near neighbours", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => ({
      index: at * 10,
      q: (at % 5) - 2,
      quality: 0,
      beforeMs: 0,
    }));
    const sketch = {
      kind: FrameKind.delta,
      channel: 0,
      epoch: 65_537,
      tick: 9,
      base: 8,
      timeMs: 900,
      check: 1,
      rows,
    };
    expect(bytesOf(sketch).length).toBeLessThan(2.01 * rows.length);
  });

  it("ST1 whole numbers up to 2^53 survive", () => {
    const edges = [
      0,
      127,
      128,
      16_383,
      16_384,
      2 ** 28 - 1,
      2 ** 28,
      2 ** 31,
      2 ** 32,
      2 ** 52,
      2 ** 53 - 1,
      2 ** 53,
    ];
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...edges), fc.maxSafeNat()), (value) => {
        const out = new ByteWriter();
        out.varint(value);
        expect(new ByteReader(out.bytes, 0).varint()).toBe(value);
      }),
    );
  });
});
