import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dwellingId, ownChannel, publicChannel, staffChannel } from "../../../models/ids.ts";
import { days, hours } from "../../../models/quantity.ts";
import { box } from "../stream/town.ts";
import { pointsOf, RecordedTown, replay, startMs, tickMs } from "./recorded-town.ts";

let town: RecordedTown;
beforeEach(() => {
  town = new RecordedTown();
});
afterEach(async () => {
  await town.history.close();
  town.remove();
});

const home = dwellingId("home-a");
const folder = (series: string, community = "town"): string => join(town.root, community, series);
const files = (series: string, community?: string): string[] =>
  existsSync(folder(series, community)) ? readdirSync(folder(series, community)).toSorted() : [];
const problemIds = (): string[] =>
  town.problems
    .list()
    .map(({ address, id }) => `${address} ${id}`)
    .toSorted();

/** Some seconds in which the box of a home says something new on every tick. */
async function live(ticks: number): Promise<void> {
  for (let n = 0; n < ticks; n++) {
    town.report("box-0", "air", town.ticks.length);
    town.report("box-0", "use", town.ticks.length);
    town.tick();
  }
  await town.history.settled();
}

async function valueAt(channel: typeof publicChannel, point: string, atMs: number): Promise<number | null> {
  const moment = await town.history.past.at(channel, atMs);
  return moment === null ? null : (pointsOf(moment.dictionary, moment.state).get(point)?.[0] ?? null);
}

describe("a moment of the past", () => {
  it("is the state of its last tick, on the channel of whoever asks", async () => {
    await town.open();
    town.add(box("box-0", home));
    await live(30);
    const airAt = (atMs: number) => valueAt(publicChannel, "box-0/air", atMs);
    expect(await airAt(startMs + 12 * tickMs)).toBe(110);
    expect(await airAt(startMs + 12 * tickMs + 99)).toBe(110);
    expect(await valueAt(ownChannel(home), "box-0/use", startMs + 12 * tickMs)).toBe(11_000_000);
    expect(await town.history.past.at(ownChannel(dwellingId("home-b")), startMs + 12 * tickMs)).toBeNull();
    expect(await town.history.past.at(publicChannel, startMs - 1)).toBeNull();
    expect(await town.history.past.at(staffChannel, startMs + 3600_000)).toBeNull();
  });

  it("HI3 tells the public no home, and a home nothing of another", async () => {
    await town.open();
    town.add(box("box-0", home));
    town.add(box("box-1", dwellingId("home-b")));
    await live(10);
    const seen = async (channel: typeof publicChannel): Promise<string> => {
      const moment = await town.history.past.at(channel, startMs + 5 * tickMs);
      return JSON.stringify(moment?.dictionary);
    };
    expect(await seen(publicChannel)).not.toContain("home-");
    expect(await seen(ownChannel(home))).not.toContain("home-b");
    expect(await seen(ownChannel(home))).toContain("home-a");
  });

  it("HI2 keeps the unit it was measured in when a device says another", async () => {
    await town.open();
    const first = box("box-0", home);
    town.add(first);
    await live(5);
    const inKw = first.points.map((spec) => ({ ...spec, unit: "kW" as const }));
    town.add({ ...first, points: inKw });
    await live(5);
    const unitAt = async (tick: number): Promise<unknown> =>
      (await town.history.past.at(publicChannel, startMs + tick * tickMs))?.dictionary.devices[0]
        ?.properties[0];
    expect(await unitAt(5)).toMatchObject({ property: "air", unit: "W" });
    expect(await unitAt(6)).toMatchObject({ property: "air", unit: "kW" });
  });
});

describe("a disk that fails", () => {
  it("HI6 stops the recording alone; shown by series, mended by itself", async () => {
    await town.open();
    town.add(box("box-0", home));
    await live(10);
    await town.history.close();
    // A file where the folder should be stops root too.
    rmSync(folder("personal"), { recursive: true });
    writeFileSync(folder("personal"), "");
    await town.open();
    town.add(box("box-0", home));
    await live(20);
    expect(problemIds()).toEqual(["history/personal unwritable"]);
    expect(await valueAt(publicChannel, "box-0/air", town.nowMs - 4 * tickMs)).not.toBeNull();
    rmSync(folder("personal"));
    await live(10);
    expect(problemIds()).toEqual([]);
    await live(6);
    expect(await valueAt(ownChannel(home), "box-0/use", town.nowMs - 3 * tickMs)).not.toBeNull();
  });

  it("HI6 leaves room to others, and goes on when there is room again", async () => {
    await town.open({ reserveBytes: 2 ** 60, reserveShare: 2 });
    town.add(box("box-0", home));
    await live(20);
    expect(problemIds()).toEqual(["history/personal full", "history/public full", "history/staff full"]);
    expect(files("public")).toEqual([]);
    await town.history.close();
    await town.open();
    town.add(box("box-0", home));
    await live(10);
    expect(problemIds()).toEqual([]);
  });

  it("HI4 never lets more wait than its bound: what is beyond is a gap, counted, shown and told", async () => {
    await town.open({ mostWaitingBytes: 200, ticksPerKey: 1000, ticksPerSegment: 1000 });
    town.add(box("box-0", home));
    await live(3);
    // The disk gets no turn in between.
    for (let n = 0; n < 60; n++) {
      for (const property of ["air", "mode"]) town.report("box-0", property, n);
      town.tick();
    }
    expect(town.history.droppedChunks).toBeGreaterThan(0);
    expect(problemIds()).toContain("history/public behind");
    await town.history.settled();
    const stoppedMs = town.nowMs;
    for (let n = 0; n < 8; n++) await live(3);
    expect(problemIds()).toEqual([]);
    const { gaps } = await replay(town.history, publicChannel, startMs + 2 * tickMs, town.nowMs - 4 * tickMs);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.fromMs).toBeLessThan(stoppedMs);
    expect(gaps[0]!.untilMs).toBeGreaterThan(gaps[0]!.fromMs + 10 * tickMs);
  });
});

