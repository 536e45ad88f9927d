import { staffChannel, type AlarmId, type ChannelId } from "../../models/ids.ts";
import { withoutPeople } from "../../models/alarm/discreet.ts";
import type { Alarm } from "../../models/alarm/alarm.ts";
import type { Limit } from "../../models/device/kind.ts";
import { channelsOfAlert, channelsOfPoint } from "../../models/duty/authority.ts";
import type { AlertedDevice } from "../../models/device/device.ts";
import type { Alert, PointLimit } from "../../models/alarm/alert.ts";
import type { RecordEvent, Watching } from "../../models/stream/messages.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import type { Outgoing } from "./wire.ts";

/** Records an audience keeps for those who were cut off; whoever missed more gets all that are open. */
const keptRecords = 1000;

/** The limit an alert is beyond; undefined for one of a kind nobody knows. */
export type LimitOf = (of: PointLimit) => Limit | undefined;

/** Who is told of an alert, and what those are told besides who cannot see its point. */
interface Told {
  readonly own: readonly ChannelId[];
  readonly channels: readonly ChannelId[];
  readonly about: AlertedDevice;
}

type RecordMessage = Extract<Outgoing, { event: "record" }>;

/**
 * Records as the members of the same channels see them: numbered by what they may see alone, so that no gap tells of
 * anything else.
 */
export class AudienceLog {
  readonly channels: ReadonlySet<ChannelId>;
  seq = 0;
  readonly #kept: RecordEvent[] = [];
  #fresh: RecordMessage[] = [];

  /** Whether they are told who did what, and of what they see nothing else of. */
  readonly ofPeople: boolean;

  constructor(channels: Iterable<ChannelId>, ofPeople: boolean) {
    this.ofPeople = ofPeople;
    this.channels = new Set(channels);
  }

  /** Records of the present tick. */
  get fresh(): readonly RecordMessage[] {
    return this.#fresh;
  }

  begin(): void {
    if (this.#fresh.length > 0) this.#fresh = [];
  }

  /** Whether they are told of alarms, and not of the alerts behind them. */
  get answersAlarms(): boolean {
    return this.channels.has(staffChannel);
  }

  note(alert: Alert): void {
    const event: RecordEvent = { seq: ++this.seq, record: { type: "alert", alert } };
    this.#kept.push(event);
    if (this.#kept.length > keptRecords) this.#kept.shift();
    this.#fresh.push({ event: "record", payload: event });
  }

  /** What came after `seq`; null when that is no longer known. */
  after(seq: number): readonly RecordEvent[] | null {
    if (seq > this.seq || this.seq - seq > this.#kept.length) return null;
    return this.#kept.slice(this.#kept.length - (this.seq - seq));
  }
}

/** The alerts as records of every audience somebody is in. */
export class RecordBook {
  readonly #twin: TwinReader;
  readonly #limitOf: LimitOf;
  readonly #alarms: { readonly open: ReadonlyMap<AlarmId, Alarm> };
  readonly #run: number;
  readonly #logs = new Map<string, AudienceLog>();

  constructor(
    twin: TwinReader,
    limitOf: LimitOf,
    alarms: { readonly open: ReadonlyMap<AlarmId, Alarm> },
    run: number,
  ) {
    this.#twin = twin;
    this.#limitOf = limitOf;
    this.#alarms = alarms;
    this.#run = run;
  }

  /** @param ofPeople see `isToldOfPeople`. */
  audience(channels: readonly ChannelId[], ofPeople: boolean): AudienceLog {
    const key = `${ofPeople} ${channels.join(" ")}`;
    const log = this.#logs.get(key) ?? new AudienceLog(channels, ofPeople);
    this.#logs.set(key, log);
    return log;
  }

  /** Takes the records of a tick; each log's `fresh` are then those its audience may see. */
  take(alerts: readonly Alert[], alarms: readonly Alarm[]): void {
    for (const log of this.#logs.values()) log.begin();
    for (const alert of alerts) this.#note(alert, (log) => !log.answersAlarms);
    for (const alarm of alarms) this.#note(alarm, (log) => log.answersAlarms);
  }

  #note(alert: Alert, isFor: (log: AudienceLog) => boolean): void {
    const told = this.#toldOf(alert);
    if (told === null) return;
    for (const log of this.#logs.values()) {
      const seen = isFor(log) ? asTold(alert, told, log) : null;
      if (seen !== null) log.note(seen);
    }
  }

  /** What a client that has the records up to `last` lacks: those after it, or all that are open. */
  missed(log: AudienceLog, last: { readonly run: number; readonly seq: number } | null): Watching {
    const after = last !== null && last.run === this.#run ? log.after(last.seq) : null;
    const place = { run: this.#run, seq: log.seq };
    if (after !== null) return { ...place, records: after, whole: false };
    const open: RecordEvent[] = [];
    const all = log.answersAlarms ? this.#alarms.open : this.#twin.openAlerts;
    for (const alert of all.values()) {
      const told = this.#toldOf(alert);
      const seen = told && asTold(alert, told, log);
      if (seen !== null) open.push({ seq: log.seq, record: { type: "alert", alert: seen } });
    }
    return { ...place, records: open, whole: true };
  }

  #toldOf(alert: Alert): Told | null {
    const index = this.#twin.indexOf(alert.point);
    if (index === undefined) return null;
    const { visibility } = this.#twin.specOf(index);
    const { kind, name, place, party } = this.#twin.deviceAt(index).device;
    const tellsStaff = this.#limitOf(alert)?.tellsStaff === true;
    return {
      own: channelsOfPoint(visibility, place),
      channels: channelsOfAlert(visibility, place, tellsStaff),
      about: { kind, name, place, party },
    };
  }
}

/** The alert as an audience is told of it; null when it is not. */
function asTold(alert: Alert, { own, channels, about }: Told, log: AudienceLog): Alert | null {
  if (own.some((channel) => log.channels.has(channel))) return log.ofPeople ? alert : withoutPeople(alert);
  if (!log.ofPeople) return null;
  return channels.some((channel) => log.channels.has(channel)) ? { ...alert, about } : null;
}
