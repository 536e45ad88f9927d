import { LimitBook } from "../../models/alarm/rules/limit-book.ts";
import type { RuleOverride } from "../../models/alarm/rules/overrides.ts";
import type { Community } from "../../models/community/community.ts";
import { placeBounds } from "../../models/community/place-bounds.ts";
import { kindOf } from "../../models/device/catalogue.ts";
import { readDescription, type Described } from "../../models/device/description.ts";
import type { Limit } from "../../models/device/kind.ts";
import { possiblyPlaced } from "../../models/device/possible-place.ts";
import type { DeviceId } from "../../models/ids.ts";
import { toLocalIn } from "../../models/formats/to-local.ts";
import type { PointLimit } from "../../models/alarm/alert.ts";
import type { Audit } from "../audit/audit.ts";
import { noCounts, type Counters } from "../ingest/codes.ts";
import type { Settle } from "../ingest/doors.ts";
import { keepDevices, type MappedDevice } from "../ingest/device-store.ts";
import { ReadingsBatch } from "../ingest/http/readings-batch.ts";
import { claimer } from "../ingest/claim.ts";
import { Handover } from "../ingest/handover.ts";
import { Intake } from "../ingest/intake.ts";
import { MessageDesk } from "../ingest/message-desk.ts";
import { MessageTap } from "../ingest/message-tap.ts";
import { Registry } from "../ingest/registry.ts";
import { Tray } from "../ingest/tray.ts";
import {
  dropFromTray,
  keepTrayRows,
  mergeTrayRows,
  trayRowOf,
  waitingRows,
  type TrayRow,
} from "../ingest/tray-store.ts";
import { Overlays } from "../overlays/overlays.ts";
import type { Store } from "../store/open-store.ts";
import { WriteBehind } from "../store/write-behind.ts";
import { Twin } from "../twin/twin.ts";
import { ValueKeeper } from "../twin/value-keeper.ts";
import { localHourIn, type CommunityClock } from "./community-clock.ts";
import { buildForeignRooms, type ForeignRooms } from "./foreign-rooms.ts";
import type { Doors } from "./doors.ts";

/** The twin with all that feeds it, keeps it and sums it up. */
export interface TwinRooms {
  readonly twin: Twin;
  readonly intake: Intake;
  readonly registry: Registry;
  readonly desk: MessageDesk;
  readonly foreign: ForeignRooms;
  readonly batch: ReadingsBatch;
  readonly tray: Tray;
  readonly tap: MessageTap;
  readonly handover: Handover;
  readonly counters: Counters;
  readonly overlays: Overlays;
  /** The limits of the catalogue with what is set otherwise for places and devices; change them by `override`. */
  readonly limits: LimitBook;
  /** Sets what is otherwise from now on, in place of all before; points whose limits changed are watched anew. */
  readonly override: (overrides: readonly RuleOverride[]) => void;
  /** The limit an alert is beyond: its point's own, or the catalogue's as it is for its device. */
  readonly limitOf: (of: PointLimit) => Limit | undefined;
  readonly values: ValueKeeper;
  readonly settled: Settle;
  /** Devices and tray rows on their way to the store. */
  readonly behind: { readonly devices: WriteBehind<MappedDevice>; readonly tray: WriteBehind<TrayRow> };
}

const mostWaiting = 50_000;

