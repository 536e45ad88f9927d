import { text, type Text } from "../../../models/language/text.ts";

/** What became of what devices sent: the server's counter by name, and what a number there means. */
export interface CounterWords {
  readonly name: Text;
  readonly means: Text;
}

const words = (zhName: string, enName: string, zhMeans: string, enMeans: string): CounterWords => ({
  name: text(zhName, enName),
  means: text(zhMeans, enMeans),
});

export const counterNames: ReadonlyMap<string, CounterWords> = new Map(
  Object.entries({
    accepted: words("已接收", "Accepted", "成为某测点的最新值", "became the newest value of its point"),
    late: words(
      "迟到",
      "Late",
      "比已有的值更早，孪生不变",
      "older than the value held; the twin is unchanged",
    ),
    duplicate: words("重复", "Duplicate", "同一时刻的值已收到", "of a moment that was already there"),
    "clock-suspect": words(
      "时钟超前",
      "Clock ahead",
      "设备时间超前一分钟以上，按收到时刻记为存疑",
      "more than a minute ahead; taken at receipt, as doubtful",
    ),
    coalesced: words(
      "合并（过载）",
      "Coalesced (overload)",
      "来得太快，只保留每个测点最新的值",
      "too many for a tick; only the newest of a point was kept",
    ),
    "not-a-number": words("非数字", "Not a number", "数值不是有限数", "the value is no finite number"),
    "wrong-type": words(
      "类型不符",
      "Wrong type",
      "数值类型与测点不符",
      "the value is not of the point's type",
    ),
    "out-of-range": words(
      "超量程",
      "Out of range",
      "超出测点量程，按坏值保留",
      "beyond the point's range; kept as bad",
    ),
    "bad-time": words("时间无法读取", "Unreadable time", "时间格式无法识别", "its time could not be read"),
    malformed: words("格式错误", "Malformed", "内容不是读数", "the content is no reading"),
    oversize: words("过大", "Too large", "超过单次发送的上限", "above what one message may hold"),
    "unknown-device": words("未知设备", "Unknown device", "进入待映射", "waits in the tray"),
    "unknown-property": words(
      "未知属性",
      "Unknown property",
      "设备没有此属性，进入待映射",
      "no such property; waits in the tray",
    ),
    event: words("事件", "Events", "事件不作为读数保存", "not kept as readings"),
    "not-allowed": words(
      "无权限",
      "Not allowed",
      "凭证不允许为该设备发送",
      "the credential may not speak for the device",
    ),
    "bad-topic": words(
      "主题错误",
      "Bad topic",
      "MQTT 主题不是读数主题",
      "the MQTT topic is none of readings",
    ),
    described: words("设备描述", "Described", "设备介绍了自己", "devices that introduced themselves"),
    "description-waits": words(
      "待信任的描述",
      "Descriptions waiting",
      "等待管理员信任",
      "until an administrator trusts them",
    ),
    "description-malformed": words(
      "描述格式错误",
      "Malformed descriptions",
      "描述无法读取",
      "could not be read",
    ),
    "impossible-place": words(
      "位置不可能",
      "Impossible places",
      "设备已接入，但其楼层或坐标不可能，未采用",
      "the device is known, but its storey or position cannot be and was left out",
    ),
    "twin-full": words(
      "孪生已满",
      "Twin full",
      "测点数达到上限，设备未被接纳",
      "no room for more points; the device was left out",
    ),
    "tray-evicted": words(
      "待映射区淘汰",
      "Dropped from the tray",
      "待映射区满，最旧的被丢弃",
      "the tray was full; the oldest went",
    ),
    "set-aside": words(
      "不需要的消息",
      "Set aside",
      "外来设备的设置与请求，不含读数",
      "settings and requests of foreign devices: no readings",
    ),
    "values-left-out": words(
      "略过的数值",
      "Values left out",
      "外来消息中过多或过深的数值",
      "too many or too deep in a foreign message",
    ),
    "connection-refused": words(
      "拒绝的连接",
      "Connections refused",
      "凭证或地址不被允许",
      "wrong credential or address",
    ),
    "connection-throttled": words(
      "限速的连接",
      "Connections throttled",
      "发送过快，被减速",
      "sent too fast and was slowed",
    ),
    "connection-closed": words("断开的连接", "Connections closed", "由服务器断开", "by the server"),
  }),
);
