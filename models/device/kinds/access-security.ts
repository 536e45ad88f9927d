import type { DeviceKind } from "../kind.ts";
import { above, below, inState, is, kind, limit, whenTrue } from "./build.ts";
import { choice, event, flag, number } from "./points.ts";

const security = { visibility: "staff", purpose: "security", retention: "operational" } as const;
const own = { visibility: "personal", retention: "personal" } as const;

/** Gates, doors, cameras and fences. */
export const accessSecurityKinds: readonly DeviceKind[] = [
  kind("vehicle_gate", "车辆道闸", "Vehicle gate", {
    ...security,
    symbol: "access",
    activity: inState("arm", 0, 2, 3, 2),
    brick: "Access_Control_Equipment",
    priority: "P3",
    party: "PM-SEC",
    every: 30,
    points: [
      choice("arm", "闸杆", "Arm", ["down", "rising", "up", "falling"], {
        visibility: "public",
        writable: true,
        brick: "Open_Close_Status",
      }),
      choice("direction", "通行方向", "Direction", ["in", "out"], {
        visibility: "public",
        purpose: "information",
        every: 86_400,
      }),
      number("queue", "排队车辆", "Cars waiting", "", [0, 50], 1, {
        visibility: "public",
        purpose: "mobility",
        normal: [0, 5],
      }),
      number("freeBays", "余位显示", "Free bays shown", "", [0, 9999], 1, {
        visibility: "public",
        purpose: "mobility",
        every: 60,
      }),
      number("passed", "累计通过", "Cars passed", "", [0, 99_999_999], 1, {
        purpose: "mobility",
        brick: "Usage_Sensor",
      }),
      number("confidence", "车牌识别置信度", "Plate confidence", "%", [0, 100], 1, { normal: [80, 100] }),
      flag("loop", "地感有车", "Car on the loop", { brick: "Occupancy_Status" }),
      flag("manual", "手动模式", "Manual", { brick: "Mode_Status" }),
      flag("down", "读头故障", "Reader down", { brick: "Fault_Status" }),
      event("plate", "车牌", "Plate", own),
    ],
    limits: [
      limit("queue", "queue", above(6), 180, "P3", "道闸排队超过 5 辆", "More than 5 cars waiting"),
      limit("arm-up", "arm", is(2), 600, "P3", "闸杆长时间抬起", "Arm up for more than 10 minutes"),
      limit("reader-down", "down", is(1), 0, "P3", "道闸读头故障", "Gate reader down"),
    ],
  }),

  kind("turnstile", "人行闸机", "Turnstile", {
    ...security,
    symbol: "access",
    activity: inState("mode", 0, 3, 0, 0),
    brick: "Access_Control_Equipment",
    lifeSafety: true,
    priority: "P3",
    party: "PM-SEC",
    every: 30,
    points: [
      number("in", "累计进入", "Persons in", "persons", [0, 99_999_999], 1, {
        purpose: "mobility",
        brick: "Usage_Sensor",
      }),
      number("out", "累计离开", "Persons out", "persons", [0, 99_999_999], 1, {
        purpose: "mobility",
        brick: "Usage_Sensor",
      }),
      flag("tailgate", "尾随", "Tailgating", { brick: "Alarm_Status" }),
      choice("mode", "模式", "Mode", ["controlled", "free", "closed", "fault"], {
        visibility: "public",
        brick: "Mode_Status",
      }),
      choice("freeExit", "火灾自由通行", "Free exit on fire", ["standby", "open", "failed"], {
        purpose: "life-safety",
        retention: "safety",
        brick: "Safety_Status",
      }),
      event("method", "识别方式", "How a person was let in", own),
    ],
    limits: [
      limit("tailgate", "tailgate", is(1), 0, "P3", "闸机尾随", "Tailgating at a turnstile"),
      limit("fault", "mode", is(3), 0, "P3", "闸机故障", "Turnstile fault"),
      limit("fail-open", "freeExit", is(2), 3, "P1", "火灾时闸机未开放", "Turnstile did not open on fire", {
        source: "GB 50116",
      }),
    ],
  }),

  kind("door_access", "单元门禁", "Unit door", {
    ...security,
    symbol: "access",
    activity: inState("door", 0, 3, 3),
    brick: "Access_Reader",
    priority: "P3",
    party: "PM-SEC",
    every: 300,
    points: [
      choice("door", "门", "Door", ["closed", "open", "forced"], { brick: "Open_Close_Status" }),
      flag("locked", "已锁", "Locked", { brick: "Lock_Status" }),
      number("openFor", "开启时长", "Open for", "s", [0, 3600], 1, {
        brick: "Duration_Sensor",
        normal: [0, 60],
      }),
      flag("tamper", "防拆报警", "Tampered", { brick: "Tamper_Status" }),
      event("entry", "刷卡或人脸", "Card or face", own),
    ],
    limits: [
      limit(
        "held",
        "openFor",
        above(60),
        0,
        "P3",
        "单元门未关（超过 60 秒）",
        "Unit door held open for more than 60 s",
      ),
      limit("forced", "door", is(2), 0, "P3", "单元门被强行打开", "Unit door forced"),
      limit("tamper", "tamper", is(1), 0, "P3", "门禁被拆动", "Door reader tampered with"),
    ],
  }),

  kind("camera", "摄像机", "Camera", {
    ...security,
    symbol: "camera",
    activity: whenTrue("online"),
    brick: "Surveillance_Camera",
    priority: "P3",
    party: "PM-SEC",
    every: 300,
    points: [
      flag("online", "在线", "Online", { brick: "Online_Status" }),
      number("frameRate", "帧率", "Frame rate", "fps", [0, 60], 1, { normal: [20, 30] }),
      number("bitrate", "码率", "Bit rate", "kbit/s", [0, 20_000], 10, { normal: [500, 8000] }),
      number("blocked", "遮挡或虚焦", "Blocked or out of focus", "%", [0, 100], 1, { normal: [0, 60] }),
      event("storageDays", "录像保存天数", "Days of recording kept"),
    ],
    limits: [
      limit("offline", "online", is(0), 300, "P3", "摄像机离线", "Camera offline", { party: "TEL" }),
      limit(
        "blocked",
        "blocked",
        above(60),
        120,
        "P3",
        "摄像机被遮挡或虚焦",
        "Camera blocked or out of focus",
      ),
    ],
  }),

  kind("throw_camera", "高空抛物监测", "Falling object camera", {
    ...security,
    symbol: "camera",
    activity: whenTrue("online"),
    brick: "Surveillance_Camera",
    priority: "P2",
    party: "PM-SEC",
    every: 300,
    points: [
      flag("thrown", "检测到抛物", "Object falling", { brick: "Alarm_Status", retention: "safety" }),
      number("floor", "估计楼层", "Estimated floor", "", [0, 60], 1, { retention: "safety" }),
      flag("online", "在线", "Online", { brick: "Online_Status" }),
      event("track", "轨迹", "Track", { retention: "safety" }),
      event("clip", "录像片段", "Clip", { retention: "safety" }),
    ],
    limits: [
      limit("thrown", "thrown", is(1), 0, "P2", "高空抛物", "Object fell from a building"),
      limit("offline", "online", is(0), 300, "P3", "抛物监测离线", "Falling object camera offline", {
        party: "TEL",
      }),
    ],
  }),

  kind("perimeter", "周界报警", "Perimeter fence", {
    ...security,
    symbol: "access",
    activity: whenTrue("intrusion"),
    brick: "Intrusion_Detection_Equipment",
    priority: "P2",
    party: "PM-SEC",
    every: 300,
    points: [
      flag("intrusion", "防区入侵", "Intrusion", { brick: "Intrusion_Alarm", retention: "safety" }),
      number("tension", "张力", "Tension", "N", [0, 500], 1, { brick: "Force_Sensor", normal: [100, 350] }),
      flag("tamper", "防拆报警", "Tampered", { brick: "Tamper_Status" }),
    ],
    limits: [
      limit("night-intrusion", "intrusion", is(1), 0, "P2", "夜间周界入侵", "Intrusion at night", {
        hours: [22, 6],
      }),
      limit("day-intrusion", "intrusion", is(1), 0, "P3", "周界触发", "Perimeter triggered", {
        hours: [6, 22],
      }),
      limit("tamper", "tamper", is(1), 0, "P3", "周界被拆动", "Perimeter tampered with"),
      limit("slack", "tension", below(60), 60, "P3", "周界张力不足", "Perimeter wire slack"),
    ],
  }),

  kind("firelane_camera", "消防通道监测", "Fire lane camera", {
    symbol: "camera",
    activity: whenTrue("occupied"),
    brick: "Surveillance_Camera",
    lifeSafety: true,
    priority: "P2",
    party: "PM-SEC",
    every: 300,
    visibility: "staff",
    purpose: "life-safety",
    retention: "safety",
    points: [
      flag("occupied", "通道被占用", "Lane occupied", { brick: "Occupancy_Status" }),
      number("seconds", "占用时长", "Occupied for", "s", [0, 86_400], 1, {
        brick: "Duration_Sensor",
        normal: [0, 300],
      }),
      event("plate", "车牌", "Plate", own),
    ],
    limits: [
      limit("blocked", "occupied", is(1), 300, "P2", "消防通道被占用", "Fire lane blocked", {
        source: "GB 50016",
      }),
    ],
  }),
];
