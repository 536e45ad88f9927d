import * as z from "zod/mini";

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
