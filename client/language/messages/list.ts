import { text } from "../../../models/language/text.ts";

export const list = {
  panel: text("建筑与设备", "Buildings and devices"),
  buildings: text("建筑", "Buildings"),
  devices: text("设备", "Devices"),
  filter: text("筛选名称、编号、位置…", "Filter by name, id, place…"),
  kind: text("类别", "Kind"),
  everyKind: text("全部类别", "All kinds"),
  state: text("状态", "State"),
  everyState: text("全部状态", "All states"),
  abnormal: text("异常", "Abnormal"),
  alerting: text("告警", "Beyond limit"),
  stale: text("陈旧", "Stale"),
  poor: text("存疑或错误", "Doubtful or bad"),
  sort: text("排序", "Sort"),
  byState: text("按状态", "By state"),
  byName: text("按名称", "By name"),
  byKind: text("按类别", "By kind"),
  byPlace: text("按位置", "By place"),
  byAge: text("按数值新旧，最旧在前", "By age of value, oldest first"),
  byHeight: text("按高度", "By height"),
  shown: text("{{shown}} / {{all}}", "{{shown}} of {{all}}"),
  none: text("没有符合条件的条目。", "Nothing matches."),
  noDevices: text(
    "这个社区还没有测量设备：这里没有测量，不等于一切正常。",
    "This community has no devices yet: not measured here, which is not the same as all is well.",
  ),
  clear: text("清除筛选", "Clear filters"),
  storeysShort: text("{{n}} 层", "{{n}} storeys"),
  devicesShort: text("{{n}} 台设备", "Devices: {{n}}"),
  outdoors: text("室外", "Outdoors"),
  unplaced: text("未定位", "Not placed"),
  storey: text("{{n}} 层", "Floor {{n}}"),
  basement: text("地下 {{n}} 层", "Basement {{n}}"),
} as const;

export const plan = {
  name: text("社区平面图", "Flat plan of the community"),
  show: text("平面图", "Plan"),
  loading: text("正在载入平面图…", "Loading the flat plan…"),
  describe: text(
    "上方为北。方向键移动，加减号缩放，Home 键回到全景。图中的一切也在列表里。",
    "North is up. Arrow keys move, plus and minus zoom, Home goes back to the overview. Everything in it is also in the list.",
  ),
  broken: text(
    "平面图未能打开。列表中有同样的内容，可完成所有操作。",
    "The flat plan could not be opened. The list holds the same and does the same.",
  ),
} as const;

export const scene = {
  name: text("社区三维场景", "3D scene of the community"),
  loading: text("正在载入三维场景…", "Loading the 3D scene…"),
  describe: text(
    "方向键移动镜头，加减号缩放，方括号旋转。场景中的一切也在列表里。",
    "Arrow keys move the camera, plus and minus zoom, brackets turn. Everything in it is also in the list.",
  ),
  unavailable: text(
    "此浏览器无法显示三维场景（WebGL 2 不可用），因此显示平面图；内容相同。",
    "This browser cannot show the 3D scene (no WebGL 2), so this is the flat plan; it holds the same.",
  ),
  interrupted: text(
    "三维画面中断，正在恢复…",
    "The 3D picture was interrupted; waiting for it to come back…",
  ),
  gone: text(
    "三维画面已丢失，显卡没有恢复，因此显示平面图；内容相同，可完成所有操作。",
    "The 3D picture is lost: the graphics did not come back. This is the flat plan; it holds and does the same.",
  ),
  tryAgain: text("重新打开三维场景", "Open the 3D scene again"),
  broken: text(
    "三维场景未能打开，因此显示平面图；重新载入页面可再试。平面图内容相同，可完成所有操作。",
    "The 3D scene could not be opened, so this is the flat plan; it holds and does the same. Reload the page to try again.",
  ),
  overview: text("全景", "Overview"),
  scattered: text(
    "{{all}} 栋建筑散布在 {{width}} × {{depth}} km 内；全景只见其中 {{shown}} 栋，其余可从列表前往",
    "{{all}} buildings over {{width}} × {{depth}} km; the overview shows {{shown}}, the list leads to the others",
  ),
  attribution: text("数据：{{source}}", "Data: {{source}}"),
  bands: text("各层在家比例", "At home, by storey"),
  bandsNone: text("不足 10 人的楼层不显示", "Storeys under ten residents are not shown"),
  selected: text("已选中：{{name}}", "Selected: {{name}}"),
  released: text("已取消选中", "Selection cleared"),
  hour: text("光照时刻", "Light at"),
  back: text("回到现在", "Back to now"),
  copyView: text("复制此视角的链接", "Copy a link to this view"),
  copied: text("链接已复制。", "Link copied."),
  copyFailed: text("无法复制；请复制地址栏中的链接。", "Could not copy; the address bar holds the link."),
  layers: text("图层", "Layers"),
  showDevices: text("设备", "Devices"),
  showTrees: text("树木", "Trees"),
  showSurroundings: text("周边城市", "City around"),
  showLabels: text("标签", "Labels"),
  showBands: text("楼层分档", "Storey bands"),
} as const;
