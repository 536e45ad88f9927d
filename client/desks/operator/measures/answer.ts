import * as z from "zod/mini";
import { type JudgedMeasure, bounds, loads } from "../../../../models/alarm/measures/bounds.ts";
import type { MeasuresReport } from "../../../../models/alarm/measures/report.ts";
import { priorities } from "../../../../models/device/kind.ts";

const number = z.number();
const judged = z.object({
  value: number,
  acceptable: number,
  manageable: z.nullable(number),
  source: z.string(),
  verdict: z.nullable(z.enum(["acceptable", "manageable", "beyond"])),
});
const peak = z.nullable(z.object({ count: number, atMs: number }));
const often = z.object({ alarm: z.string(), times: number });
const since = z.object({ alarm: z.string(), sinceMs: number });
const share = z.object({ times: number, share: number, target: number });
const measures = Object.keys(bounds) as JudgedMeasure[];

const answer = z.object({
  measures: z.object({
    position: z.string(),
    fromMs: number,
    untilMs: number,
    days: number,
    daysNeeded: number,
    announced: number,
    judged: z.record(z.enum(measures), judged),
    load: z.nullable(z.enum(loads)),
    rolling: z.object({ tenMinutes: number, hour: number, day: number }),
    peaks: z.object({ tenMinutes: peak, hour: peak, day: peak }),
    floods: z.array(z.object({ fromMs: number, untilMs: z.nullable(number), announced: number })),
    frequent: z.array(z.extend(often, { share: number })),
    chattering: z.array(often),
    fleeting: z.array(often),
    stale: z.array(since),
    standing: z.array(since),
    suppressed: number,
    outOfService: number,
    priorities: z.record(z.enum(priorities), share),
    acknowledging: z.object({ times: number, meanMs: z.nullable(number), p90Ms: z.nullable(number) }),
  }),
});

/** The measures of the operator position; all that the page builds on was looked at. */
export const measuresAnswer = {
  safeParse(body: unknown): { success: true; data: MeasuresReport } | { success: false } {
    const read = answer.safeParse(body);
    return read.success
      ? { success: true, data: read.data.measures as unknown as MeasuresReport }
      : { success: false };
  },
};
