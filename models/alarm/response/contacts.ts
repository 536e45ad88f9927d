import { partyId, type PartyId } from "../../ids.ts";
import { text, type Text } from "../../language/text.ts";
import { parties, type PartyCode } from "../../device/parties.ts";

/** How somebody is reached: whom exactly to ask for, and the number where it is a public one. */
export interface Contact {
  readonly party: PartyId;
  readonly name: Text;
  readonly reach: Text;
  /** A public number, the same in the whole country; null where each place has its own. */
  readonly number: string | null;
}

const onRoster = (zh: string, en: string): Text =>
  text(`${zh}（值班表，对讲机）`, `${en} (duty roster, radio)`);

/** Numbers of utilities differ from city to city, those that are null stand in the contract or at the duty desk. */
const reaching: Readonly<Record<PartyCode, readonly [Text, string | null]>> = {
  "PM-ENG": [onRoster("当班工程师", "Engineer on shift"), null],
  "PM-SEC": [onRoster("当班安保队长、微型消防站", "Security leader on shift, micro fire station"), null],
  "PM-CLEAN": [onRoster("保洁领班", "Head of cleaning"), null],
  "PM-GREEN": [onRoster("绿化领班", "Head of greenery"), null],
  "PM-CS": [text("客服前台", "Service desk"), null],
  GRID: [text("该网格的网格员（网格通讯录）", "Grid member of the cell (grid directory)"), null],
  RC: [text("居委会值班员", "Residents' committee on duty"), null],
  OC: [text("业委会联系人", "Owners' committee contact"), null],
  FIRE: [text("消防救援", "Fire and rescue"), "119"],
  POLICE: [text("公安报警", "Police"), "110"],
  EMS: [text("医疗急救", "Medical emergency"), "120"],
  HEALTH: [text("社区卫生服务站值班医护", "Nurse on duty at the community clinic"), null],
  LIFT: [text("电梯应急处置平台，转本梯维保", "Lift emergency line, for this lift's firm"), "96333"],
  "UTIL-E": [text("供电服务热线", "Power grid hotline"), "95598"],
  "UTIL-W": [text("供水抢修（本市热线）", "Water repairs (the city's line)"), null],
  "UTIL-G": [text("燃气抢修（本市热线，24 小时）", "Gas emergency (the city's line, 24 h)"), null],
  "UTIL-H": [text("供热抢修（本市热线）", "Heating repairs (the city's line)"), null],
  SAN: [text("环卫清运调度", "Dispatcher of waste collection"), null],
  MUNI: [text("市政设施报修", "Municipal repairs"), "12345"],
  URBAN: [text("城市管理热线", "Urban management line"), "12345"],
  CSP: [text("充电运营商客服（桩体铭牌）", "Charging operator (number on the charger)"), null],
  TEL: [text("运营商政企客户经理（合同）", "Telecom account manager (contract)"), null],
  OWNER: [text("业主预留电话，由客服拨打", "The owner's number, called by the service desk"), null],
};

const contacts: ReadonlyMap<PartyId, Contact> = new Map(
  Object.entries(reaching).flatMap(([code, [reach, number]]) => {
    const party = partyId(code);
    const name = parties.get(party);
    return name === undefined ? [] : [[party, { party, name, reach, number }] as const];
  }),
);

/** @returns undefined for a party nobody knows. */
export const contactOf = (party: PartyId): Contact | undefined => contacts.get(party);
