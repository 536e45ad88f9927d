import { text, type Text } from "../../../models/language/text.ts";
import { refusalNames } from "./command-names.ts";

export const healthNames: Readonly<Record<"ok" | "degraded" | "failing", Text>> = {
  ok: text("正常", "OK"),
  degraded: text("降级", "Degraded"),
  failing: text("故障", "Failing"),
};

/** Acts of the audit trail. */
export const actNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    "link-made": text("生成登录链接", "Link made"),
    "signed-in": text("登录", "Signed in"),
    refused: text("拒绝", "Refused"),
    "session-ended": text("会话结束", "Session ended"),
    "duty-changed": text("职责变更", "Duty changed"),
    "token-made": text("生成令牌", "Token made"),
    "token-ended": text("令牌终止", "Token ended"),
    "community-replaced": text("更换社区", "Community replaced"),
    "community-refused": text("拒绝社区文件", "Community file refused"),
    "community-put-back": text("恢复社区", "Community put back"),
    "mapping-saved": text("保存映射", "Mapping saved"),
    "mapping-removed": text("删除映射", "Mapping removed"),
    "mapping-imported": text("导入映射", "Mapping imported"),
    "command-asked": text("下达指令", "Command"),
    "command-ended": text("指令结果", "Command ended"),
    "command-refused": text("拒绝指令", "Command refused"),
    "alarm-acknowledged": text("确认报警", "Alarm acknowledged"),
    "alarm-reset": text("复位报警", "Alarm reset"),
    "alarm-shelved": text("搁置报警", "Alarm shelved"),
    "alarm-unshelved": text("取消搁置", "Alarm unshelved"),
    "alarm-taken-out": text("停用报警", "Alarm taken out of service"),
    "alarm-put-back": text("恢复报警", "Alarm put back in service"),
    "alarm-noted": text("报警备注", "Note on an alarm"),
    "alarm-refused": text("拒绝报警操作", "Alarm action refused"),
    "rule-changed": text("调整报警规则", "Alarm rule changed"),
    "rule-restored": text("恢复报警规则", "Alarm rule restored"),
    "drill-started": text("开始演练", "Drill started"),
    "drill-ended": text("结束演练", "Drill ended"),
    "duty-refused": text("职责不允许", "Not allowed"),
    "refused-more": text("更多拒绝", "More refusals"),
    "backup-made": text("生成备份", "Backup made"),
    restored: text("从备份恢复", "Restored from a backup"),
    "personal-read": text("读取住户数据", "Home read"),
    "trail-shortened": text("清理过期记录", "Trail shortened"),
    "anchors-begun": text("锚点重新开始", "Anchors begun anew"),
  }),
);

/** Why something waits in the tray. */
export const trayReasonNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    "unknown-device": text("未知设备", "unknown device"),
    "unknown-property": text("未知属性", "unknown property"),
    "untrusted-description": text("描述待信任", "description waits for trust"),
    "unclear-description": text("描述不清", "unclear description"),
    "impossible-place": text("位置不可能", "impossible place"),
    misfit: text("数值与测点不符", "value does not fit its point"),
    "odd-topic": text("主题异常", "odd topic"),
  }),
);

/** Who acts without a session of their own. */
export const actorNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    server: text("服务器", "Server"),
    console: text("控制台", "Console"),
    link: text("登录链接", "Sign-in link"),
    trail: text("审计记录", "Audit trail"),
    "": text("未登录者", "Nobody signed in"),
  }),
);

export const detailNames: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    duty: text("职责", "Duty"),
    address: text("地址", "Address"),
    reason: text("原因", "Reason"),
    from: text("原职责", "From"),
    to: text("新职责", "To"),
    use: text("用途", "Use"),
    kind: text("种类", "Kind"),
    classes: text("可见范围", "Classes"),
    rows: text("行数", "Rows"),
    command: text("指令", "Command"),
    value: text("要求", "Desired"),
    outcome: text("结果", "Outcome"),
    times: text("次数", "Times"),
    commands: text("其中指令", "Of them commands"),
    last: text("最后请求", "Asked last"),
    purpose: text("目的", "Purpose"),
    through: text("截至", "Up to entry"),
    hash: text("封印", "Seal"),
  }),
);

/** Closed lists of words that details hold; a word that means different things has the detail's name before it. */
export const detailWords: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    ...refusalNames,
    "not-allowed": text("职责不允许下达指令", "the duty may give no commands"),
    withheld: text("该测点属于住户，对其不可见", "the point is a home's own and hidden from them"),
    "outcome unknown": text("结果未知", "outcome unknown"),
    replaced: text("被新的登录取代", "replaced by a new sign-in"),
    expired: text("已到期", "expired"),
    "signed-out": text("主动退出", "signed out"),
    "drill-over": text("时长已到", "its time was over"),
    "ended-by-supervisor": text("被值班长结束", "ended by a supervisor"),
    "server-ended": text("服务器停止", "the server ended"),
    "ended-by-administrator": text("被管理员结束", "ended by an administrator"),
    unknown: text("链接无效", "no such link"),
    used: text("链接已用过", "link already used"),
    ingest: text("发送读数", "send readings"),
    devices: text("介绍设备", "describe devices"),
    read: text("读取", "read"),
    "own-home": text("查看自己的住房", "own home"),
    alarm: text("告警处置", "alarm"),
    confirmed: text("设备已确认", "confirmed by the device"),
    "timed-out": text("超时", "timed out"),
  }),
);
