import { alarmStateNames } from "../../models/alarm/state-names.ts";
import type { PastAlarm } from "../../models/alarm/past.ts";
import type { Community } from "../../models/community/community.ts";
import { kindOf } from "../../models/device/catalogue.ts";
import { parties } from "../../models/device/parties.ts";
import { dutyNames } from "../../models/duty/duty.ts";
import type { Person } from "../../models/duty/person.ts";
import { type Language, text, type Text } from "../../models/language/text.ts";

type Cell = string | number | null;

/** What there is to know besides the alarm itself. */
interface Words {
  readonly say: (text: Text | undefined | null) => string | null;
  readonly time: (atMs: number) => string;
  readonly building: (past: PastAlarm) => Text | null;
  readonly badge: string;
}

interface Column {
  readonly head: Text;
  readonly cell: (past: PastAlarm, words: Words) => Cell;
}

const person = (by: Person | undefined, { say }: Words): string | null =>
  by === undefined ? null : `${say(dutyNames[by.duty]) ?? ""} ${by.name}`;
const orNull = (atMs: number | null | undefined, { time }: Words): string | null =>
  atMs == null ? null : time(atMs);

const columns: readonly Column[] = [
  { head: text("标识", "Badge"), cell: (_past, { badge }) => badge },
  { head: text("开始", "Began"), cell: ({ alarm }, { time }) => time(alarm.fromMs) },
  { head: text("恢复", "Gone"), cell: ({ alarm }, words) => orNull(alarm.untilMs, words) },
  { head: text("状态", "State"), cell: ({ state }, { say }) => say(alarmStateNames[state]) },
  { head: text("优先级", "Priority"), cell: ({ alarm }) => alarm.priority },
  { head: text("报警", "Alarm"), cell: ({ alarm, message }, { say }) => say(message) ?? alarm.limit },
  { head: text("设备", "Device"), cell: ({ alarm, about }, { say }) => say(about?.name) ?? alarm.device },
  {
    head: text("种类", "Kind"),
    cell: ({ about }, { say }) => about && (say(kindOf(about.kind)?.name) ?? about.kind),
  },
  {
    head: text("责任方", "Party"),
    cell: ({ about }, { say }) => about && (say(parties.get(about.party)) ?? about.party),
  },
  { head: text("楼栋", "Building"), cell: (past, { say, building }) => say(building(past)) },
  { head: text("楼层", "Storey"), cell: ({ about }) => about?.place.storey ?? null },
  { head: text("住户", "Home"), cell: ({ about }) => about?.place.dwelling ?? null },
  { head: text("数值", "Value"), cell: ({ alarm }) => alarm.value },
  { head: text("次数", "Times"), cell: ({ alarm }) => alarm.times },
  {
    head: text("确认人", "Acknowledged by"),
    cell: ({ alarm }, words) => person(alarm.acknowledgement?.by, words),
  },
  {
    head: text("确认时间", "Acknowledged at"),
    cell: ({ alarm }, words) => orNull(alarm.acknowledgement?.atMs, words),
  },
  { head: text("确认备注", "Note"), cell: ({ alarm }) => alarm.acknowledgement?.note ?? null },
  { head: text("搁置至", "Shelved until"), cell: ({ alarm }, words) => orNull(alarm.shelf?.untilMs, words) },
  { head: text("搁置原因", "Reason"), cell: ({ alarm }) => alarm.shelf?.reason ?? null },
  { head: text("工单号", "Work order"), cell: ({ alarm }) => alarm.outOfService?.workOrder ?? null },
  { head: text("屏蔽原因设备", "Suppressed by"), cell: ({ alarm }) => alarm.suppressedBy },
  { head: text("最后变化", "Changed at"), cell: ({ alarm }, { time }) => time(alarm.changedAtMs) },
  {
    head: text("变化者", "Changed by"),
    cell: ({ alarm }, words) => person(alarm.changedBy ?? undefined, words),
  },
  { head: text("报警编号", "Alarm id"), cell: ({ alarm }) => alarm.alarm },
];

/** Alarms as lines of CSV (RFC 4180), in a language and in the community's own time. */
export class AlarmCsv {
  readonly #words: Words;

  constructor(
    { buildings, timeZone }: Pick<Community, "buildings" | "timeZone">,
    language: Language,
    isDemo: boolean,
  ) {
    const names = new Map(buildings.map(({ id, name }) => [id, name]));
    // Swedish writes times as ISO 8601 does.
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
    this.#words = {
      say: (words) => words?.[language] ?? null,
      time: (atMs) => format.format(atMs),
      building: ({ about }) =>
        about?.place.building == null ? null : (names.get(about.place.building) ?? null),
      badge: isDemo ? "DEMO" : "",
    };
  }

  /** With the mark by which spreadsheets know UTF-8. */
  get head(): string {
    return `\uFEFF${lineOf(columns.map(({ head }) => this.#words.say(head)))}`;
  }

  line(past: PastAlarm): string {
    return lineOf(columns.map(({ cell }) => cell(past, this.#words)));
  }
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(",")}\r\n`;

/** Words that a spreadsheet would take for a formula have an apostrophe before them; numbers never are words. */
function cellOf(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const harmless = /^[\s]*[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
