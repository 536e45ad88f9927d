import { text } from "../../../models/language/text.ts";

/** What stands where nothing is selected, and what a model is. */
export const overview = {
  silent: text("无声的设备", "Silent devices"),
  gatewaySilent: text("网关静默：{{name}}", "Gateway silent: {{name}}"),
  carries: text("影响 {{n}} 台设备", "Devices behind it: {{n}}"),
  lastHeard: text("最后上报 {{age}}前", "last heard {{age}} ago"),
  themselves: text("自身静默：{{n}} 台", "Silent themselves: {{n}}"),
  fromRestart: text("重启后尚未上报：{{n}} 台", "Not heard since the restart: {{n}}"),
  more: text("另有 {{n}} 台", "and {{n}} more"),
  kinds: text("设备一览", "Devices at a glance"),
  normal: text("正常", "Normal"),
  doubtful: text("存疑", "Doubtful"),
  doubtfulMeans: text("陈旧、错误、存疑或从未上报", "Stale, bad, doubtful or never reported"),
} as const;

export const model = {
  bundled: text("内置示例", "Bundled example"),
  lods: text("细节层次", "Level of detail"),
  objects: text("{{n}} 个对象", "{{n}} objects"),
  extent: text("范围", "Extent"),
  data: text("数据来源与许可", "Data and licence"),
} as const;
