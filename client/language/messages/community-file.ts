import { text } from "../../../models/language/text.ts";

/** Handing in another community. */
export const communityFile = {
  title: text("更换社区", "Another community"),
  how: text(
    "上传城市模型（CityJSON、CityJSONSeq 或 GeoJSON），最大 {{most}} MB。读取成功后立即替换当前社区；读取失败则不作任何更改。",
    "Hand in a city model (CityJSON, CityJSONSeq or GeoJSON) of at most {{most}} MB. Once it is read it takes over at once; when it cannot be read nothing changes.",
  ),
  drop: text("将文件拖到此处，或点击选择…", "Drop a file here, or choose one…"),
  chosen: text("已选择：{{name}}（{{size}} MB）", "Chosen: {{name}} ({{size}} MB)"),
  replace: text("替换社区", "Replace the community"),
  another: text("选择其他文件", "Choose another"),
  sending: text("正在上传", "Sending"),
  reading: text("正在读取：{{step}}", "Reading: {{step}}"),
  refused: text("已拒绝，当前社区不变：", "Refused, nothing has changed:"),
  taken: text(
    "已采用 {{name}}：{{buildings}} 栋建筑、{{triangles}} 个三角面，{{skipped}} 项未采用。页面即将打开新社区。",
    "{{name}} is taken: {{buildings}} buildings, {{triangles}} triangles, {{skipped}} things left out. The page is about to open it.",
  ),
  stands: text(
    "当前为上传的 {{name}}（{{size}} MB，{{at}}）。",
    "What stands was uploaded: {{name}} ({{size}} MB, {{at}}).",
  ),
  putBack: text("恢复启动时的社区", "Put back the one from the start"),
  stepText: text("文本", "text"),
  stepObjects: text("对象", "objects"),
  stepFaces: text("表面", "surfaces"),
  stepChecks: text("检查", "checks"),
} as const;
