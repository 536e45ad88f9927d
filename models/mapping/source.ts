import { z } from "zod";
import { asking } from "../language/issue-words.ts";
import { leavesOf, levelsOf, pointerOf, valueAt, type Leaf } from "./leaves.ts";
import { template, templateText } from "./template.ts";

const sourceName = z.string().regex(/^[a-z][a-z0-9-]{0,31}$/, "small letters, digits and dashes");

/** Text that is a JSON Pointer. */
export const pointerText = z
  .string()
  .max(256)
  .refine(
    (candidate) => levelsOf(candidate) !== null,
    asking("指针以 / 开头，~ 写作 ~0，/ 写作 ~1", "a pointer begins with / and has ~0 for ~ and ~1 for /"),
  );

const topicRow = z
  .strictObject({
    /** Form of the topic; `{device}` (or `{device+}`) is the device's name at its source. */
    topic: templateText,
    /** `values` of the device, its `state` (online, offline), or `nothing` that anybody wants here. */
    carries: z.enum(["values", "state", "nothing"]),
    /** The part of the message that counts. */
    take: pointerText.optional(),
    /** Where the values are put: other places of the topic, as levels. `{part+}` puts `relay/0` below /relay/0. */
    under: templateText.optional(),
  })
  .refine(
    ({ topic, carries }) => carries === "nothing" || /\{device\+?\}/.test(topic),
    asking(
      "含读数或状态的主题须指明 {device} 的位置",
      "a topic with values or a state says where the {device} is",
    ),
  );

/** How messages of one kind of gateway look. The first topic that fits is the topic's row. */
export const sourceRow = z.strictObject({
  id: sourceName,
  /** Where a message says when it was measured, if it does: ISO text with a zone, or seconds or milliseconds. */
  at: z.array(pointerText).max(8).optional(),
  topics: z.array(topicRow).min(1).max(32),
});
export type Source = z.output<typeof sourceRow>;
type TopicRow = z.output<typeof topicRow>;

/** What a topic of a known source is about. */
export type SourceTopic =
  | {
      readonly carries: "values" | "state";
      readonly source: Source;
      readonly device: string;
      readonly row: TopicRow;
      readonly under: string;
    }
  | { readonly carries: "nothing"; readonly source: Source };

/** The source whose topic this is; null for a topic of nobody. */
export function sourceTopic(sources: readonly Source[], topic: string): SourceTopic | null {
  for (const source of sources) {
    for (const row of source.topics) {
      const places = template(row.topic).match(topic);
      if (places === null) continue;
      if (row.carries === "nothing") return { carries: "nothing", source };
      const under = row.under === undefined ? "" : (template(row.under).filledWith(places) ?? "");
      const levels = under === "" ? [] : under.split("/");
      const { device = "" } = places;
      return { carries: row.carries, source, device, row, under: pointerOf(levels) };
    }
  }
  return null;
}

/** What one message says of its device. `at` is as the source wrote it. */
export interface SourceMessage {
  readonly leaves: readonly Leaf[];
  readonly at: unknown;
  /** Values that were too many or too deep to be looked at. */
  readonly over: number;
}

export function readValues(topic: Extract<SourceTopic, { device: string }>, payload: unknown): SourceMessage {
  const part = valueAt(payload, topic.row.take ?? "");
  const { leaves, over } = leavesOf(part, topic.under);
  const stamp = topic.source.at?.map((pointer) => valueAt(part, pointer)).find((each) => each !== undefined);
  return { leaves, over, at: timeOf(stamp) };
}

/** Epoch milliseconds, or text with a zone, as readings have it; undefined where the source does not really say. */
function timeOf(stamp: unknown): number | string | undefined {
  // A clock that was never set counts from its own start.
  if (typeof stamp === "number") return stamp < 1e9 ? undefined : stamp < 1e11 ? stamp * 1000 : stamp;
  return typeof stamp === "string" && /(?:Z|[+-]\d\d:?\d\d)$/.test(stamp) ? stamp : undefined;
}

const online: ReadonlySet<unknown> = new Set(["online", true, "true"]);
const offline: ReadonlySet<unknown> = new Set(["offline", false, "false"]);

/** Whether the device is there; null for a state that says neither. */
export function readState(topic: Extract<SourceTopic, { device: string }>, payload: unknown): boolean | null {
  const word = valueAt(payload, topic.row.take ?? "") ?? payload;
  if (online.has(word)) return true;
  return offline.has(word) ? false : null;
}