describe("a crash", () => {
  it("HI5 leaves a torn end that is cut off; a byte that is not what was written ends what is told", async () => {
    await town.open({ ticksPerSegment: 1000, ticksPerKey: 1000 });
    town.add(box("box-0", home));
    await live(60);
    await town.leaveAsIs();
    const [torn] = files("public");
    expect(torn).toMatch(/\.live$/);
    const path = join(folder("public"), torn!);
    const bytes = readFileSync(path);
    bytes[bytes.length - 30]! ^= 1;
    writeFileSync(path, Buffer.concat([bytes, Buffer.from("half a chunk")]));
    const before = bytes.byteLength;
    await town.open();
    const [mended] = files("public");
    expect(mended).toMatch(/\.kept$/);
    expect(readFileSync(join(folder("public"), mended!)).byteLength).toBeLessThan(before);
    expect(await valueAt(publicChannel, "box-0/air", startMs + 50 * tickMs)).toBe(490);
    expect(await valueAt(publicChannel, "box-0/air", startMs + 60 * tickMs)).toBeNull();
  });

  it("HI5 so early that nothing was told yet leaves nothing", async () => {
    await town.open();
    town.add(box("box-0", home));
    await live(4);
    await town.leaveAsIs();
    writeFileSync(join(folder("staff"), files("staff")[0]!), "CYHIST01");
    await town.open();
    expect(files("staff")).toEqual([]);
  });
});

describe("forgetting", () => {
  const everything = (): string =>
    readdirSync(town.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .join("\n");

  it("HI8 takes each visibility in its own time, whole, and leaves nothing of it", async () => {
    town.keepMs = { public: 30 * days, staff: 2 * days, personal: 1 * days };
    await town.open({ ticksPerSegment: 10 });
    town.add(box("box-0", home));
    await live(25);
    await town.history.close();
    const leap = async (ms: number): Promise<void> => {
      town.wallMs += ms;
      town.monotonicMs += ms;
      await town.history.tidy();
    };
    await leap(23 * hours);
    expect(files("personal")).toHaveLength(3);
    await leap(2 * hours);
    expect(files("personal")).toEqual([]);
    expect(files("staff")).toHaveLength(3);
    await leap(1 * days);
    expect(files("staff")).toEqual([]);
    expect(files("public")).toHaveLength(3);
    expect(town.history.sizes.public).toMatchObject({ segments: 3, earliestMs: startMs + tickMs });
    expect(everything()).not.toMatch(/personal|staff/);
  });

  it("HI8 reaches other communities and what crashes left of them", async () => {
    await town.open({}, { community: "elsewhere" });
    town.add(box("box-0", home));
    await live(5);
    await town.leaveAsIs();
    town.keepMs = { public: days, staff: days, personal: 0 };
    await town.open();
    town.add(box("box-0", home));
    await live(5);
    await town.history.tidy();
    expect(everything()).not.toContain("personal");
    expect(files("public", "elsewhere")).toHaveLength(1);
    expect(await town.history.past.at(ownChannel(home), town.nowMs)).toBeNull();
  });

  it("HI8 is not fooled by a clock that was ahead at the end of a segment", async () => {
    await town.open({ ticksPerSegment: 10 });
    town.add(box("box-0", home));
    await live(25);
    await town.history.close();
    const [first, second] = files("public");
    const ahead = (name: string): string => name.replace(/_\d+\.kept$/, `_${startMs + 9999 * days}.kept`);
    renameSync(join(folder("public"), first!), join(folder("public"), ahead(first!)));
    renameSync(join(folder("public"), second!), join(folder("public"), ahead(second!)));
    town.wallMs += 31 * days;
    town.monotonicMs += 31 * days;
    await town.history.tidy();
    expect(files("public")).toEqual([]);
  });

  it("HI8 waits when the clock leaps ahead while it looks, until the leap has stood for an hour", async () => {
    await town.open({ ticksPerSegment: 10 });
    town.add(box("box-0", home));
    await live(25);
    await town.history.close();
    await town.history.tidy();
    town.wallMs += 400 * days;
    await town.history.tidy();
    expect(problemIds()).toEqual(["history clock"]);
    expect(files("public")).toHaveLength(3);
    town.monotonicMs += hours;
    town.wallMs += hours;
    await town.history.tidy();
    expect(problemIds()).toEqual([]);
    expect(files("public")).toEqual([]);
  });
});
