import * as z from "zod/mini";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import type { PastAlarm, PastTransition } from "../../../models/alarm/past.ts";
import type { Person } from "../../../models/duty/person.ts";

/** One alarm and what became of it, newest first. */
export interface AlarmHistory extends Pick<PastAlarm, "alarm" | "message"> {
  readonly transitions: readonly PastTransition[];
}

/** The history of one alarm; what happened is as `models/alarm` has it. */
export const historyAnswer = z.pipe(
  z.object({
    alarm: z.looseObject({ alarm: z.string(), limit: z.string() }),
    message: z.nullable(z.object({ "zh-CN": z.string(), en: z.string() })),
    transitions: z.array(
      z.looseObject({ version: z.number(), atMs: z.number(), event: z.looseObject({ event: z.string() }) }),
    ),
  }),
  z.transform((told) => told as unknown as AlarmHistory),
);

/** Who did it and what they wrote, where it was a person. */
export function actOf({ event }: PastTransition) {
  if (!("act" in event)) return null;
  const note = [
    event.event === "shelve" ? event.reason : "",
    event.event === "take-out" ? event.workOrder : "",
    event.act.note,
  ];
  return { by: event.act.by, words: note.filter((each) => each !== "").join(" · ") };
}

/** What somebody noted of an alarm. */
export interface AlarmNote {
  readonly version: number;
  readonly atMs: number;
  readonly by: Person;
  readonly words: string;
}

/** The last notes of an episode, newest first; what else people wrote stands with what they did. */
export function lastNotes(
  transitions: readonly PastTransition[],
  { fromMs }: Pick<Alarm, "fromMs">,
  most: number,
): readonly AlarmNote[] {
  const notes: AlarmNote[] = [];
  for (const { version, atMs, event } of transitions)
    if (event.event === "note" && atMs >= fromMs)
      notes.push({ version, atMs, by: event.act.by, words: event.act.note });
  return notes.toSorted((a, b) => b.version - a.version).slice(0, most);
}