export function buildTwinRooms(
  community: Community,
  store: Store,
  clock: CommunityClock,
  doors: Doors,
  audit: Pick<Audit, "before">,
): TwinRooms {
  const { db } = store;
  const counters = noCounts();
  const count = (name: keyof Counters): void => void counters[name]++;
  const dropped = (): void => count("tray-evicted");
  const devices = new WriteBehind<MappedDevice>({
    keyOf: ({ device }) => device,
    write: (rows) => keepDevices(db, community.id, rows),
    most: mostWaiting,
    onDropped: dropped,
  });
  const trayRows = new WriteBehind<TrayRow>({
    keyOf: ({ device, property }) => `${device}/${property}`,
    merge: mergeTrayRows,
    write: (rows) => keepTrayRows(db, community.id, rows),
    most: mostWaiting,
    onDropped: dropped,
  });
  const toLocal = toLocalIn(community);
  const gridCells = new Map(community.buildings.map(({ id, gridCell }) => [id, gridCell]));
  const alone = new Set(community.dwellings.filter(({ residents }) => residents === 1).map(({ id }) => id));
  const limits = new LimitBook((building) => gridCells.get(building) ?? null);
  const twin = new Twin({
    limitsOf: (device, property) => limits.limitsOf(device, property),
    localHour: localHourIn(community.timeZone),
    livesAlone: (dwelling) => alone.has(dwelling),
    // What was kept of the point as it was must not come back as a value of what it is now.
    redefined: (index) => values.touch(index),
  });
  const tray = new Tray({ count, keep: (note, shape) => trayRows.put(trayRowOf(note, shape)) });
  const limitOf = (alert: PointLimit): Limit | undefined => {
    const index = twin.indexOf(alert.point);
    if (index === undefined) return undefined;
    const own = twin.specOf(index).limits?.find(({ id }) => id === alert.limit);
    return own ?? limits.limitOf(twin.deviceAt(index).device, alert.limit);
  };
  const overlays = new Overlays(twin, community, limitOf);
  const watched = watchedBy(twin, overlays, (index) => values.touch(index));
  const intake = new Intake({
    twin: watched,
    tray,
    counters,
    now: clock.nowMs,
    monotonicMs: doors.monotonicMs,
    kindOf,
  });
  const bounds = placeBounds(community);
  const parse = (device: DeviceId, description: unknown): Described => {
    const read = readDescription(device, description, toLocal);
    return read.ok ? { ok: true, ...possiblyPlaced(read.device, bounds) } : read;
  };
  const registry = new Registry({
    twin: watched,
    tray,
    counters,
    now: clock.nowMs,
    parse,
    described: (device) => handover.begin(device, true),
    persist: (device, description) => devices.put({ device, description, atMs: doors.wallNowMs() }),
  });
  const tap = new MessageTap({ nowMs: clock.nowMs, monotonicMs: doors.monotonicMs });
  const desk = new MessageDesk({ community: community.id, intake, registry, tray, tap, now: clock.nowMs });
  const foreign = buildForeignRooms(community, store, {
    ...{ intake, registry, tray, tap, read: parse, audit, now: clock.nowMs },
    mapped: (device) => handover.begin(device, false),
  });
  const values = new ValueKeeper({
    twin,
    db,
    community: community.id,
    isDrained: () => intake.waiting === 0,
  });
  const handover = new Handover({
    waiting: async (...which) => {
      await trayRows.flush();
      return waitingRows(db, community.id, ...which);
    },
    claim: claimer({ twin: watched, foreign: foreign.devices, now: clock.nowMs }),
    settled: async () => {
      await Promise.all([devices.flush(), values.flush()]);
    },
    leave: async (of, rows) => {
      await dropFromTray(db, community.id, of, rows);
      for (const device of of)
        tray.leave(
          device,
          rows.filter((row) => row.device === device),
        );
    },
    now: clock.nowMs,
  });
  // What nobody knows waits in the tray, whatever it was.
  const settled: Settle = async (what) => {
    const own = [
      what === "readings" ? null : devices.settled(),
      what === "description" ? null : values.settled(),
    ];
    await Promise.all([...own, trayRows.settled(), foreign.behind.settled()]);
  };
  return {
    twin,
    intake,
    registry,
    desk,
    foreign,
    batch: new ReadingsBatch(intake, tap),
    tray,
    tap,
    handover,
    counters,
    overlays,
    limits,
    override(overrides) {
      limits.replace(overrides);
      twin.rewatch();
    },
    limitOf,
    values,
    settled,
    behind: { devices, tray: trayRows },
  };
}

/**
 * The twin as ingest knows it, with the overlays looking on: they see every reading, those that came late too.
 * @param changed told of each point that a reading changed.
 */
function watchedBy(
  twin: Twin,
  overlays: Overlays,
  changed: (index: number) => void,
): Pick<
  Twin,
  "state" | "device" | "indexOf" | "pointCount" | "specOf" | "report" | "addDevice" | "setGateway"
> {
  let followedVersion = -1;
  return {
    get state() {
      return twin.state;
    },
    get pointCount() {
      return twin.pointCount;
    },
    device: (id) => twin.device(id),
    indexOf: (point) => twin.indexOf(point),
    specOf: (index) => twin.specOf(index),
    addDevice: (device) => twin.addDevice(device),
    setGateway: (gateway, online) => twin.setGateway(gateway, online),
    report(index, value, quality, atMs, nowMs) {
      const outcome = twin.report(index, value, quality, atMs, nowMs);
      if (outcome !== "late" && outcome !== "duplicate") changed(index);
      if (outcome !== "taken" && outcome !== "late") return outcome;
      if (followedVersion !== twin.structureVersion) {
        followedVersion = twin.structureVersion;
        overlays.follow();
      }
      overlays.observe(index, value, atMs);
      return outcome;
    },
  };
}
