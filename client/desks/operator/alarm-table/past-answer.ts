import * as z from "zod/mini";
import { alarmStates } from "../../../../models/alarm/alarm.ts";
import type { PastPage } from "../../../../models/alarm/past.ts";
import { priorities } from "../../../../models/device/kind.ts";

const words = z.object({ "zh-CN": z.string(), en: z.string() });
const page = z.object({
  alarms: z.array(
    z.object({
      alarm: z.looseObject({
        id: z.string(),
        alarm: z.string(),
        device: z.string(),
        limit: z.string(),
        priority: z.enum(priorities),
        version: z.number(),
        fromMs: z.number(),
        untilMs: z.nullable(z.number()),
        changedAtMs: z.number(),
        times: z.number(),
      }),
      state: z.enum(alarmStates),
      about: z.nullable(z.looseObject({ kind: z.string(), name: words, party: z.string() })),
      message: z.nullable(words),
    }),
  ),
  next: z.nullable(z.string()),
});

/** A page of the past; null for an answer that is none. What the table builds on was looked at. */
export function readPastPage(body: unknown): PastPage | null {
  const read = page.safeParse(body);
  return read.success ? (read.data as unknown as PastPage) : null;
}
