import { text } from "../../../models/language/text.ts";

/** The frame every desk stands in: bar, menu, link, help, errors. */
export const desk = {
  loading: text("正在打开社区…", "Opening the community…"),
  language: text("语言", "Language"),
  theme: text("明暗", "Theme"),
  frame: text("画面的时间与来源", "Time and origin of what is shown"),
  darkTheme: text("深色", "Dark"),
  lightTheme: text("浅色", "Light"),
  signOut: text("退出", "Sign out"),
  clock: text("社区时间", "Community time"),
  menu: text("设置与退出", "Settings and sign-out"),
  help: text("快捷键", "Shortcuts"),
  close: text("关闭", "Close"),
  skipToList: text("跳到列表", "Skip to the list"),
  demo: text("演示", "DEMO"),
  demoMeans: text(
    "演示：设备由模拟程序驱动，不是真实社区。",
    "DEMO: the devices are simulated, this is no real place.",
  ),
  recorded: text("录制", "RECORDED"),
  recordedMeans: text(
    "录制：部分设备由真实录制数据驱动，时间已平移到现在。",
    "RECORDED: some devices replay a real recording, moved to now.",
  ),
  live: text("实时", "LIVE"),
  notHeard: text("非实时：收不到设备", "NOT LIVE: no device is heard"),
  notLive: text("非实时", "NOT LIVE"),
  look: text("另一时刻的光照", "LIGHT OF ANOTHER HOUR"),
} as const;

export const link = {
  name: text("连接", "Link"),
  connecting: text("正在连接", "Connecting"),
  live: text("实时", "Live"),
  stale: text("数据停滞", "No fresh data"),
  reconnecting: text("正在重连", "Reconnecting"),
  refused: text("连接被拒绝", "Refused"),
  lag: text("延迟 {{age}}", "{{age}} old"),
  lastFrame: text("最后数据 {{age}}前", "last data {{age}} ago"),
  attempt: text("第 {{n}} 次尝试", "attempt {{n}}"),
  announceLost: text(
    "连接中断，画面停在最后一刻的数据。",
    "The link is lost; the picture stands at the last data.",
  ),
  announceBack: text(
    "连接已恢复，画面与服务器一致。",
    "The link is back; the picture is the server's again.",
  ),
} as const;

export const trouble = {
  unreachable: text("连不上服务器", "The server cannot be reached"),
  unreachableDo: text(
    "请确认服务器正在运行、网络可用，然后重试。页面会每隔几秒自动再试。",
    "Check that the server runs and the network is up, then try again. The page also retries every few seconds.",
  ),
  ended: text("登录已结束", "Your sign-in has ended"),
  endedDo: text(
    "请用新的一次性链接登录（服务器上运行 npm run link），或以公众身份继续查看。",
    "Sign in with a new one-time link (npm run link on the server), or go on as a member of the public.",
  ),
  broken: text("服务器的回答无法读取", "The server's answer cannot be read"),
  brokenDo: text(
    "请重新载入页面；若仍如此，请查看服务器日志。",
    "Reload the page; if it stays so, look into the server's log.",
  ),
  slipped: text("页面出错了", "This page has failed"),
  slippedDo: text(
    "请重新载入页面。社区数据没有受到影响。",
    "Reload the page. The community's data are unharmed.",
  ),
  retry: text("重试", "Try again"),
  goOn: text("以公众身份继续", "Go on as the public"),
  reload: text("重新载入", "Reload"),
} as const;

export const keys = {
  title: text("键盘快捷键", "Keyboard shortcuts"),
  next: text("下一行 / 上一行", "Next / previous row"),
  jump: text("跳到以所输文字开头的行", "To a row that begins so"),
  choose: text("在三维中选中", "Select in 3D"),
  find: text("筛选", "Filter"),
  findAll: text("查找任何内容", "Find anything"),
  alarmList: text("报警列表", "Alarms"),
  alarmTable: text("报警表（再按返回地图）", "Alarm table, and back to the map"),
  measures: text("报警指标（再按返回地图）", "Measures, and back to the map"),
  diagnosis: text("所选设备的诊断（再按返回）", "Diagnosis of the selected device, and back"),
  acknowledge: text("在表中确认报警", "Acknowledge in the table"),
  edges: text("首行、末行、翻页", "First, last row; by the page"),
  buildings: text("建筑列表", "Buildings"),
  devices: text("设备列表", "Devices"),
  energy: text("能源图", "Energy"),
  occupancy: text("人员图", "Occupancy"),
  alerts: text("告警图", "Alerts"),
  picture: text("三维与平面图切换", "3D scene or flat plan"),
  release: text("取消选中", "Clear the selection"),
  home: text("回到全景", "Back to the overview"),
  camera: text("镜头：移动、缩放、旋转", "Camera: move, zoom, turn"),
  help: text("本页", "This sheet"),
} as const;
