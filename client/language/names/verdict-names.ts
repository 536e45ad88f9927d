import { text, type Text } from "../../../models/language/text.ts";

/** What the preview of a mapping says of a value, without the value. */
export const verdictNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    fits: text("合适", "fits"),
    "out-of-range": text("超出范围", "out of range"),
    "wrong-type": text("类型不符", "wrong type"),
    "not-a-number": text("不是数", "not a number"),
    "not-here": text("尚无数值", "no value yet"),
    "left-out": text("略过", "left out"),
    waits: text("进入待映射", "waits in the tray"),
  }),
);
