import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { Admission } from "../../../server/stream/admission.ts";
import { StreamCounters } from "../../../server/stream/counters.ts";
import { TokenBucket } from "../../../server/stream/token-bucket.ts";

const origins = new Set(["https://town.example"]);
const generous = { socketsPerPerson: 20, socketsPerAddress: 2, socketsPerSecond: 100, trustProxy: false };

const request = (headers: Record<string, string>, remoteAddress = "10.0.0.1") =>
  ({ headers, socket: { remoteAddress } }) as unknown as IncomingMessage;

function door(change: Partial<typeof generous> = {}) {
  let nowMs = 0;
  const counters = new StreamCounters();
  const admission = new Admission(origins, { ...generous, ...change }, counters, { nowMs: () => nowMs });
  return { admission, counters, wait: (ms: number) => (nowMs += ms) };
}

describe("admission", () => {
  it.each([
    [{ origin: "https://town.example", cookie: "session=1" }, null],
    [{ origin: "https://town.example" }, null],
    [{}, null],
    [{ cookie: "session=1" }, "refused-origin"],
    [{ origin: "https://evil.example" }, "refused-origin"],
    [{ origin: "https://town.example.evil.example" }, "refused-origin"],
    [{ origin: "http://town.example" }, "refused-origin"],
    [{ origin: "https://town.example:444" }, "refused-origin"],
    [{ origin: "null" }, "refused-origin"],
    [{ origin: "" }, "refused-origin"],
  ] as const)("ST17 %o → %s", (headers, turned) => {
    const { admission, counters } = door();
    expect(admission.judge(request({ ...headers }))).toBe(turned);
    expect(counters.get("refused-origin")).toBe(turned === null ? 0 : 1);
  });

  it("ST17 holds an address to its number of connections, and gives it back", () => {
    const { admission, counters } = door();
    const leave = admission.enter(request({}));
    admission.enter(request({}, "::ffff:10.0.0.1"));
    expect(admission.judge(request({}))).toBe("refused-too-many");
    expect(admission.judge(request({}, "10.0.0.2"))).toBeNull();
    leave();
    expect(admission.judge(request({}))).toBeNull();
    expect(counters.get("refused-too-many")).toBe(1);
  });

  it("ST17 lets in no more than its rate", () => {
    const { admission, wait } = door({ socketsPerSecond: 5 });
    const admitted = () =>
      Array.from({ length: 20 }, () => admission.judge(request({}))).filter((turned) => turned === null);
    expect(admitted()).toHaveLength(10);
    wait(1000);
    expect(admitted()).toHaveLength(5);
  });

  it("ST17 counts an IPv6 network as one address, and believes a proxy only when told to", () => {
    const { admission } = door();
    const of = (address: string, headers = {}) => admission.addressOf(request(headers, address));
    expect(of("2001:db8:1:2:3:4:5:6")).toBe(of("2001:db8:1:2::9"));
    expect(of("2001:db8:1:3::9")).not.toBe(of("2001:db8:1:2::9"));
    expect(of("::1")).toBe("0:0:0:0");
    const forwarded = { "x-forwarded-for": "1.2.3.4, 9.9.9.9" };
    expect(of("10.0.0.1", forwarded)).toBe("10.0.0.1");
    expect(door({ trustProxy: true }).admission.addressOf(request(forwarded))).toBe("9.9.9.9");
  });
});

describe("the token bucket", () => {
  it("ST18 gives what is in store and then its rate, and a clock set back takes nothing away", () => {
    const bucket = new TokenBucket(10, 3, 0);
    expect([0, 0, 0, 0].map((at) => bucket.take(at))).toEqual([true, true, true, false]);
    expect(bucket.take(100)).toBe(true);
    expect(bucket.take(100)).toBe(false);
    expect(bucket.take(-5000)).toBe(false);
    expect(bucket.take(-4900)).toBe(true);
  });
});
