import { text, type Text } from "../../models/language/text.ts";
import type { EnergyUse, Withheld } from "../../models/overlay/bodies.ts";

export const useNames: Readonly<Record<EnergyUse, Text>> = {
  dwellings: text("住户", "Dwellings"),
  public: text("公共", "Public"),
  lifts: text("电梯", "Lifts"),
  lighting: text("照明", "Lighting"),
  pumps: text("水泵", "Pumps"),
  heating: text("供热", "Heating"),
  ev: text("电动汽车", "E-cars"),
  pv: text("光伏", "Solar"),
  battery: text("储能", "Battery"),
};

/** Why a figure is empty, as a whole sentence. */
export const energyEmpty: Readonly<Record<Withheld, Text>> = {
  "not-measured": text(
    "此处没有测量用电：社区里没有电力设备在报告。没有测量不等于零。",
    "Electricity is not measured here: no electrical device reports. Not measured is not zero.",
  ),
  privacy: text(
    "未显示（隐私保护）：只有至少 15 户、且单户不超过 15% 的合计才会显示。",
    "Not shown (privacy): only sums of at least 15 homes, none above 15 %, are shown.",
  ),
  "not-yet": text(
    "数据还不够：按小时汇总，至少滞后一小时。",
    "Not yet: sums are by the hour and at least an hour old.",
  ),
};
export const occupancyEmpty: Readonly<Record<Withheld, Text>> = {
  "not-measured": text(
    "此处没有测量在家人数。没有测量不等于无人。",
    "People at home are not measured here. Not measured is not nobody.",
  ),
  privacy: text(
    "未显示（隐私保护）：少于 10 人的群体不显示。",
    "Not shown (privacy): groups under ten are not shown.",
  ),
  "not-yet": text("数据还不够，稍后显示。", "Not yet; it will show shortly."),
};
export const withheldShort: Readonly<Record<Withheld, Text>> = {
  "not-measured": text("未测量", "not measured"),
  privacy: text("不显示（隐私）", "not shown (privacy)"),
  "not-yet": text("尚无", "not yet"),
};
export const figureWords = {
  energy: text("各用途平均功率，千瓦", "Mean power by use, kW"),
  net: text("净用电", "Net"),
  step: { minute: text("每分钟", "by the minute"), hour: text("每小时", "by the hour") },
  coverage: text("覆盖", "heard"),
  powerNow: text("各建筑功率，千瓦", "Power by building, kW"),
  occupancy: text("各楼在家人数，按档", "People at home by building, in bands"),
  alerts: text("超限时段，按优先级", "Times beyond limits, by priority"),
  noAlerts: text("这段时间没有超限。", "Nothing was beyond its limits in this time."),
  noDevices: text(
    "此处没有测量：没有设备，也就没有限值可言。",
    "Not measured here: without devices nothing can be beyond its limits.",
  ),
  ongoing: text("持续中", "ongoing"),
  asOf: text("截至", "as of"),
} as const;
