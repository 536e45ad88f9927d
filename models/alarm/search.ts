import type { Community } from "../community/community.ts";
import { kindOf } from "../device/catalogue.ts";
import type { Priority } from "../device/kind.ts";
import { parties } from "../device/parties.ts";
import { languages, type Text } from "../language/text.ts";
import type { AlarmState } from "./alarm.ts";
import type { PastAlarm } from "./past.ts";

/** Which alarms somebody looks for; null leaves a part open. */
export interface AlarmSearch {
  /** Alarms that were not normal at some moment in between; community time. */
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly states: readonly AlarmState[] | null;
  readonly priorities: readonly Priority[] | null;
  readonly building: string | null;
  readonly gridCell: string | null;
  readonly kind: string | null;
  readonly party: string | null;
  /** The name of who acknowledged it last. */
  readonly acknowledgedBy: string | null;
  /** All of which occur, in either language: in names, messages, notes, reasons and work orders. */
  readonly words: readonly string[];
}

type Buildings = Pick<Community, "buildings">;

/** Whether an episode is of the time and in a state that is looked for: what a store can tell by its columns. */
export const isOfTimeAndState = (
  { fromMs, untilMs, states }: Pick<AlarmSearch, "fromMs" | "untilMs" | "states">,
  { alarm, state }: Pick<PastAlarm, "alarm" | "state">,
): boolean =>
  (untilMs === null || alarm.fromMs < untilMs) &&
  (fromMs === null || state !== "normal" || alarm.changedAtMs >= fromMs) &&
  (states === null || states.includes(state));

/** Whether an alarm is looked for, time and state apart. */
export function searcher(search: AlarmSearch, { buildings }: Buildings): (past: PastAlarm) => boolean {
  const byId = new Map(buildings.map((building) => [building.id, building]));
  const words = search.words.map((word) => word.toLowerCase());
  return (past) => {
    const { alarm, about } = past;
    const home = about?.place.building == null ? undefined : byId.get(about.place.building);
    return (
      (search.priorities === null || search.priorities.includes(alarm.priority)) &&
      (search.building === null || about?.place.building === search.building) &&
      (search.gridCell === null || home?.gridCell === search.gridCell) &&
      (search.kind === null || about?.kind === search.kind) &&
      (search.party === null || about?.party === search.party) &&
      (search.acknowledgedBy === null || alarm.acknowledgement?.by.name === search.acknowledgedBy) &&
      (words.length === 0 || occur(words, wordsOf(past, home?.name)))
    );
  };
}

const occur = (words: readonly string[], all: string): boolean => words.every((word) => all.includes(word));

function wordsOf({ alarm, about, message }: PastAlarm, building: Text | undefined): string {
  const kind = about === null ? undefined : kindOf(about.kind)?.name;
  const party = about === null ? undefined : parties.get(about.party);
  const texts = [message, about?.name, kind, party, building];
  const said = texts.flatMap((each) => (each == null ? [] : languages.map((language) => each[language])));
  const { acknowledgement, shelf, outOfService } = alarm;
  return [
    ...said,
    ...[alarm.alarm, about?.place.dwelling, acknowledgement?.note, acknowledgement?.by.name],
    ...[shelf?.reason, shelf?.note, outOfService?.workOrder, outOfService?.note],
  ]
    .filter((each) => each != null)
    .join("\n")
    .toLowerCase();
}
