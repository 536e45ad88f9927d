import { z } from "zod";
import { describedPlace } from "../device/described-place.ts";
import { priorities, visibilities } from "../device/kind.ts";
import { parties } from "../device/parties.ts";
import { asking, issueWords } from "../language/issue-words.ts";
import { text, type Text } from "../language/text.ts";
import { units } from "../quantity.ts";
import { pointerText, sourceRow } from "./source.ts";
import { sourceUnits } from "./source-unit.ts";
import { template, templateText } from "./template.ts";

const words = z.strictObject({
  "zh-CN": z.string().min(1).max(120).optional(),
  en: z.string().min(1).max(120).optional(),
});
const measure = z.number().min(-1e9).max(1e9);
const hour = z.number().min(0).max(24);
const partyCodes = [...parties.keys()].map(String);

const condition = z.discriminatedUnion("when", [
  z.strictObject({ when: z.literal("above"), value: measure }),
  z.strictObject({ when: z.literal("below"), value: measure }),
  z.strictObject({ when: z.literal("outside"), low: measure, high: measure }),
  /** A boolean (0 or 1) or the ordinal of an enum. */
  z.strictObject({ when: z.literal("is"), value: measure }),
]);

/** An alarm rule of one point. */
export const limitRow = z.strictObject({
  condition,
  /** How far back within its limit a value must come before the alert ends. */
  deadband: z.number().min(0).max(1e9).optional(),
  /** Seconds the condition must hold before it counts. */
  delayS: z.number().min(0).max(604_800).optional(),
  /** Seconds a value must be back within before the alert ends. */
  offDelayS: z.number().min(0).max(604_800).optional(),
  /** Only between these local hours; may wrap midnight. */
  hours: z.strictObject({ from: hour, until: hour }).optional(),
  priority: z.enum(priorities),
  party: z.enum(partyCodes).optional(),
  message: words.refine(
    (each) => each["zh-CN"] !== undefined || each.en !== undefined,
    asking("请说明有何异常", "say what is wrong"),
  ),
});
export type LimitRow = z.output<typeof limitRow>;

/** One value of a device: where it stands in its messages, and what it becomes. */
export const pointRow = z
  .strictObject({
    from: templateText,
    /** Name of the point; may use the places of `from`: `power{n}`. A point of the kind's catalogue keeps its unit. */
    property: z.string().min(1).max(128),
    name: words.optional(),
    type: z.enum(["number", "boolean", "enum"]).optional(),
    unit: z.enum(units).optional(),
    /** Unit of the source, where it is another one. */
    fromUnit: z.enum(sourceUnits).optional(),
    /** `value × scale + offset`, before the unit is converted. */
    scale: measure
      .refine(
        (scale) => scale !== 0,
        asking("比例为 0 会使所有数值相同", "a scale of 0 makes every value the same"),
      )
      .optional(),
    offset: measure.optional(),
    /** Words (or numbers, true, false) of the source and what they mean: a boolean, the name of a state, a number. */
    words: z
      .record(z.string().max(64), z.union([z.boolean(), z.string().min(1).max(64), measure]))
      .refine((map) => Object.keys(map).length <= 64, asking("最多 64 个词", "at most 64 words"))
      .optional(),
    decimals: z.int().min(0).max(6).optional(),
    min: measure.optional(),
    max: measure.optional(),
    periodS: z.number().min(0.1).max(31_536_000).optional(),
    /** Personal until somebody says otherwise. */
    visibility: z.enum(visibilities).optional(),
    limits: z.array(limitRow).max(8).optional(),
  })
  .refine(
    ({ from, property }) => template(property).places.every((name) => template(from).places.includes(name)),
    asking("property 用到了 from 中没有的位置", "property uses a place that from does not have"),
  );
export type PointRow = z.output<typeof pointRow>;

/** Where a device is, as a `$describe` says it. */
export type PlaceRow = z.output<typeof describedPlace>;

const match = z
  .strictObject({
    /** One device, by its name at the source. */
    device: z.string().min(1).max(256).optional(),
    /** Any device whose name is like this; `*` stands for any text. */
    like: z.string().min(1).max(256).optional(),
    /** Values it must have shown … */
    has: z.array(pointerText).max(16).optional(),
    /** … and must not have. */
    lacks: z.array(pointerText).max(16).optional(),
    /** Only devices that speak now, or only those of a replayed recording; both without it. */
    origin: z.enum(["live", "recorded"]).optional(),
  })
  .refine(
    ({ device, like, has }) => device ?? like ?? has,
    asking(
      "请写明 device、like 或 has，否则所有设备都会匹配",
      "say device, like or has: else every device is meant",
    ),
  );

/** How one device, or every device of a sort, is recognised, and what it becomes. */
export const mappingRow = z.strictObject({
  id: z.string().min(1).max(200),
  source: z.string().min(1).max(32),
  match,
  kind: z.string().min(1).max(128),
  name: words.optional(),
  at: describedPlace.optional(),
  party: z.enum(partyCodes).optional(),
  via: z.string().min(1).max(128).optional(),
  points: z.array(pointRow).min(1).max(200),
  /** Values that are left out knowingly; all others wait in the tray. */
  ignore: z.array(templateText).max(64).optional(),
});
export type MappingRow = z.output<typeof mappingRow>;

export const mostRows = 5000;

/** A mapping file: sources beyond those the product knows, and rows, of which the first that fits a device is its row. */
export const mappingFile = z.strictObject({
  $schema: z.string().max(256).optional(),
  mapping: z.literal(1),
  sources: z.array(sourceRow).max(64).optional(),
  rows: z.array(mappingRow).max(mostRows),
});
export type MappingFile = z.output<typeof mappingFile>;

export type MappingReading =
  | { readonly ok: true; readonly file: MappingFile }
  | { readonly ok: false; readonly where: string; readonly sentence: Text };

/** Reads a mapping file, or says what is wrong with it and where. */
export function readMappingFile(json: unknown): MappingReading {
  const parsed = mappingFile.safeParse(json, { reportInput: true });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = `$${(issue?.path ?? []).map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("")}`;
    return {
      ok: false,
      where,
      sentence: issue ? issueWords(issue) : text("不是映射文件", "not a mapping file"),
    };
  }
  const seen = new Set<string>();
  for (const [index, { id }] of parsed.data.rows.entries()) {
    if (seen.has(id))
      return {
        ok: false,
        where: `$.rows[${index}].id`,
        sentence: text(
          `有两行都叫 ${JSON.stringify(id)}，请各用各的编号`,
          `two rows are called ${JSON.stringify(id)}; give each its own id`,
        ),
      };
    seen.add(id);
  }
  return { ok: true, file: parsed.data };
}

/** The published schema of a mapping file, made from the code that reads it. */
export const mappingJsonSchema = (): object => ({
  title: "Courtyard mapping file",
  ...z.toJSONSchema(mappingFile, { io: "input" }),
});
