import type { PartyId } from "../ids.ts";
import { partyId } from "../ids.ts";
import type { Text } from "../language/text.ts";
import { text } from "../language/text.ts";

/** Everybody who can be responsible for a device or a case. */
const names = {
  "PM-ENG": text("物业工程部", "Property engineering"),
  "PM-SEC": text("物业安保与微型消防站", "Security and micro fire station"),
  "PM-CLEAN": text("物业保洁", "Property cleaning"),
  "PM-GREEN": text("物业绿化", "Property greenery"),
  "PM-CS": text("物业客服", "Property customer service"),
  GRID: text("网格员", "Grid member"),
  RC: text("社区居委会", "Residents' committee"),
  OC: text("业主委员会", "Owners' committee"),
  FIRE: text("消防救援 119", "Fire and rescue 119"),
  POLICE: text("公安 110 / 交警 122", "Police 110 / 122"),
  EMS: text("医疗急救 120", "Medical emergency 120"),
  HEALTH: text("社区卫生服务站", "Community clinic"),
  LIFT: text("电梯维保单位（96333）", "Lift maintenance firm (96333)"),
  "UTIL-E": text("供电公司", "Power grid company"),
  "UTIL-W": text("供水公司", "Water company"),
  "UTIL-G": text("燃气公司", "Gas company"),
  "UTIL-H": text("热力公司", "District heating company"),
  SAN: text("环卫部门", "Sanitation department"),
  MUNI: text("市政部门", "Municipal works"),
  URBAN: text("城市管理", "Urban management"),
  CSP: text("充电运营商", "Charging operator"),
  TEL: text("通信运营商", "Telecom operator"),
  OWNER: text("业主", "Owner"),
} as const;

export type PartyCode = keyof typeof names;

export const parties: ReadonlyMap<PartyId, Text> = new Map(
  Object.entries(names).map(([code, name]) => [partyId(code), name]),
);
