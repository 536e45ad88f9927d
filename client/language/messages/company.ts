import { text } from "../../../models/language/text.ts";

/** Who else is in the control room. */
export const company = {
  title: text("同班在岗", "Also here"),
  count: text("另有 {{n}} 人在岗", "{{n}} more here"),
  alone: text("只有您在岗", "Only you here"),
  more: text("还有 {{n}} 人", "and {{n}} more"),
  nothing: text("全区", "the whole community"),
  page: text("{{page}}页", "{{page}} page"),
  follow: text("转到同一处", "Go there too"),
  sees: text("{{who}} 正在查看", "{{who}} is looking at this"),
  seeMany: text("{{who}} 和另外 {{n}} 人正在查看", "{{who}} and {{n}} more are looking at this"),
  writes: text("{{who}} 正在填写此报警", "{{who}} is writing on this alarm"),
  writing: text("正在填写报警", "writing on an alarm"),
  muted: text("报警声音静音至 {{time}}", "muted until {{time}}"),
} as const;
