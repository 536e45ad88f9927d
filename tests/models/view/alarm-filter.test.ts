import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alarmStates } from "../../../models/alarm/alarm.ts";
import { isOfTimeAndState } from "../../../models/alarm/search.ts";
import { normalAlarm } from "../../../models/alarm/transition.ts";
import { alarmId, deviceId, limitId, pointId, propertyId } from "../../../models/ids.ts";
import { hours } from "../../../models/quantity.ts";
import { readAlarmFilter, writeAlarmFilter } from "../../../models/view/alarm-filter-url.ts";
import {
  type AlarmFilter,
  isNarrowed,
  searchOfFilter,
  usualAlarmFilter,
} from "../../../models/view/alarm-filter.ts";
import { alarmFilters } from "./alarm-filters.ts";

const queryOf = (filter: AlarmFilter): URLSearchParams => {
  const query = new URLSearchParams();
  writeAlarmFilter(filter, query);
  return query;
};
const read = (text: string): AlarmFilter => readAlarmFilter(new URLSearchParams(text));

const device = deviceId("P-1");
const point = pointId(device, propertyId("pressure"));
const limit = limitId("low");
const alarm = normalAlarm(alarmId(point, limit), { point, device, limit, priority: "P3" });

describe("the filter of the alarm table in a link", () => {
  it("VW6 a filter written to a link and read back is the same filter", () => {
    fc.assert(
      fc.property(alarmFilters, (filter) => {
        expect(read(queryOf(filter).toString())).toEqual(filter);
      }),
    );
  });

  it("VW6 the usual filter writes nothing, and reads as short as it can be said", () => {
    expect(queryOf(usualAlarmFilter).toString()).toBe("");
    const filter = read("a.prio=P2.P1&a.when=8h&a.in=building.B-5&a.sort=priority");
    expect(filter).toEqual({
      ...usualAlarmFilter,
      priorities: ["P1", "P2"],
      time: { of: "last", span: "8h" },
      place: { in: "building", building: "B-5" },
      order: { by: "priority", ascending: true },
    });
  });

  it("VW6 a part that is not understood is as usual and spoils no other", () => {
    const names = ["state", "prio", "in", "kind", "party", "when", "from", "until", "who", "words", "sort"];
    fc.assert(
      fc.property(alarmFilters, fc.constantFrom(...names), fc.string(), (filter, name, nonsense) => {
        const query = queryOf(filter);
        query.set(`a.${name}`, nonsense);
        const heard = readAlarmFilter(query);
        expect(readAlarmFilter(queryOf(heard))).toEqual(heard);
        if (name !== "prio") expect(heard.priorities).toEqual(filter.priorities);
        if (name !== "words") expect(heard.words).toBe(filter.words);
      }),
    );
    const broken = "a.state=burning&a.prio=P9&a.in=planet.B-1&a.kind=/&a.when=1y&a.from=soon&a.sort=-size";
    expect(read(`${broken}&a.words=${"x".repeat(201)}`)).toEqual(usualAlarmFilter);
  });
});

describe("what a filter asks for", () => {
  const at = (state: (typeof alarmStates)[number], fromMs: number, changedAtMs: number) => ({
    alarm: { ...alarm, fromMs, changedAtMs },
    state,
  });

  it("VW7 what is open is all that is not normal, whatever states are named beside it", () => {
    for (const state of alarmStates) {
      const isOpen = isOfTimeAndState(searchOfFilter(usualAlarmFilter, 0), at(state, 0, 0));
      expect(isOpen).toBe(state !== "normal");
    }
    expect(searchOfFilter({ ...usualAlarmFilter, states: ["normal"] }, 0).states).not.toContain("normal");
  });

  it("VW7 a time is what was not normal at some moment of it", () => {
    const nowMs = 100 * hours;
    const search = searchOfFilter({ ...usualAlarmFilter, time: { of: "last", span: "8h" } }, nowMs);
    expect(isOfTimeAndState(search, at("normal", 0, nowMs - 7 * hours))).toBe(true);
    expect(isOfTimeAndState(search, at("normal", 0, nowMs - 9 * hours))).toBe(false);
    expect(isOfTimeAndState(search, at("acknowledged", 0, 0))).toBe(true);
    const past = searchOfFilter(
      { ...usualAlarmFilter, time: { of: "between", fromMs: 10 * hours, untilMs: 20 * hours } },
      nowMs,
    );
    expect(isOfTimeAndState(past, at("normal", 20 * hours, 30 * hours))).toBe(false);
    expect(isOfTimeAndState(past, at("normal", 19 * hours, 30 * hours))).toBe(true);
  });

  it("knows whether anything but time and order is asked for", () => {
    expect(isNarrowed({ ...usualAlarmFilter, time: { of: "last", span: "1h" }, words: "  " })).toBe(false);
    expect(isNarrowed({ ...usualAlarmFilter, who: "Li" })).toBe(true);
  });
});
