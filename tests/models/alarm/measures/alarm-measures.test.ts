import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AlarmMeasures } from "../../../../models/alarm/measures/alarm-measures.ts";
import { bounds, judged, loadOf } from "../../../../models/alarm/measures/bounds.ts";
import { days, hours, minutes, seconds } from "../../../../models/quantity.ts";
import { alarmOf, anyJournal, Journal, startMs } from "./journal.ts";
import { recount } from "./recount.ts";

function measured({ traces }: Journal, beganMs: number | null = null): AlarmMeasures {
  const measures = new AlarmMeasures("desk", beganMs);
  for (const trace of traces) measures.note(trace);
  return measures;
}
const reported = (journal: Journal, laterMs = 0, beganMs: number | null = null) =>
  measured(journal, beganMs).report(journal.open, journal.nowMs + laterMs);

describe("the measures of alarms", () => {
  it("AM1, AM2 show the numbers of the days there are, and judge nothing before the thirtieth", () => {
    const journal = new Journal().andMany(3, 0);
    const early = reported(journal, 29 * days);
    expect(early).toMatchObject({ fromMs: startMs, days: 29, daysNeeded: 30, announced: 3, load: null });
    expect(Object.values(early.judged).map(({ verdict }) => verdict)).toEqual(
      Object.keys(bounds).map(() => null),
    );
    const ripe = reported(journal, 30 * days);
    expect(ripe).toMatchObject({ days: 30, announced: 3, load: "very-likely-acceptable" });
    expect(ripe.judged.perDay).toMatchObject({ value: 0.1, verdict: "acceptable" });
    expect(ripe.judged.stale).toMatchObject({ value: 3, acceptable: 4, verdict: "acceptable" });
    expect(reported(journal, 30 * days + 1)).toMatchObject({ fromMs: startMs + 1, announced: 0, days: 30 });
  });

  it("AM1 begin with what is known, however late it is heard of", () => {
    expect(reported(new Journal().andMany(1, 0), 0, startMs - 31 * days)).toMatchObject({
      ...{ fromMs: startMs - 30 * days, days: 30 },
    });
    expect(new AlarmMeasures("desk", null).report([], startMs)).toMatchObject({
      ...{ fromMs: startMs, untilMs: startMs, days: 0, announced: 0 },
    });
  });

  it("AM3 average what was announced per ten minutes, hour and day", () => {
    const { judged: of } = reported(new Journal().andMany(13, 10 * minutes));
    // From the first of them to the last are two hours.
    expect(of.perTenMinutes.value).toBeCloseTo(13 / 12);
    expect(of.perHour.value).toBeCloseTo(6.5);
    expect(of.perDay.value).toBe(13);
  });

  it("AM4 tell what is now, and the most there was, with the last time it was so many", () => {
    const journal = new Journal().andMany(4, 1 * minutes, "one").andMany(4, 30 * minutes, "two");
    journal.andMany(3, 1 * minutes, "three");
    const { rolling, peaks } = reported(journal);
    expect(rolling).toEqual({ tenMinutes: 4, hour: 5, day: 11 });
    expect(peaks.tenMinutes).toEqual({ count: 4, atMs: journal.nowMs });
    expect(peaks.day).toEqual({ count: 11, atMs: journal.nowMs });
    expect(reported(journal, 2 * hours).rolling).toEqual({ tenMinutes: 0, hour: 0, day: 11 });
  });

  it("AM5 count whole periods with more than ten, and hours with more than thirty", () => {
    const journal = new Journal().and(0, "first", "raise");
    // Ten and eleven more, each within one tenth of an hour of its own; thirty and one within the hour.
    journal.andMany(10, 30 * seconds, "a").and(10 * minutes, "b", "raise");
    journal.andMany(10, 10 * seconds, "c").andMany(9, 3 * minutes, "d");
    const { judged: of } = reported(journal, 60 * minutes);
    expect(journal.nowMs).toBeLessThan(startMs + hours);
    expect(of.busyTenMinutes.value).toBeCloseTo(2 / 10);
    expect(of.busyHours.value).toBe(1);
  });

  it("AM6 share of the time how long there was a flood", () => {
    const journal = new Journal().andMany(11, 30 * seconds);
    // Begun by the eleventh, over ten minutes after the seventh: eight minutes of the hour.
    expect(reported(journal, 55 * minutes).judged.flood.value).toBeCloseTo(8 / 59.5, 1);
    expect(reported(journal, 55 * minutes).floods).toHaveLength(1);
  });

  it("AM7 name the ten announced most often, and their share of all", () => {
    const journal = new Journal();
    for (const name of ["bad", "bad", "bad", "worse", "worse", "worse", "worse"])
      journal
        .and(1 * hours, name, "raise")
        .and(5 * minutes, name, "return")
        .and(0, name, "acknowledge");
    journal.andMany(13, 1 * hours);
    const { frequent, judged: of } = reported(journal);
    expect(frequent).toHaveLength(10);
    expect(frequent[0]).toEqual({ alarm: alarmOf("worse"), times: 4, share: 0.2 });
    expect(frequent[1]).toMatchObject({ alarm: alarmOf("bad"), times: 3 });
    expect(of.frequent.value).toBeCloseTo(15 / 20);
  });

  it("AM8 hear chatter from the third transition within a minute, of withdrawn alarms too", () => {
    const calm = new Journal().and(0, "a", "raise").and(30 * seconds, "a", "return");
    expect(reported(calm.and(30 * seconds, "a", "raise")).chattering).toEqual([]);
    const restless = new Journal().and(0, "a", "raise").and(0, "a", "shelve");
    restless.and(30 * seconds, "a", "return").and(29 * seconds, "a", "raise");
    expect(reported(restless).chattering).toEqual([{ alarm: alarmOf("a"), times: 1 }]);
  });

  it("AM9 find what is gone within a minute, unless it was acknowledged or chatters", () => {
    const journal = new Journal().and(0, "a", "raise").and(59 * seconds, "a", "return");
    journal.and(hours, "b", "raise").and(60 * seconds, "b", "return");
    journal
      .and(hours, "c", "raise")
      .and(0, "c", "acknowledge")
      .and(9 * seconds, "c", "return");
    for (const what of ["raise", "return", "raise", "return"] as const) journal.and(seconds, "d", what);
    expect(reported(journal).fleeting).toEqual([{ alarm: alarmOf("a"), times: 1 }]);
  });

  it("AM10 list what stands and what is stale, and count what is withdrawn", () => {
    const journal = new Journal().and(0, "old", "raise").and(1, "new", "raise");
    journal.and(0, "shelved", "raise").and(0, "shelved", "shelve");
    journal.and(0, "out", "raise").and(0, "out", "take-out");
    journal.and(0, "caused", "raise").and(0, "caused", "suppress");
    journal.and(0, "gone", "raise").and(0, "gone", "return");
    const report = reported(journal, 24 * hours);
    expect(report.standing).toEqual([
      { alarm: alarmOf("old"), sinceMs: startMs },
      { alarm: alarmOf("new"), sinceMs: startMs + 1 },
    ]);
    expect(report.stale).toEqual([{ alarm: alarmOf("old"), sinceMs: startMs }]);
    expect(report).toMatchObject({ suppressed: 1, outOfService: 1 });
    expect(report.judged.shelved.value).toBe(1);
  });

  it("AM11 time how long it took to acknowledge, from the first announcement", () => {
    const journal = new Journal();
    for (let minute = 1; minute <= 10; minute++) {
      const name = `a-${minute}`;
      journal.and(hours, name, "raise").and(0, name, "return");
      journal.and(0, name, "raise").and(minute * minutes, name, "acknowledge");
    }
    journal.and(0, "b", "raise").and(hours, "b", "shelve");
    journal.and(hours, "b", "shelf-over").and(minutes, "b", "acknowledge");
    const { acknowledging } = reported(journal);
    expect(acknowledging.times).toBe(11);
    expect(acknowledging.meanMs).toBeCloseTo((56 / 11) * minutes);
    expect(acknowledging.p90Ms).toBe(9 * minutes);
  });

  it("AM12 see a suppression that nobody was allowed, or that has no reason", () => {
    const { traces } = new Journal().and(0, "a", "raise").and(0, "a", "shelve");
    const [raised, shelved] = traces;
    if (raised === undefined || shelved?.event.event !== "shelve") throw new Error("nothing was shelved");
    const { event } = shelved;
    const foreign = { ...event.act, by: { duty: "planner", name: "Wu" } } as const;
    const count = (changed: Partial<typeof event>): number => {
      const measures = new AlarmMeasures("desk", null);
      for (const trace of [raised, { ...shelved, event: { ...event, ...changed } }]) measures.note(trace);
      return measures.report([], startMs).judged.unauthorisedSuppressions.value;
    };
    expect([count({}), count({ reason: " " }), count({ act: foreign })]).toEqual([0, 1, 1]);
  });

  it("AM13 say which band a number is in", () => {
    const verdicts = [1, 2, 2.1].map((value) => judged("perTenMinutes", value, true).verdict);
    expect(verdicts).toEqual(["acceptable", "manageable", "beyond"]);
    expect(judged("standing", 10, true)).toMatchObject({ verdict: "beyond", source: "EEMUA 191" });
    expect([1, 2, 5, 10, 11].map(loadOf)).toEqual([
      "very-likely-acceptable",
      "manageable",
      "likely-over-demanding",
      "likely-over-demanding",
      "very-likely-unacceptable",
    ]);
  });

  it("AM14 counted as things happen are what counting anew gives", () => {
    fc.assert(
      fc.property(anyJournal, fc.integer({ min: 0, max: 12 * days }), (journal, laterMs) => {
        const nowMs = journal.nowMs + laterMs;
        const naive = recount(journal.traces, nowMs);
        const measures = measured(journal);
        const { judged: of, ...report } = measures.report(journal.open, nowMs);
        expect(report).toMatchObject({ fromMs: naive.fromMs, announced: naive.announced });
        expect(Object.fromEntries(measures.announcedOf.counts)).toEqual(naive.perAlarm);
        expect(Object.fromEntries(measures.priorities.counts)).toEqual(naive.perPriority);
        expect(of.busyTenMinutes.value).toBe(naive.busyTenMinutes);
        expect(of.busyHours.value).toBe(naive.busyHours);
        expect(report.peaks).toMatchObject({ tenMinutes: naive.peakTenMinutes, day: naive.peakDay });
        expect(report.rolling.hour).toBe(naive.lastHour);
        expect(of.flood.value).toBeCloseTo(naive.floodedMs / Math.max(1, nowMs - naive.fromMs), 12);
        expect(Object.fromEntries(measures.chatter.counts)).toEqual(naive.chatter);
        expect(Object.fromEntries(measures.fleeting.counts)).toEqual(naive.fleeting);
        expect(report.acknowledging.times).toBe(naive.tookMs.length);
        expect(report.acknowledging.p90Ms).toBe(
          naive.tookMs[Math.ceil(0.9 * naive.tookMs.length) - 1] ?? null,
        );
      }),
    );
  });

  it("AM15 remember no more than they may, and say how far back that reaches", () => {
    const journal = new Journal().andMany(20, 1 * hours);
    const measures = new AlarmMeasures("desk", startMs - 90 * days, 5);
    for (const trace of journal.traces) measures.note(trace);
    const report = measures.report([], journal.nowMs);
    expect(report).toMatchObject({ announced: 5, days: 0, fromMs: journal.nowMs - 5 * hours + 1 });
  });

  it("AM16 count what is told late at the time of what was counted before it", () => {
    const [first, second] = new Journal().andMany(2, 1 * hours).traces;
    if (first === undefined || second === undefined) throw new Error("nothing was raised");
    const measures = new AlarmMeasures("desk", null);
    for (const trace of [second, first]) measures.note(trace);
    expect(measures.report([], second.atMs).peaks.tenMinutes).toEqual({ count: 2, atMs: second.atMs });
  });
});
