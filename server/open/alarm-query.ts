import { z } from "zod";
import { alarmStates } from "../../models/alarm/alarm.ts";
import { priorities } from "../../models/device/kind.ts";
import { languages } from "../../models/language/text.ts";
import { asking } from "../../models/language/issue-words.ts";
import type { AlarmSearch } from "../../models/alarm/search.ts";
import type { PastMark } from "../alarm-desk/past-store.ts";

const time = z.iso.datetime({ offset: true }).transform((written) => Date.parse(written));
/** Several with commas between. */
const someOf = <const Value extends string>(values: readonly Value[]) =>
  z
    .string()
    .transform((written) => written.split(","))
    .pipe(z.array(z.enum(values)).min(1));
const name = z.string().min(1).max(256);

const filters = {
  /** Alarms that were not normal at some moment in between; community time. */
  from: time.optional(),
  until: time.optional(),
  state: someOf(alarmStates).optional(),
  priority: someOf(priorities).optional(),
  building: name.optional(),
  cell: name.optional(),
  kind: name.optional(),
  party: name.optional(),
  /** The name of who acknowledged it. */
  who: name.optional(),
  /** All of which must occur. */
  words: z.string().max(200).default(""),
};

const mark = /^(-?\d{1,16})~(.+)$/;
const before = z
  .string()
  .max(1024)
  .refine(
    (written) => mark.test(written),
    asking("请使用上一页给出的 next", "take it from `next` of the page before"),
  );

export const listQuery = z.strictObject({
  ...filters,
  /** `next` of the page before. */
  before: before.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

export const csvQuery = z.strictObject({ ...filters, lang: z.enum(languages).default(languages[0]) });

export const historyQuery = z.strictObject({
  /** `next` of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

type Filters = z.output<z.ZodObject<typeof filters>>;

export const searchOf = (query: Filters): AlarmSearch => ({
  fromMs: query.from ?? null,
  untilMs: query.until ?? null,
  states: query.state ?? null,
  priorities: query.priority ?? null,
  building: query.building ?? null,
  gridCell: query.cell ?? null,
  kind: query.kind ?? null,
  party: query.party ?? null,
  acknowledgedBy: query.who ?? null,
  words: query.words.split(/\s+/u).filter((word) => word !== ""),
});

export function markOf(written: string | undefined): PastMark | null {
  const [, fromMs, id] = mark.exec(written ?? "") ?? [];
  return fromMs === undefined || id === undefined ? null : { fromMs: Number(fromMs), id };
}

export const writtenMark = (next: PastMark | null): string | null =>
  next === null ? null : `${next.fromMs}~${next.id}`;
