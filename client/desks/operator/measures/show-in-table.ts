import { type AlarmFilter, usualAlarmFilter } from "../../../../models/view/alarm-filter.ts";
import type { ViewStore } from "../../../view/view-store.ts";

/** Opens the table of alarms for these and no others. */
export function showInTable(view: ViewStore, part: Partial<AlarmFilter>): void {
  view.filterAlarms({ ...usualAlarmFilter, ...part });
  view.open("alarms");
}
