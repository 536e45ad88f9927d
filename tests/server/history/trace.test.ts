import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  deviceId,
  dwellingId,
  ownChannel,
  propertyId,
  publicChannel,
  staffChannel,
} from "../../../models/ids.ts";
import { Trends } from "../../../server/history/trends.ts";
import { box } from "../stream/town.ts";
import { RecordedTown, startMs, tickMs } from "./recorded-town.ts";

let town: RecordedTown;
beforeEach(() => {
  town = new RecordedTown();
});
afterEach(async () => {
  await town.history.close();
  town.remove();
});

const device = deviceId("box-0");
const home = dwellingId("home-a");
const air = propertyId("air");

/** Values as told, the same one after another once. */
async function traced(channel: typeof publicChannel, property: string, fromMs: number, untilMs: number) {
  const told: [number, number][] = [];
  const points = { device, properties: [propertyId(property)] };
  await town.history.past.trace(channel, points, fromMs, untilMs, (_k, value, atMs) => {
    // Of several words at one moment the last one holds.
    if (told.at(-1)?.[1] === atMs) told.pop();
    if (!Object.is(told.at(-1)?.[0], value)) told.push([value, atMs]);
  });
  return told;
}
const at = (tick: number): number => startMs + tick * tickMs;

describe("the trace of a point", () => {
  it("HI1 is every value it had, across chunks, keys and segments, from any moment on", async () => {
    await town.open();
    town.add(box("box-0", home));
    for (let n = 0; n < 100; n++) {
      town.report("box-0", "air", n);
      town.report("box-0", "load", 1000 - n);
      town.tick();
    }
    await town.history.settled();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 0, max: 9 }),
        async (first, ticks) => {
          const told = await traced(publicChannel, "air", at(first), at(first + ticks));
          const values = told.filter(([value]) => !Number.isNaN(value));
          expect(values).toEqual(Array.from({ length: ticks + 1 }, (_, k) => [first + k - 1, at(first + k)]));
        },
      ),
      { numRuns: 30 },
    );
    expect((await traced(staffChannel, "load", at(50), at(50)))[0]).toEqual([951, at(50)]);
  });

  it("HI3 is of the channel it is asked of: nothing of a home on the public one, nor of another home", async () => {
    await town.open();
    town.add(box("box-0", home));
    town.report("box-0", "use", 7);
    town.tick(20);
    await town.history.settled();
    const values = async (channel: typeof publicChannel) =>
      (await traced(channel, "use", at(5), at(10))).filter(([value]) => !Number.isNaN(value));
    expect(await values(ownChannel(home))).toEqual([[7, at(5)]]);
    for (const channel of [publicChannel, staffChannel, ownChannel(dwellingId("home-b"))])
      expect(await values(channel)).toEqual([]);
  });

  it("TR2 HI4 has a gap where nobody vouched for a value and where nobody recorded", async () => {
    await town.open();
    town.add(box("box-0", null));
    town.report("box-0", "air", 5);
    town.tick(10);
    town.report("box-0", "air", 6, 2);
    town.tick(10);
    await town.history.close();
    const stopped = town.nowMs;
    town.nowMs += 5000;
    await town.open();
    town.add(box("box-0", null));
    town.report("box-0", "air", 8);
    town.tick(10);
    await town.history.settled();
    const trends = new Trends(town.history.past);
    const wish = { channel: publicChannel, device, properties: [air], fromMs: startMs, untilMs: town.nowMs };
    const [trend] = (await trends.of({ ...wish, buckets: 80 })) ?? [];
    const known = trend!.buckets.map(
      (bucket, k) => [trend!.fromMs + k * trend!.bucketMs, bucket?.last] as const,
    );
    const lastOf = (fromMs: number, untilMs: number) =>
      new Set(known.filter(([ms]) => ms >= fromMs && ms < untilMs - trend!.bucketMs).map(([, last]) => last));
    expect(lastOf(at(2), at(10))).toEqual(new Set([5]));
    expect(lastOf(at(12), at(20))).toEqual(new Set([undefined]));
    expect(lastOf(stopped + 200, stopped + 4900)).toEqual(new Set([undefined]));
    expect(lastOf(stopped + 5200, town.nowMs)).toEqual(new Set([8]));
  });
});
