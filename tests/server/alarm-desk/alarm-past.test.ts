import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { communityId, deviceId } from "../../../models/ids.ts";
import { days, hours, minutes } from "../../../models/quantity.ts";
import { loadMeasures } from "../../../server/alarm-desk/load-measures.ts";
import { dropOldEpisodes } from "../../../server/alarm-desk/past-store.ts";
import { asker, beyond, DeskUnderTest, device } from "./desk-under-test.ts";

const li = asker("Li");
const town = communityId("town");
const other = deviceId("P-2");

let where: DeskUnderTest;
beforeEach(async () => {
  where = await DeskUnderTest.open();
});
afterEach(() => where.close());

const raise = (of = device): void => where.tick(beyond(where.nowMs, of));
const goBack = (): void => where.tick({ ...beyond(where.nowMs), untilMs: where.nowMs });
const acknowledge = () => where.ask(li, { action: "acknowledge" });
const report = (measures = where.measures) => measures.report(where.desk.open.values(), where.nowMs);
const db = () => where.door.store.db;

/** How many episodes and transitions are kept. */
async function kept(): Promise<readonly [episodes: number, transitions: number]> {
  const episodes = await db().selectFrom("alarm_episode").select("id").execute();
  const transitions = await db().selectFrom("alarm_transition").select("version").execute();
  return [episodes.length, transitions.length];
}

/** As the upkeep does, again and again. */
async function tidy(): Promise<void> {
  for (let time = 0; time < 300; time++) await dropOldEpisodes(db(), town, where.nowMs);
}

describe("what the desk leaves behind", () => {
  it("AD12 counts an alarm that is explained as it is raised as announced to nobody", () => {
    const feeder = deviceId("F-1");
    where.rules.set(feeder, { explains: "fed" });
    where.lines.set(device, { fedBy: feeder, via: null });
    raise(feeder);
    raise();
    expect(report()).toMatchObject({ announced: 1, suppressed: 1 });
    expect(report().standing).toHaveLength(1);
  });

  it("AD15 gives the same measures after a restart", async () => {
    for (let round = 0; round < 12; round++) {
      raise();
      raise(other);
      goBack();
      await acknowledge();
      where.nowMs += round < 6 ? 5 * minutes : 6 * days;
    }
    await where.ask(li, {
      action: "shelve",
      reason: "painters",
      untilMs: where.nowMs + hours,
      oneShot: false,
    });
    await where.desk.flush();
    const before = report();
    expect(before.announced).toBeGreaterThan(0);
    expect(report(await loadMeasures(db(), town, where.nowMs))).toEqual({
      ...before,
      position: "control-room",
    });
  });

  it("AD16 goes 400 days after it ended, with its transitions", async () => {
    raise();
    goBack();
    await acknowledge();
    where.nowMs += 300 * days;
    raise();
    goBack();
    await acknowledge();
    where.nowMs += 99 * days;
    await tidy();
    expect(await kept()).toEqual([2, 6]);
    where.nowMs += 2 * days;
    await tidy();
    expect(await kept()).toEqual([1, 3]);
    where.nowMs += 400 * days;
    await tidy();
    expect(await kept()).toEqual([0, 0]);
  });

  it("AD16 stays whole while it is open, however old it is", async () => {
    raise();
    await where.desk.flush();
    where.nowMs += 800 * days;
    await acknowledge();
    await tidy();
    expect(await kept()).toEqual([1, 2]);
  });

  it("AD16 loses no more than two days to a clock that is wrong", async () => {
    for (let round = 0; round < 5; round++) {
      raise();
      goBack();
      await acknowledge();
      where.nowMs += 1 * days;
    }
    where.nowMs += 4000 * days;
    await dropOldEpisodes(db(), town, where.nowMs);
    expect((await kept())[0]).toBeGreaterThanOrEqual(3);
  });
});
