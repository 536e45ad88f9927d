import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measuresAnswer } from "../../../../../client/desks/operator/measures/answer.ts";
import {
  auditMeasures,
  countedRows,
  mixMeasures,
  rateRows,
} from "../../../../../client/desks/operator/measures/measure-rows.ts";
import { showInTable } from "../../../../../client/desks/operator/measures/show-in-table.ts";
import { createViewStore } from "../../../../../client/view/view-store.ts";
import { usualView } from "../../../../../client/view/usual-view.ts";
import { AlarmMeasures } from "../../../../../models/alarm/measures/alarm-measures.ts";
import { bounds } from "../../../../../models/alarm/measures/bounds.ts";
import { xingheGarden } from "../../../../../models/communities/index.ts";
import { communityDocument } from "../../../../../models/community/community.ts";
import { days } from "../../../../../models/quantity.ts";
import { usualAlarmFilter } from "../../../../../models/view/alarm-filter.ts";
import { anyJournal } from "../../../../models/alarm/measures/journal.ts";

describe("the page of measures", () => {
  it("PM1 shows every judged measure once", () => {
    const shown = [...rateRows, ...countedRows].map(({ measure }) => measure);
    expect([...shown, ...Object.values(mixMeasures), ...auditMeasures].toSorted()).toEqual(
      Object.keys(bounds).toSorted(),
    );
  });

  it("PM2 reads any report as the server made it, and none that lacks a part", () => {
    fc.assert(
      fc.property(anyJournal, fc.constantFrom(0, 31 * days), fc.nat(), (journal, laterMs, at) => {
        const measures = new AlarmMeasures("desk", null);
        for (const trace of journal.traces) measures.note(trace);
        const report = measures.report(journal.open, journal.nowMs + laterMs);
        const written = JSON.parse(JSON.stringify({ clock: "", badges: [], measures: report }));
        expect(measuresAnswer.safeParse(written)).toEqual({ success: true, data: written.measures });
        const parts = Object.keys(written.measures);
        delete written.measures[parts[at % parts.length]!];
        expect(measuresAnswer.safeParse(written)).toEqual({ success: false });
      }),
    );
  });

  it("PM3 shows in the table what a list names, whatever was asked for before", () => {
    const view = createViewStore(usualView(communityDocument(xingheGarden()), "operator"));
    view.filterAlarms({ ...usualAlarmFilter, who: "Li", priorities: ["P1"] });
    const time = { of: "between", fromMs: 1, untilMs: null } as const;
    showInTable(view, { time, words: "P-1/pressure#low" });
    expect(view.get().page).toBe("alarms");
    expect(view.get().alarmFilter).toEqual({ ...usualAlarmFilter, time, words: "P-1/pressure#low" });
  });
});
