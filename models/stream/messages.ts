import type { Alarm } from "../alarm/alarm.ts";
import type { Alert } from "../alarm/alert.ts";
import type { AlarmAnswer, AlarmRequest } from "../alarm/request.ts";
import type { ChannelId, Epoch } from "../ids.ts";
import type { Device } from "../device/device.ts";
import type { CommandRecord, CommandRequest } from "../command/command.ts";
import type { DrillName } from "../drill/drill.ts";
import type { Desk, Duty } from "../duty/duty.ts";
import type { Company, Look } from "../presence/presence.ts";

/** Version of the wire; another one is refused with `protocol-too-old` or `protocol-too-new`. */
export const protocol = 1;
/** The one namespace. */
export const namespace = "/twin";

// ── from client to server; every one is acknowledged with an Answer ─────────────────────────────────────────────

/** First message of a client that wants frames. A client that never says it gets JSON `readings` once a second. */
export interface Hello {
  readonly protocol: number;
  readonly frames: 1;
}

/** Starts (or resumes) the channels, after their dictionaries are at hand. Unknown or foreign channels are refused. */
export interface Watch {
  readonly channels: readonly {
    readonly channel: ChannelId;
    /** The epoch of the dictionary the client holds. */
    readonly epoch: number;
    /** The tick the client's columns are at; null for none. */
    readonly tick: number | null;
  }[];
  /** Sequence number of the last record the client has of this run; null for none. */
  readonly records: { readonly run: number; readonly seq: number } | null;
}

/** How far the client has drawn (or, hidden, received). */
export interface Drawn {
  readonly channels: readonly { readonly channel: ChannelId; readonly tick: number }[];
}

/** 1 = every tick; 10 = a hidden tab that wants catch-ups at a tenth of the rate. */
export interface Rate {
  readonly divisor: number;
}

export type ClientEvents = {
  hello: (hello: Hello, answer: (answer: Answer<Welcome>) => void) => void;
  watch: (watch: Watch, answer: (answer: Answer<Watching>) => void) => void;
  drawn: (drawn: Drawn) => void;
  /** Refused as `not-allowed` to whoever may command nothing; else answered with the command as it is by then. */
  command: (request: CommandRequest, answer: (answer: Answer<CommandRecord>) => void) => void;
  /** Refused as `not-allowed` to whoever may answer no alarms; else answered with what became of it. */
  alarm: (request: AlarmRequest, answer: (answer: Answer<AlarmAnswer>) => void) => void;
  /** Refused as `not-allowed` to whoever is in no control room; more than a few a second are dropped. */
  look: (look: Look, answer?: (answer: Answer<null>) => void) => void;
  rate: (rate: Rate, answer: (answer: Answer<null>) => void) => void;
};

export type RefusalCode =
  | "protocol-too-old"
  | "protocol-too-new"
  | "bad-message"
  | "not-allowed"
  | "unknown-channel"
  | "too-many-messages"
  | "too-many-connections"
  | "say-hello-first"
  | "session-ended"
  | "too-slow";
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode };

// ── from server to client ────────────────────────────────────────────────────────────────────────────────────────

/** Who you are, which channels you are in, since when; sent in answer to hello and again whenever any of it changes. */
export interface Welcome {
  readonly protocol: number;
  readonly community: string;
  /** Number of the server's run; another run means forget everything. */
  readonly run: number;
  readonly duty: Duty;
  readonly desk: Desk;
  readonly channels: readonly ChannelHead[];
  readonly clock: { readonly atMs: number; readonly rate: number };
  readonly tickMs: number;
  /**
   * DEMO badge: simulated devices speak. RECORDED: a replayed recording speaks for at least one visible device. DRILL:
   * the simulated devices play one.
   */
  readonly badges: readonly ("DEMO" | "RECORDED" | "DRILL")[];
  /** The drill that is played; null for none. */
  readonly drill: DrillName | null;
}

export interface ChannelHead {
  /** Small number that stands for the channel in frames of this session's lifetime; the same for every session. */
  readonly index: number;
  readonly channel: ChannelId;
  readonly epoch: Epoch;
  /** Zero of the times in frames of this epoch, epoch milliseconds of community time. */
  readonly epochStartMs: number;
  /** `/api/v1/channels/<id>?epoch=…`, immutable per epoch. */
  readonly dictionary: string;
  readonly points: number;
}

/** The dictionary of a channel: which devices and points its dense indices 0 … n-1 are. Served over HTTP with ETag. */
export interface ChannelDictionary {
  readonly channel: ChannelId;
  readonly epoch: number;
  readonly epochStartMs: number;
  /** Devices in index order; a device's visible points are consecutive: `firstPoint`, `firstPoint + 1`, … in the order of `properties`. */
  readonly devices: readonly DictionaryDevice[];
  readonly points: number;
}

export interface DictionaryDevice extends Omit<Device, "points"> {
  readonly firstPoint: number;
  /** Names of catalogue points where the kind is in the catalogue; full specifications where it is not. */
  readonly properties: readonly (string | Device["points"][number])[];
}

export interface Watching {
  /** Records the client missed, or all that are open when it had none. */
  readonly records: readonly RecordEvent[];
  readonly run: number;
  readonly seq: number;
  /** True when `records` are all that are open, whatever the client held as open; false when they follow on from it. */
  readonly whole: boolean;
  /** What is under way and what ended last; only for those who may command. */
  readonly commands?: readonly CommandRecord[];
}

/** Things of which each one counts; in order, by sequence number of the audience. */
export interface RecordEvent {
  readonly seq: number;
  /** Who answers alarms is told of alarms, everybody else of the alerts behind them. */
  readonly record: { readonly type: "alert"; readonly alert: Alert | Alarm };
}

/** A changed aggregate; the same body as `/api/v1/overlays/<overlay>`. */
export interface OverlayEvent {
  readonly overlay: "energy" | "occupancy" | "alerts";
  readonly body: unknown;
}

/** One reading for a client that does not speak frames. */
export interface JsonReading {
  readonly device: string;
  readonly property: string;
  readonly value: number | boolean | string | null;
  readonly quality: string;
  readonly at: string;
}

export type ServerEvents = {
  welcome: (welcome: Welcome) => void;
  /** One or more frames, end to end; see frame.ts. */
  frames: (bytes: Uint8Array) => void;
  record: (event: RecordEvent) => void;
  overlay: (event: OverlayEvent) => void;
  /** A step of a command; a later one of the same id replaces an earlier one. */
  command: (record: CommandRecord) => void;
  /** Who else is in the control room; the newest replaces those before. */
  company: (company: Company) => void;
  readings: (message: { readonly clock: string; readonly readings: readonly JsonReading[] }) => void;
  refused: (reason: { readonly code: RefusalCode }) => void;
};
