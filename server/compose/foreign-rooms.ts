import type { Community } from "../../models/community/community.ts";
import type { DeviceId } from "../../models/ids.ts";
import type { ReadDescription } from "../../models/mapping/mapped-device.ts";
import type { Audit } from "../audit/audit.ts";
import { ForeignBook } from "../ingest/foreign/foreign-book.ts";
import { ForeignDesk } from "../ingest/foreign/foreign-desk.ts";
import { keepForeign, type KeptForeign } from "../ingest/foreign/foreign-store.ts";
import { MappingBook } from "../ingest/foreign/mapping-book.ts";
import { MappingDesk } from "../ingest/foreign/mapping-desk.ts";
import { dropRow, keepMapping, keepRow } from "../ingest/foreign/mapping-store.ts";
import type { Intake } from "../ingest/intake.ts";
import type { MessageTap } from "../ingest/message-tap.ts";
import type { Registry } from "../ingest/registry.ts";
import type { TrayNote } from "../ingest/tray.ts";
import type { Store } from "../store/open-store.ts";
import { WriteBehind } from "../store/write-behind.ts";

/** What takes in devices of foreign sources. */
export interface ForeignRooms {
  readonly mappings: MappingBook;
  readonly devices: ForeignBook;
  readonly desk: ForeignDesk;
  readonly mappingDesk: MappingDesk;
  /** Devices on their way to the store. */
  readonly behind: WriteBehind<KeptForeign>;
}

export interface ForeignNeeds {
  readonly intake: Intake;
  readonly registry: Registry;
  readonly tray: { note(note: TrayNote): void };
  /** Told of a device whose points may be others now. */
  readonly mapped: (device: DeviceId) => void;
  readonly read: ReadDescription;
  readonly audit: Pick<Audit, "before">;
  readonly tap: Pick<MessageTap, "heard">;
  readonly now: () => number;
}

const mostWaiting = 20_000;

export function buildForeignRooms({ id }: Community, { db }: Store, needs: ForeignNeeds): ForeignRooms {
  const { intake, registry, tray, read, audit, mapped, tap, now } = needs;
  const mappings = new MappingBook({
    keepAll: (tx, file) => keepMapping(tx, id, file),
    keepRow: (tx, row, place) => keepRow(tx, id, row, place),
    dropRow: (tx, row) => dropRow(tx, id, row),
  });
  const evicted = (): void => void intake.counters["tray-evicted"]++;
  const behind = new WriteBehind<KeptForeign>({
    keyOf: ({ source, key, recorded }) => JSON.stringify([source, key, recorded]),
    write: (rows) => keepForeign(db, id, rows),
    most: mostWaiting,
    onDropped: evicted,
  });
  const devices = new ForeignBook({
    book: mappings,
    registry,
    read,
    keep: (device) => behind.put(device),
    mapped,
    evicted,
  });
  const desk = new ForeignDesk({ mappings, devices, intake, registry, tray, tap, now });
  const mappingDesk = new MappingDesk({ book: mappings, devices, read, audit });
  return { mappings, devices, desk, mappingDesk, behind };
}
