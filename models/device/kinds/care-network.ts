import type { DeviceKind } from "../kind.ts";
import {
  above,
  batteryLimits,
  batteryLimitsForStaff,
  below,
  byAmount,
  inState,
  is,
  kind,
  limit,
  silent,
  together,
  whenTrue,
} from "./build.ts";
import { choice, event, flag, number, ownBattery } from "./points.ts";

/**
 * That a home has such a device tells of somebody's health, so nobody but the home sees any point of it; staff learn
 * of it only by the alerts that somebody must answer (`tellsStaff`).
 */
const care = {
  visibility: "personal",
  purpose: "care",
  retention: "personal",
} as const;
const alarm = { purpose: "life-safety", retention: "safety" } as const;
/** Somebody has to go there, and to say that they have been. */
const calledFor = { tellsStaff: true, latches: true } as const;
/** Somebody has to look in on who lives here alone. */
const noSignOfLife = (property: string) =>
  limit(
    "no-sign-of-life",
    property,
    together("no-sign-of-life"),
    0,
    "P2",
    "独居家中长时间无活动迹象",
    "No sign of life for long in the home of somebody who lives alone",
    { party: "GRID", tellsStaff: true },
  );
const network = { visibility: "staff", purpose: "information", retention: "operational" } as const;

/** Care of people at home, and what carries all the messages. */
export const careNetworkKinds: readonly DeviceKind[] = [
  kind("sos_button", "一键呼叫", "SOS button", {
    ...care,
    ...alarm,
    symbol: "care",
    activity: inState("state", 0, 3, 2),
    brick: "Emergency_Phone",
    lifeSafety: true,
    priority: "P1",
    party: "HEALTH",
    every: 86_400,
    points: [
      choice("state", "呼叫状态", "Call", ["idle", "pressed", "talking"], { brick: "Alarm_Status" }),
      ownBattery,
    ],
    limits: [
      limit("pressed", "state", is(1), 0, "P1", "居民紧急呼叫", "A resident calls for help", calledFor),
      limit(
        "unanswered",
        "state",
        is(1),
        60,
        "P1",
        "紧急呼叫 60 秒未应答",
        "Call for help unanswered for 60 s",
        { party: "GRID", ...calledFor },
      ),
      noSignOfLife("state"),
      ...batteryLimitsForStaff,
    ],
  }),

  kind("wearable", "健康手环", "Wristband", {
    ...care,
    symbol: "care",
    activity: whenTrue("fall"),
    brick: "Personal_Health_Equipment",
    lifeSafety: true,
    priority: "P1",
    party: "HEALTH",
    every: 300,
    points: [
      number("heartRate", "心率", "Heart rate", "bpm", [0, 250], 1, {
        brick: "Heart_Rate_Sensor",
        normal: [45, 130],
      }),
      number("oxygen", "血氧", "Blood oxygen", "%", [0, 100], 1, {
        brick: "Blood_Oxygen_Sensor",
        normal: [90, 100],
      }),
      number("steps", "今日步数", "Steps today", "", [0, 100_000], 1, { brick: "Step_Count_Sensor" }),
      choice("zone", "所在区域", "Zone", ["home", "building", "garden", "gate", "outside"], {
        brick: "Location_Status",
      }),
      flag("fall", "跌倒报警", "Fall", { ...alarm, brick: "Alarm_Status" }),
      ownBattery,
    ],
    limits: [
      limit("fall", "fall", is(1), 15, "P1", "手环跌倒报警", "Wristband reports a fall", calledFor),
      noSignOfLife("zone"),
      limit("heart-slow", "heartRate", below(45), 300, "P2", "心率过低", "Heart rate low"),
      limit("heart-fast", "heartRate", above(130), 300, "P2", "心率过高", "Heart rate high"),
      limit("oxygen-low", "oxygen", below(90), 120, "P2", "血氧过低", "Blood oxygen low"),
      limit("left", "zone", is(4), 0, "P2", "佩戴者离开社区", "Wearer left the community"),
      ...batteryLimits,
    ],
  }),

  kind("fall_radar", "跌倒监测雷达", "Fall radar", {
    ...care,
    symbol: "care",
    activity: whenTrue("presence"),
    brick: "Occupancy_Sensor",
    lifeSafety: true,
    priority: "P1",
    party: "HEALTH",
    every: 300,
    points: [
      flag("presence", "有人", "Presence", { brick: "Occupancy_Status" }),
      choice("posture", "姿态", "Posture", ["none", "standing", "sitting", "lying", "on-floor"], {
        brick: "Posture_Status",
      }),
      number("breathing", "呼吸频率", "Breathing", "bpm", [0, 60], 1, {
        brick: "Respiration_Rate_Sensor",
        normal: [8, 26],
      }),
      flag("fall", "跌倒报警", "Fall", { ...alarm, brick: "Alarm_Status" }),
    ],
    limits: [
      limit("fall", "fall", is(1), 60, "P1", "倒地超过 60 秒", "Lying on the floor for 60 s", calledFor),
      noSignOfLife("presence"),
    ],
  }),

  kind("gateway", "边缘网关", "Gateway", {
    ...network,
    symbol: "network",
    activity: byAmount("childrenOnline", 1, 50, 90),
    brick: "Gateway",
    priority: "P3",
    party: "TEL",
    every: 60,
    points: [
      number("cpu", "处理器占用", "Processor", "%", [0, 100], 1, { normal: [0, 85] }),
      number("memory", "内存占用", "Memory", "%", [0, 100], 1, { normal: [0, 90] }),
      number("loss", "丢包率", "Packet loss", "%", [0, 100], 0.1, { normal: [0, 5] }),
      number("latency", "时延", "Latency", "ms", [0, 5000], 1, { normal: [0, 200] }),
      number("queue", "待发消息", "Messages waiting", "", [0, 100_000], 1, { normal: [0, 500] }),
      number("childrenOnline", "在线子设备", "Devices online", "%", [0, 100], 0.1, {
        brick: "Online_Status",
        normal: [80, 100],
      }),
      event("fault", "故障信息", "Fault"),
    ],
    limits: [
      limit("silent", "childrenOnline", silent, 90, "P3", "网关失联", "Gateway silent", {
        explains: "carried",
      }),
      limit(
        "intake",
        "childrenOnline",
        together("intake-lost"),
        0,
        "P2",
        "多台网关同时失联：数据接入中断",
        "Many gateways silent at once: messages do not get through",
        { explains: "silence" },
      ),
      limit("loss", "loss", above(5), 60, "P3", "网关丢包超过 5%", "Gateway loses more than 5 %"),
      limit(
        "children",
        "childrenOnline",
        below(80),
        60,
        "P3",
        "网关子设备大量离线",
        "Many devices of a gateway offline",
        { party: "PM-ENG", explains: "carried" },
      ),
    ],
  }),

  kind("pa_display", "广播与信息屏", "Public display", {
    ...network,
    symbol: "information",
    activity: inState("content", 0, 3, 3, 3, 3, 3),
    brick: "AV_Equipment",
    priority: "P4",
    party: "PM-CS",
    every: 300,
    points: [
      flag("online", "在线", "Online", { brick: "Online_Status" }),
      number("volume", "音量", "Volume", "%", [0, 100], 1),
      choice(
        "content",
        "内容",
        "Content",
        ["none", "notice", "weather", "safety", "emergency", "unexpected"],
        { visibility: "public", brick: "Status" },
      ),
      event("contentId", "内容编号", "Content id"),
    ],
    limits: [
      limit("offline", "online", is(0), 600, "P4", "信息屏离线", "Display offline"),
      limit("wrong-content", "content", is(5), 0, "P4", "播放内容不符", "Wrong content shown"),
    ],
  }),
];
