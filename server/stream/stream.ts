import type { Server as HttpServer } from "node:http";
import type { DrillName } from "../../models/drill/drill.ts";
import type { ChannelId } from "../../models/ids.ts";
import type { Access } from "../access/access.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { Presence } from "../presence/presence.ts";
import type { OverlaySource } from "../overlays/overlay-source.ts";
import type { TickResult, TwinReader } from "../twin/twin-reader.ts";
import { Admission, type Origins } from "./admission.ts";
import type { CatalogueSpec } from "./channel-plan.ts";
import { ChannelTable } from "./channel-table.ts";
import { StreamCounters } from "./counters.ts";
import type { Desks } from "./desks.ts";
import { FanOut } from "./fan-out.ts";
import { Hub } from "./hub.ts";
import type { Reads } from "./home-gate.ts";
import type { StreamLimits } from "./limits.ts";
import { TwinNamespace } from "./namespace.ts";
import { ReadingsJson } from "./readings-json.ts";
import { RecordBook, type LimitOf } from "./records.ts";
import type { House, Session } from "./session.ts";

export interface HubOptions extends Desks {
  readonly twin: TwinReader;
  /** Community time, and how fast it runs. */
  readonly clock: { nowMs(): number; readonly rate: number };
  /** The community's id, as the welcome says it. */
  readonly community: string;
  /** Which specification the client's own catalogue has; what it lacks travels in the dictionary. */
  readonly catalogueSpec: CatalogueSpec;
  readonly limitOf: LimitOf;
  readonly overlays: OverlaySource;
  /** Number of this server's run; another run makes all earlier ticks and records void. */
  readonly run: number;
  readonly tickMs: number;
  /** Monotonic milliseconds of the machine. */
  readonly timers: { nowMs(): number };
  readonly isDemo: () => boolean;
  /** The drill that simulated devices play; null for none. */
  readonly drill: () => DrillName | null;
  /** Writes down who reads what is of a home. */
  readonly reads: Reads;
  /** Writes down who asked for a channel their duty does not put them in. */
  readonly refusals: Pick<Refusals, "note">;
  /** Who is in the control room. */
  readonly presence: Presence;
}

export interface StreamOptions extends HubOptions {
  readonly httpServer: HttpServer;
  readonly access: Access;
  readonly allowedOrigins: Origins;
  readonly limits: StreamLimits;
}

/** A dictionary for `/api/v1/channels/<id>`; whether the asker is in the channel is the caller's to check. */
export interface DictionaryDocument {
  readonly epoch: number;
  readonly etag: string;
  readonly json: string;
}

/** The stream, as other rooms know it. */
export interface Stream {
  /** Called once after each tick of the twin: all that is sent, is sent here. */
  onTick(result: TickResult): void;
  /** The dictionary of a channel's present epoch; null when `epoch` names another one. */
  dictionary(channel: ChannelId, epoch?: number): DictionaryDocument | null;
  readonly counters: StreamCounters;
  readonly sessions: ReadonlySet<Session>;
  close(): Promise<void>;
}

/** The stream without sockets. */
export function createHub(options: HubOptions): { hub: Hub; house: House; dictionary: Stream["dictionary"] } {
  const counters = new StreamCounters();
  const pace = {
    run: options.run,
    idleTicks: Math.max(1, Math.round(1000 / options.tickMs)),
    tickMs: options.tickMs * options.clock.rate,
  };
  const channels = new ChannelTable(options.twin, options.catalogueSpec, pace, counters);
  const house: House = {
    ...options,
    channels,
    fanOut: new FanOut(),
    readings: new ReadingsJson(),
    records: new RecordBook(options.twin, options.limitOf, options.alarms, options.run),
    counters,
  };
  const dictionary = (id: ChannelId, epoch?: number): DictionaryDocument | null => {
    const channel = channels.open(id);
    if ((epoch !== undefined && epoch !== channel.epoch) || !channels.isSound(channel)) return null;
    return { epoch: channel.epoch, etag: `"${channel.index}-${channel.epoch}"`, json: channel.dictionary() };
  };
  return { hub: new Hub(house, options.overlays), house, dictionary };
}

/** Opens the one namespace on a web server. */
export function createStream(options: StreamOptions): Stream {
  const { hub, house, dictionary } = createHub(options);
  const { allowedOrigins, limits, timers } = options;
  const admission = new Admission(allowedOrigins, limits, house.counters, timers);
  const doors = { ...options, admission, counters: house.counters };
  const sockets = new TwinNamespace(doors, hub);
  return {
    onTick: (result) => hub.onTick(result),
    dictionary,
    counters: house.counters,
    sessions: hub.sessions,
    close: () => sockets.close(),
  };
}
