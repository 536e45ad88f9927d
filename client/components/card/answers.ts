import * as z from "zod/mini";
import type { AlarmResponse } from "../../../models/alarm/response/response.ts";
import type { RuleOverride } from "../../../models/alarm/rules/overrides.ts";
import type { Limit } from "../../../models/device/kind.ts";
import type { Trend } from "../../../models/trend/trend.ts";

const words = z.object({ "zh-CN": z.string(), en: z.string() });

/** What the server makes of its own models comes back as it was made; checked is that it is of this shape. */
const limit = z.pipe(
  z.looseObject({
    id: z.string(),
    property: z.string(),
    condition: z.looseObject({ when: z.string() }),
    priority: z.string(),
    party: z.string(),
    message: words,
  }),
  z.transform((told) => told as unknown as Limit),
);
const response = z.pipe(
  z.looseObject({
    meaning: words,
    steps: z.array(words),
    contact: z.nullable(words),
    contacts: z.array(
      z.object({ party: z.string(), name: words, reach: words, number: z.nullable(z.string()) }),
    ),
  }),
  z.transform((told) => told as unknown as AlarmResponse),
);
const override = z.pipe(
  z.looseObject({ limit: z.string(), at: z.looseObject({}), set: z.looseObject({}), who: z.string() }),
  z.transform((told) => told as unknown as RuleOverride),
);

/** The limits of a device as they are in force for it. */
export const limitsAnswer = z.object({
  limits: z.array(
    z.object({
      limit,
      enabled: z.boolean(),
      isOverridden: z.boolean(),
      overrides: z.array(override),
      response,
    }),
  ),
});
export type ToldLimit = z.output<typeof limitsAnswer>["limits"][number];

const bucket = z.object({
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  last: z.number(),
  known: z.number(),
});

/** How the values of a device went. */
export const pastAnswer = z.object({
  points: z.array(
    z.object({
      property: z.string(),
      trend: z.pipe(
        z.object({ fromMs: z.number(), bucketMs: z.number(), buckets: z.array(z.nullable(bucket)) }),
        z.transform((told): Trend => told),
      ),
    }),
  ),
});
