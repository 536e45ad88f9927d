import { type AlarmState, alarmStates } from "../alarm/alarm.ts";
import type { AlarmSearch } from "../alarm/search.ts";
import type { Priority } from "../device/kind.ts";
import type { BuildingId, GridCellId, KindId, PartyId } from "../ids.ts";
import { days, hours } from "../quantity.ts";

/** Which alarms a table of them shows, and in which order. Of a list that is empty, any. */
export interface AlarmFilter {
  /** In the order of `alarmStates`. */
  readonly states: readonly AlarmState[];
  /** In the order of `priorities`. */
  readonly priorities: readonly Priority[];
  readonly place: AlarmFilterPlace;
  readonly kind: KindId | null;
  readonly party: PartyId | null;
  readonly time: AlarmFilterTime;
  /** The name of who acknowledged it last. */
  readonly who: string | null;
  /** As typed. */
  readonly words: string;
  readonly order: AlarmOrder;
}

export type AlarmFilterPlace =
  | { readonly in: "anywhere" }
  | { readonly in: "cell"; readonly cell: GridCellId }
  | { readonly in: "building"; readonly building: BuildingId };

/** What is open now; or what was not normal at some moment of a time, now included where it has no end. */
export type AlarmFilterTime =
  | { readonly of: "open" }
  | { readonly of: "last"; readonly span: AlarmSpan }
  /** Community time; at least one of the two is said. */
  | { readonly of: "between"; readonly fromMs: number | null; readonly untilMs: number | null };

export const alarmSpans = ["1h", "8h", "24h", "7d"] as const;
export type AlarmSpan = (typeof alarmSpans)[number];
const spanMs: Readonly<Record<AlarmSpan, number>> = {
  "1h": 1 * hours,
  "8h": 8 * hours,
  "24h": 24 * hours,
  "7d": 7 * days,
};

export const alarmOrders = ["raised", "priority", "state"] as const;
export interface AlarmOrder {
  readonly by: (typeof alarmOrders)[number];
  /** The oldest, the gravest, or what asks for somebody first. */
  readonly ascending: boolean;
}

/** What a table shows when nothing else was asked for: all that is open, what asks for somebody first. */
export const usualAlarmFilter: AlarmFilter = {
  states: [],
  priorities: [],
  place: { in: "anywhere" },
  kind: null,
  party: null,
  time: { of: "open" },
  who: null,
  words: "",
  order: { by: "state", ascending: true },
};

const openStates = alarmStates.filter((state) => state !== "normal");

/** What is looked for at a moment. */
export function searchOfFilter(filter: Omit<AlarmFilter, "order">, nowMs: number): AlarmSearch {
  const { states, place, kind, party, time, who } = filter;
  const open = time.of === "open";
  const stated = open ? states.filter((state) => state !== "normal") : states;
  return {
    fromMs: time.of === "last" ? nowMs - spanMs[time.span] : time.of === "between" ? time.fromMs : null,
    untilMs: time.of === "between" ? time.untilMs : null,
    states: stated.length > 0 ? stated : open ? openStates : null,
    priorities: filter.priorities.length > 0 ? filter.priorities : null,
    building: place.in === "building" ? place.building : null,
    gridCell: place.in === "cell" ? place.cell : null,
    ...{ kind, party, acknowledgedBy: who },
    words: filter.words.split(/\s+/u).filter((word) => word !== ""),
  };
}

/** Whether anything but time and order is asked for. */
export const isNarrowed = ({ states, priorities, place, kind, party, who, words }: AlarmFilter): boolean =>
  states.length > 0 ||
  priorities.length > 0 ||
  place.in !== "anywhere" ||
  kind !== null ||
  party !== null ||
  who !== null ||
  words.trim() !== "";
