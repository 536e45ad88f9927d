import { text } from "../../../models/language/text.ts";

/** The overlays' surroundings: tabs, reasons, measures. */
export const figure = {
  dock: text("分析图", "Overlays"),
  energy: text("能源", "Energy"),
  occupancy: text("人员", "Occupancy"),
  alerts: text("告警", "Alerts"),
  loading: text("正在取得数据…", "Fetching…"),
  failed: text("取不到数据，将自动再试。", "Could not be fetched; it will be tried again."),
  fold: text("收起", "Fold"),
  unfold: text("展开", "Unfold"),
  byUse: text("按用途", "By use"),
  byBuilding: text("按建筑", "By building"),
  withheldPrivacy: text("未显示（隐私保护）", "not shown (privacy)"),
  notMeasured: text("此处没有测量", "not measured here"),
  notYet: text("数据尚不足一小时", "not yet an hour of data"),
} as const;
