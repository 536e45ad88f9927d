import * as z from "zod/mini";
import type { MappingRow } from "../../../../models/mapping/mapping-file.ts";

const sentence = z.object({ "zh-CN": z.string(), en: z.string() });

export const devicesAnswer = z.object({
  devices: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      key: z.string(),
      recorded: z.boolean(),
      row: z.nullable(z.string()),
      kind: z.nullable(z.string()),
      problem: z.nullable(sentence),
      lastMs: z.number(),
      values: z.number(),
      misfits: z.number(),
    }),
  ),
});
export type ForeignDeviceEntry = z.infer<typeof devicesAnswer>["devices"][number];

const draftAnswer = z.object({
  row: z.looseObject({
    id: z.string(),
    source: z.string(),
    kind: z.string(),
    match: z.looseObject({}),
    points: z.array(z.looseObject({ from: z.string(), property: z.string() })),
  }),
});

/** The row of a draft; null for an answer that has none. */
export const draftOf = (body: unknown): MappingRow | null => {
  const read = draftAnswer.safeParse(body);
  return read.success ? read.data.row : null;
};

export const previewAnswer = z.union([
  z.object({
    ok: z.literal(true),
    device: z.object({ name: sentence, kind: z.string(), points: z.array(z.looseObject({})) }),
    values: z.array(
      z.object({
        pointer: z.string(),
        shape: z.string(),
        property: z.nullable(z.string()),
        verdict: z.string(),
      }),
    ),
  }),
  z.object({ ok: z.literal(false), problem: sentence }),
]);
export type PreviewAnswer = z.infer<typeof previewAnswer>;

/** Verdicts of values that would not be taken as they should. */
const doubts: ReadonlySet<string> = new Set(["out-of-range", "wrong-type", "not-a-number"]);

/** Where values stand that do not fit the points they would become. */
export const unfitOf = (preview: PreviewAnswer | null): readonly string[] =>
  preview?.ok === true
    ? preview.values.filter(({ verdict }) => doubts.has(verdict)).map(({ pointer }) => pointer)
    : [];

export const importAnswer = z.object({ rows: z.number() });
