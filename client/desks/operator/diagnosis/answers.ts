import * as z from "zod/mini";
import type { AlarmHistory } from "./alarm-history.ts";

/** What a device sent, the newest last. */
export const messagesAnswer = z.object({
  messages: z.array(
    z.object({ atMs: z.number(), address: z.string(), payload: z.string(), bytes: z.number() }),
  ),
});
export type RawMessage = z.output<typeof messagesAnswer>["messages"][number];

/** The ids of alarms, as far as they are looked at here. */
export const alarmsAnswer = z.object({
  alarms: z.array(z.object({ alarm: z.looseObject({ alarm: z.string(), device: z.string() }) })),
});

const words = z.object({ "zh-CN": z.string(), en: z.string() });

/** The history of one alarm; what happened is as `models/alarm` has it. */
export const historyAnswer = z.pipe(
  z.object({
    alarm: z.looseObject({ alarm: z.string(), limit: z.string() }),
    message: z.nullable(words),
    transitions: z.array(
      z.looseObject({ version: z.number(), atMs: z.number(), event: z.looseObject({ event: z.string() }) }),
    ),
  }),
  z.transform((told) => told as unknown as AlarmHistory),
);
