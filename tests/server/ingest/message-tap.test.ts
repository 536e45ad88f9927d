import { describe, expect, it } from "vitest";
import { deviceId } from "../../../models/ids.ts";
import { minutes } from "../../../models/quantity.ts";
import { MessageTap, mostMessages } from "../../../server/ingest/message-tap.ts";

const lamp = deviceId("lamp-1");
function tapAt() {
  const clock = { nowMs: 1000, monotonicMs: 0 };
  const tap = new MessageTap({ nowMs: () => clock.nowMs, monotonicMs: () => clock.monotonicMs });
  return { clock, tap };
}

describe("listening in on a device", () => {
  it("keeps nothing of a device nobody looks at, and the last messages of one somebody does", () => {
    const { tap } = tapAt();
    tap.heard(lamp, "a", "before");
    expect(tap.look(lamp)).toEqual([]);
    for (let n = 0; n < mostMessages + 7; n++) tap.heard(lamp, "a/b", `${n}`);
    tap.heard(deviceId("lamp-2"), "a", "another");
    const told = tap.look(lamp);
    expect(told).toHaveLength(mostMessages);
    expect(told[0]).toEqual({ atMs: 1000, address: "a/b", payload: "7", bytes: 1 });
    expect(told.at(-1)?.payload).toBe(`${mostMessages + 6}`);
  });

  it("ends two minutes after the last look, and what was heard before a pause is not told", () => {
    const { tap, clock } = tapAt();
    tap.look(lamp);
    tap.heard(lamp, "a", "one");
    clock.monotonicMs += 3 * minutes;
    tap.heard(lamp, "a", "two");
    expect(tap.look(lamp)).toEqual([]);
    tap.heard(lamp, "a", "three");
    expect(tap.look(lamp).map(({ payload }) => payload)).toEqual(["three"]);
  });

  it("is bounded in devices and in what it keeps of a long message", () => {
    const { tap } = tapAt();
    for (let n = 0; n < 40; n++) tap.look(deviceId(`lamp-${n}`));
    for (const n of [0, 39]) tap.heard(deviceId(`lamp-${n}`), "a", "x".repeat(10_000), 10_000);
    expect(tap.look(deviceId("lamp-0"))).toEqual([]);
    const [long] = tap.look(deviceId("lamp-39"));
    expect([long?.payload.length, long?.bytes]).toEqual([4096, 10_000]);
  });
});
