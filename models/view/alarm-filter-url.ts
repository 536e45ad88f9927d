import { alarmStates } from "../alarm/alarm.ts";
import { priorities } from "../device/kind.ts";
import { buildingId, gridCellId, kindId, partyId } from "../ids.ts";
import {
  type AlarmFilter,
  type AlarmFilterPlace,
  type AlarmFilterTime,
  type AlarmOrder,
  alarmOrders,
  alarmSpans,
  usualAlarmFilter as usual,
} from "./alarm-filter.ts";

/** As much as the server takes. */
const mostWords = 200;
const mostName = 256;

/**
 * Writes the filter of alarms into the query of a link: `a.state=x.y`, `a.prio=P1.P2`, `a.in=cell.id` or `building.id`,
 * `a.kind`, `a.party`, `a.when=8h` or `a.from=ISO` and `a.until=ISO`, `a.who`, `a.words`, `a.sort=-raised`. What is as
 * usual is left out.
 */
export function writeAlarmFilter(filter: AlarmFilter, query: URLSearchParams): void {
  const { time, place, order } = filter;
  const write = (name: string, value: string | null): void => {
    if (value !== null && value !== "") query.set(`a.${name}`, value);
  };
  write("state", filter.states.join("."));
  write("prio", filter.priorities.join("."));
  if (place.in === "cell") write("in", `cell.${place.cell}`);
  if (place.in === "building") write("in", `building.${place.building}`);
  write("kind", filter.kind);
  write("party", filter.party);
  if (time.of === "last") write("when", time.span);
  if (time.of === "between") {
    write("from", isoOf(time.fromMs));
    write("until", isoOf(time.untilMs));
  }
  write("who", filter.who);
  write("words", filter.words);
  if (orderText(order) !== orderText(usual.order)) write("sort", orderText(order));
}

/** Reads the filter of alarms out of a link's query; a part that is not understood is as usual, never an error. */
export function readAlarmFilter(query: URLSearchParams): AlarmFilter {
  const read = (name: string): string | null => query.get(`a.${name}`);
  const words = read("words") ?? "";
  const who = read("who") ?? "";
  return {
    states: someOf(alarmStates, read("state")),
    priorities: someOf(priorities, read("prio")),
    place: readPlace(read("in")),
    kind: born(kindId, read("kind")),
    party: born(partyId, read("party")),
    time: readTime(read),
    who: who !== "" && who.length <= mostName ? who : usual.who,
    words: words.length <= mostWords ? words : usual.words,
    order: readOrder(read("sort")),
  };
}

const isoOf = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString());

const orderText = ({ by, ascending }: AlarmOrder): string => (ascending ? by : `-${by}`);

/** In the order of all there are, each once. */
function someOf<const Value extends string>(all: readonly Value[], text: string | null): readonly Value[] {
  const named = (text ?? "").split(".");
  return all.filter((value) => named.includes(value));
}

function born<Id>(make: (text: string) => Id, text: string | null): Id | null {
  if (text === null) return null;
  try {
    return make(text);
  } catch {
    return null;
  }
}

function readPlace(text: string | null): AlarmFilterPlace {
  const [, place, id] = /^(cell|building)\.(.+)$/su.exec(text ?? "") ?? [];
  const cell = place === "cell" ? born(gridCellId, id ?? null) : null;
  if (cell !== null) return { in: "cell", cell };
  const building = place === "building" ? born(buildingId, id ?? null) : null;
  return building === null ? usual.place : { in: "building", building };
}

function readTime(read: (name: string) => string | null): AlarmFilterTime {
  const span = alarmSpans.find((each) => each === read("when"));
  if (span !== undefined) return { of: "last", span };
  const [fromMs, untilMs] = [readMoment(read("from")), readMoment(read("until"))];
  return fromMs === null && untilMs === null ? usual.time : { of: "between", fromMs, untilMs };
}

function readMoment(text: string | null): number | null {
  const atMs = Date.parse(text ?? "");
  return Number.isFinite(atMs) ? atMs : null;
}

function readOrder(text: string | null): AlarmOrder {
  const by = alarmOrders.find((order) => order === text?.replace(/^-/, ""));
  return by === undefined ? usual.order : { by, ascending: text?.startsWith("-") !== true };
}
