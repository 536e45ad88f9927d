import * as z from "zod/mini";

/** The trail, newest first. */
export const trailAnswer = z.object({
  entries: z.array(
    z.object({
      seq: z.number(),
      atMs: z.number(),
      communityAtMs: z.number(),
      act: z.string(),
      who: z.string(),
      subject: z.string(),
      detail: z.record(z.string(), z.string()),
    }),
  ),
});

/** Whether the chain is whole; `finding` says what is wrong with it. */
export const chainAnswer = z.object({
  checkedAtMs: z.number(),
  entries: z.number(),
  head: z.string(),
  finding: z.nullable(z.object({ "zh-CN": z.string(), en: z.string() })),
  anchoredFrom: z.nullable(z.number()),
});

export type TrailEntry = z.output<typeof trailAnswer>["entries"][number];
