import { row, type AdviceRow } from "./row.ts";

const callZh =
  "立即接通对讲，问清情况；无应答派最近网格员或安保携急救包上门；意识不清、胸痛、大出血拨打 120 并引导救护车；通知登记家属";
const callEn =
  "Answer the intercom at once and ask; if there is no answer send the nearest grid member or guard with a first aid kit; for unconsciousness, chest pain or heavy bleeding call 120 and lead the ambulance in; tell the family on record";

/** Care of people, and what carries the messages. What is told here says nothing of anybody's illness. */
export const careNetworkAdvice: readonly AdviceRow[] = [
  row("sos_button.pressed", "居民按下求助键", "A resident asks for help", callZh, callEn, ["EMS", "GRID"]),
  row(
    "sos_button.unanswered",
    "求助 60 秒无人应答",
    "Nobody answered the call for 60 seconds",
    callZh,
    callEn,
    ["HEALTH", "EMS", "PM-SEC"],
  ),
  row(
    ["wearable.fall", "fall_radar.fall"],
    "有人跌倒且未起身",
    "Somebody fell and has not got up",
    "电话联系；无应答两人上门，不随意搬动；无意识或不能动拨打 120；通知家属，陪护至交接",
    "Call; if there is no answer two people go, and do not move the person; if unconscious or unable to move call 120; tell the family and stay until others take over",
    ["EMS", "GRID"],
  ),
  row(
    "no-sign-of-life",
    "独居者家中长时间没有用水、开门或用电迹象",
    "For long, no water, door or power was used where somebody lives alone",
    "电话联系本人；不通联系家属、邻居；仍无回音由网格员上门；必要时民警开门，备 120",
    "Call the person; if there is no answer, family and neighbours; if still none the grid member goes; if need be the police open, 120 stands by",
    ["HEALTH", "POLICE"],
  ),
  row(
    ["wearable.heart-slow", "wearable.heart-fast", "wearable.oxygen-low"],
    "体征持续超出安全范围，可能是急病，也可能佩戴不当",
    "A vital sign stays outside its range: an acute illness, or the band sits badly",
    "医护电话询问感受并请其静坐、重新佩戴；仍异常或有不适拨打 120；通知家属",
    "The nurse calls, asks how they are, has them sit and put it on anew; if it stays or they feel ill call 120; tell the family",
    ["EMS"],
  ),
  row(
    "wearable.left",
    "需看护者离开社区，可能走失",
    "Somebody who needs looking after left the community and may be lost",
    "电话联系本人和家属；查出口录像定方向；30 分钟未联系上报 110",
    "Call the person and the family; see in the recording which way; not reached in 30 minutes, call 110",
    ["GRID", "POLICE"],
  ),
  row(
    "gateway.silent",
    "网关失联，其下设备的状态不再可信",
    "The gateway is silent; nothing is known of the devices behind it",
    "查供电和网络指示灯；远程重启；涉及生命安全设备的区域派人巡查；一小时未恢复报运营商",
    "Check its power and network lamps; restart it from afar; patrol where it carries life-safety devices; after an hour call the telecom operator",
    ["PM-ENG"],
  ),
  row(
    "gateway.intake",
    "多台网关同时失联，是网络或接入平台的问题",
    "Many gateways silent at once: the network or the intake, not the devices",
    "查核心交换机、专线和服务器告警；通知运营商；消防、电梯改用现场主机值守；恢复后逐项核对",
    "Check core switch, line and server; call the operator; watch fire and lifts at their own panels; compare one by one afterwards",
    ["PM-ENG", "PM-SEC"],
  ),
  row(
    "gateway.loss",
    "丢包超过 5%，读数会延迟或缺失",
    "More than 5 % of packets are lost: readings come late or never",
    "查天线、网线和干扰；换信道；持续丢包报运营商",
    "Check antenna, cable and interference; change the channel; if it lasts call the operator",
  ),
  row(
    "gateway.children",
    "超过五分之一子设备离线：供电、总线或无线问题",
    "More than a fifth of its devices are offline: power, bus or radio",
    "看离线设备是否同一总线、同一楼层；查该段供电；重启协调器",
    "See whether they share a bus or storey; check that part's power; restart the coordinator",
  ),
  row(
    "pa_display.offline",
    "信息屏离线，通知和应急信息发不到",
    "The display is offline; notices and emergency text do not reach it",
    "查电源和网络；远程重启；应急时改用广播",
    "Check power and network; restart it; in an emergency use the speakers",
  ),
  row(
    "pa_display.wrong-content",
    "播放内容不是所发布的，可能被入侵",
    "It shows what nobody published: it may have been broken into",
    "立即切断画面；断网保留现场；查发布记录；恶意内容报 110",
    "Blank it at once; unplug its network and leave it as it is; look who published; for malicious content call 110",
    ["POLICE", "PM-ENG"],
  ),
  row(
    "no-answer",
    "设备自身停止上报超过三个周期，它所看护的情况此刻无人知晓",
    "The device itself has not reported for three periods; what it watches over is not known now",
    "查其供电、接线和同回路设备；远程重启或请求召测；涉及生命安全的派人现场巡查；两小时未恢复报修更换",
    "Check its power, wiring and others on the line; restart or poll it from afar; where it guards life send somebody to look; after two hours have it mended or replaced",
  ),
  row(
    "battery-low",
    "电池低于 20%，数周内会停止上报",
    "Battery below 20 %: it will fall silent within weeks",
    "列入本周更换；一次换齐同批设备；更换后核对上报",
    "Change it this week; change the batch together; see that it reports afterwards",
  ),
  row(
    "battery-empty",
    "电池低于 5%，随时停止上报",
    "Battery below 5 %: it may fall silent at any time",
    "24 小时内更换；生命安全设备当班更换；更换后测试一次",
    "Change it within 24 hours; for life safety within the shift; test it afterwards",
  ),
];
