import { row, type AdviceRow } from "./row.ts";

const gasZh =
  "现场不开关电器、不打电话、不按门铃；在户外电话联系住户开窗、关阀、撤离；关闭单元燃气立管阀；拨打燃气抢修，必要时 119；人员撤至上风向，专业人员检测合格后才能进入";
const gasEn =
  "No switches, phones or door bells at the place; from outside, call the home: open windows, shut the valve, leave; shut the riser valve of the entrance; call the gas emergency line, and 119 if need be; keep everybody upwind until professionals have measured it safe";

const coZh =
  "电话叫醒住户，立即开窗并撤到室外；关闭燃气具和热水器；有头痛、昏迷者拨打 120；燃气公司检查烟道后才可使用";
const coEn =
  "Wake the home by phone: open windows and go outside at once; shut off stove and water heater; call 120 for headache or fainting; nothing is used before the gas company has checked the flue";

/** Gas and heat (GB 15322, GB 50028, CJJ 34; practice of gas and heating companies). */
export const gasHeatAdvice: readonly AdviceRow[] = [
  row(
    ["gas_detector.gas-low", "gas_detector.state-gas-low"],
    "燃气浓度达到爆炸下限的 10%，家中正在漏气",
    "Gas at 10 % of the lower explosive limit: the home is leaking",
    gasZh,
    gasEn,
    ["UTIL-G", "PM-SEC"],
  ),
  row(
    ["gas_detector.gas-high", "gas_detector.state-gas-high"],
    "燃气浓度达到爆炸下限的 20%，火花即可能爆炸",
    "Gas at 20 % of the lower explosive limit: near an explosive mixture",
    gasZh,
    gasEn,
    ["UTIL-G", "FIRE", "PM-SEC"],
  ),
  row(
    ["gas_detector.co-low", "gas_detector.co-high", "gas_detector.state-co"],
    "一氧化碳无色无味，数十分钟可致昏迷，高浓度数分钟致命",
    "Carbon monoxide cannot be smelt; it takes consciousness within the hour, in high concentration within minutes",
    coZh,
    coEn,
    ["EMS", "UTIL-G", "PM-SEC"],
  ),
  row(
    "gas_detector.not-shut",
    "燃气泄漏而切断阀仍开，燃气继续进入室内",
    "Gas leaks and the shut-off valve is still open: more gas comes in",
    "立即派人关闭户外或单元立管阀；疏散本户和上下左右住户；拨打燃气抢修和 119；现场断电须在户外进行",
    "Send somebody at once to shut the valve outside or of the riser; clear the home and those around it; call the gas emergency line and 119; cut the power only from outside",
    ["FIRE", "PM-SEC"],
  ),
  row(
    "gas_detector.state-fault",
    "家用燃气报警器故障，泄漏时不会报警",
    "The home's gas detector has failed and would not warn",
    "联系住户检查插电和气敏头寿命；燃气公司上门更换；更换前提醒用后关阀、开窗",
    "Ask the home to check its plug and age; the gas company replaces it; until then shut the valve after use and air the kitchen",
  ),
  row(
    "gas_meter.steady-flow",
    "持续小流量 24 小时，可能是软管或接头漏气",
    "A small flow for 24 hours: a hose or joint may leak",
    "联系住户是否有长明火或采暖；无则请其关闭表前阀；燃气公司上门检漏",
    "Ask the home whether a boiler or pilot burns; if not, have the valve before the meter shut; the gas company looks for the leak",
  ),
  row(
    "gas_meter.burst",
    "流量超过住户正常用量，软管可能脱落",
    "More than a home can use: the hose may have come off",
    gasZh,
    gasEn,
    ["PM-SEC"],
  ),
  row(
    "heat_substation.off-set",
    "二次供水温度偏离设定 3 K，住户会过冷或过热",
    "The supply is 3 K off its set point: homes get too cold or too hot",
    "查一次侧流量和电动调节阀；核对气候补偿曲线；就地手动调节并报热力公司",
    "Check the primary flow and the control valve; compare the weather curve; adjust by hand and tell the heating company",
  ),
  row(
    "heat_substation.make-up",
    "补水率过高，二次管网在失水",
    "Too much make-up water: the secondary network is losing water",
    "查各单元入口和地沟有无漏水；分支关断逐段查漏；失水大时降压运行并抢修",
    "Look for water at the entrances and in the ducts; shut branch by branch to find the leak; with much loss run at lower pressure and mend",
    ["PM-ENG"],
  ),
  row(
    "heat_substation.burst",
    "10 分钟压降超过限值，二次管网可能爆管，热水烫人",
    "Pressure fell fast: a secondary pipe may have burst; the water scalds",
    "停循环泵和补水；查摄像机和地面冒汽处，围挡；关闭分支阀隔离；通知受影响楼栋",
    "Stop the circulation and make-up pumps; look for steam through the cameras, and fence it off; isolate by the branch valves; tell the buildings affected",
    ["PM-ENG", "PM-SEC"],
  ),
  row(
    "heat_substation.pressure-low",
    "二次压力低，高层顶部可能不热",
    "Low secondary pressure: the top storeys may stay cold",
    "启动补水泵；查安全阀和泄水；排气后复核压力",
    "Start the make-up pump; check safety and drain valves; vent and look again",
  ),
  row(
    "heat_meter.small-difference",
    "供回水温差过小：流量过大或用户未用热",
    "Supply and return are too close: too much flow, or no heat is taken",
    "核对流量；调小该单元平衡阀；检查温度传感器安装",
    "Compare the flow; close the entrance's balancing valve a little; check how the temperature sensors sit",
  ),
  row(
    "heat_meter.imbalance",
    "单元间流量失衡，有的过热有的不热",
    "Flows of the entrances are out of balance: some too hot, some cold",
    "对照各单元回水温度；按设计调节平衡阀；一天后复查",
    "Compare the return temperatures; set the balancing valves as designed; look again after a day",
  ),
  row(
    "room_temp.cold",
    "采暖季室温低于 18 °C，低于供热标准",
    "Below 18 °C in the heating season: less than the standard promises",
    "查同立管其他住户；上门排气、清洗过滤器；仍不热由热力公司处理，老人户优先",
    "Look at the others on the riser; vent and clean the filter at the home; if still cold the heating company acts, old people first",
    ["PM-ENG"],
  ),
];
