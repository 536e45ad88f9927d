import { priorities, type DeviceSymbol, type Priority } from "../device/kind.ts";
import type { AlarmId, BuildingId, DeviceId, GridCellId } from "../ids.ts";
import { type Alarm, type AlarmState, alarmStates, isOpen, stateOf } from "./alarm.ts";

/** Where an alarm is, and what family its device's kind is of; both as far as anybody knows. */
export interface AlarmWhereabouts {
  readonly building: BuildingId | null;
  /** Of the building, or else of whatever stands there. */
  readonly gridCell: GridCellId | null;
  readonly symbol: DeviceSymbol | null;
}

/** The smallest place that is named for several alarms at once. */
export type AlarmPlace =
  | { readonly in: "building"; readonly building: BuildingId }
  | { readonly in: "grid-cell"; readonly gridCell: GridCellId }
  | { readonly in: "outdoors" };

/** Open alarms that are one thing to look at. */
export interface AlarmGroup {
  /** The same for as long as the cause, or the place and family, are. */
  readonly key: string;
  /** The device whose own alarm explains the others; null where none does. */
  readonly cause: DeviceId | null;
  /** Of the cause, where there is one. */
  readonly place: AlarmPlace;
  readonly symbol: DeviceSymbol | null;
  readonly worst: Priority;
  readonly counts: Readonly<Record<AlarmState, number>>;
  /** When the first and the last of them became active. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** By when they became active, the first one first. */
  readonly alarms: readonly AlarmId[];
}

/**
 * Open alarms by what explains them, and those that nothing explains by place and family. Gravest first, then the
 * oldest.
 */
export function groupAlarms(
  alarms: Iterable<Alarm>,
  whereabouts: (device: DeviceId) => AlarmWhereabouts | null,
): readonly AlarmGroup[] {
  const open = [...alarms].filter(isOpen).toSorted(byBeginning);
  const causes = new Causes(open);
  const groups = new Map<string, { readonly of: Omit<Heading, "key">; readonly alarms: Alarm[] }>();
  for (const alarm of open) {
    const { key, ...of } = headingOf(causes.rootOf(alarm), alarm, whereabouts);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { of, alarms: [alarm] });
    else known.alarms.push(alarm);
  }
  return [...groups]
    .map(([key, group]) => summed(key, group.of, group.alarms))
    .toSorted((a, b) => compare(a.worst, b.worst) || a.firstMs - b.firstMs || compare(a.key, b.key));
}

/** Which device explains which other's alarms. */
class Causes {
  readonly #causeOf = new Map<DeviceId, DeviceId>();
  readonly #causes = new Set<DeviceId>();

  constructor(alarms: readonly Alarm[]) {
    for (const { device, suppressedBy } of alarms) {
      if (suppressedBy === null) continue;
      this.#causes.add(suppressedBy);
      const known = this.#causeOf.get(device);
      if (known === undefined || suppressedBy < known) this.#causeOf.set(device, suppressedBy);
    }
  }

  /** The last cause of causes; null for an alarm that neither has one nor is one. */
  rootOf({ device, suppressedBy }: Alarm): DeviceId | null {
    const first = suppressedBy ?? (this.#causes.has(device) ? device : null);
    if (first === null) return null;
    const passed: DeviceId[] = [];
    for (let at: DeviceId | undefined = first; at !== undefined; at = this.#causeOf.get(at)) {
      const again = passed.indexOf(at);
      // Causes that explain each other: whichever of them is asked, it is the same one.
      if (again >= 0) return passed.slice(again).toSorted(compare)[0] ?? at;
      passed.push(at);
    }
    return passed.at(-1) ?? first;
  }
}

type Heading = Pick<AlarmGroup, "key" | "cause" | "place" | "symbol">;

function headingOf(
  cause: DeviceId | null,
  { device }: Alarm,
  whereabouts: (device: DeviceId) => AlarmWhereabouts | null,
): Heading {
  const known = whereabouts(cause ?? device);
  const place = placeOf(known);
  const symbol = known?.symbol ?? null;
  const key = cause === null ? `${placeKey(place)}:${symbol ?? ""}` : `cause:${cause}`;
  return { key, cause, place, symbol };
}

function placeOf(known: AlarmWhereabouts | null): AlarmPlace {
  if (known?.building != null) return { in: "building", building: known.building };
  if (known?.gridCell != null) return { in: "grid-cell", gridCell: known.gridCell };
  return { in: "outdoors" };
}

function placeKey(place: AlarmPlace): string {
  switch (place.in) {
    case "building":
      return `building:${place.building}`;
    case "grid-cell":
      return `grid-cell:${place.gridCell}`;
    case "outdoors":
      return "outdoors";
  }
}

function summed(key: string, of: Omit<Heading, "key">, alarms: readonly Alarm[]): AlarmGroup {
  const counts = Object.fromEntries(alarmStates.map((state) => [state, 0])) as Record<AlarmState, number>;
  for (const alarm of alarms) counts[stateOf(alarm)]++;
  const worst = priorities.find((priority) => alarms.some((alarm) => alarm.priority === priority)) ?? "P4";
  const [firstMs = 0, lastMs = firstMs] = [alarms[0]?.fromMs, alarms.at(-1)?.fromMs];
  return { key, ...of, worst, counts, firstMs, lastMs, alarms: alarms.map(({ alarm }) => alarm) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byBeginning = (a: Alarm, b: Alarm): number => a.fromMs - b.fromMs || compare(a.alarm, b.alarm);
