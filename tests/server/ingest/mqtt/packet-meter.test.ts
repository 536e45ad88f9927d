import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PacketMeter } from "../../../../server/ingest/mqtt/packet-meter.ts";

/** Fixed header of MQTT 3.1.1, section 2.2, and a body of zeros. */
function packet(type: number, length: number): Buffer {
  const header = [type << 4];
  let rest = length;
  do {
    const more = rest > 127;
    header.push((rest % 128) + (more ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return Buffer.concat([Buffer.from(header), Buffer.alloc(length)]);
}

const anyPacket = fc.record({
  type: fc.integer({ min: 1, max: 14 }),
  length: fc.oneof(fc.nat(5), fc.nat(300), fc.nat(20_000)),
});

describe("the byte guard", () => {
  it("counts messages however their bytes are cut", () => {
    fc.assert(
      fc.property(
        fc.array(anyPacket, { maxLength: 12 }),
        fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 9 }),
        (packets, cuts) => {
          const bytes = Buffer.concat(packets.map(({ type, length }) => packet(type, length)));
          const meter = new PacketMeter(20_000);
          let messages = 0;
          for (let at = 0, k = 0; at < bytes.length; k++) {
            const next = at + cuts[k % cuts.length]!;
            const metered = meter.feed(bytes.subarray(at, next));
            expect(metered).toBeTypeOf("number");
            messages += Number(metered);
            at = next;
          }
          expect(messages).toBe(packets.filter(({ type }) => type === 3).length);
        },
      ),
    );
  });

  it("F11 refuses a packet over the limit at its header, wherever that is", () => {
    fc.assert(
      fc.property(
        fc.array(anyPacket, { maxLength: 4 }),
        fc.integer({ min: 20_001, max: 268_435_455 }),
        (before, length) => {
          const meter = new PacketMeter(20_000);
          meter.feed(Buffer.concat(before.map((each) => packet(each.type, each.length))));
          const header = packet(3, length % 60_000 > 20_000 ? length % 60_000 : 20_001).subarray(0, 5);
          expect(meter.feed(header)).toBe("oversize");
        },
      ),
    );
    expect(new PacketMeter(65_536).feed(Buffer.from([0x30, 0xff, 0xff, 0xff, 0x7f]))).toBe("oversize");
  });

  it.each([
    ["type 0", [0x00, 0]],
    ["type 15", [0xf0, 0]],
    ["a length that does not end", [0x30, 0x80, 0x80, 0x80, 0x80]],
  ])("refuses %s", (_what, bytes) => {
    expect(new PacketMeter(65_536).feed(Buffer.from(bytes))).toBe("malformed");
  });
});
