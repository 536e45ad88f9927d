import { text } from "../../../models/language/text.ts";

/** The pages of the control room and the way to them. */
export const page = {
  bar: text("所在位置与页面", "Where you are, and the pages"),
  map: text("地图", "Map"),
  alarms: text("报警表", "Alarm table"),
  measures: text("报警指标", "Measures"),
  way: text("从社区到此处", "From the community to here"),
  level: text("{{n}} 级", "Level {{n}}"),
  levelMeans: text(
    "1 全貌，2 网格与楼栋，3 单台设备，4 诊断",
    "1 all, 2 grid cells and buildings, 3 one device, 4 diagnosis",
  ),
  diagnosis: text("诊断", "Diagnosis"),
  diagnosisOpen: text("诊断（I）", "Diagnosis (I)"),
  rules: text("报警规则", "Alarm rules"),
} as const;
