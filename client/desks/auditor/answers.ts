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
export type TrailEntry = z.output<typeof trailAnswer>["entries"][number];
