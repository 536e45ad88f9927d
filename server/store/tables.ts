import type { Generated } from "kysely";

/**
 * Every table. Times are epoch milliseconds of wall time unless the name says community time; JSON is text; ids are
 * made by the application.
 */
export interface Tables {
  run: RunTable;
  installation: InstallationTable;
  link: LinkTable;
  session: SessionTable;
  token: TokenTable;
  trail: TrailTable;
  trail_base: TrailBaseTable;
  command: CommandTable;
  alarm_episode: AlarmEpisodeTable;
  alarm_transition: AlarmTransitionTable;
  rule_change: RuleChangeTable;
  mapped_device: MappedDeviceTable;
  tray: TrayTable;
  mapping: MappingTable;
  foreign_device: ForeignDeviceTable;
  value_page: ValuePageTable;
  value_journal: ValueJournalTable;
  community_upload: CommunityUploadTable;
}

/** A change of an alarm rule at a place; it only grows. `changes` null takes away what was otherwise there. */
export interface RuleChangeTable {
  seq: Generated<number>;
  community: string;
  rule: string;
  place: string;
  changes: string | null;
  reason: string;
  who: string;
  session: string;
  community_at_ms: number;
}

/** One row per start of the server. */
export interface RunTable {
  number: Generated<number>;
  started_at_ms: number;
  /** Null while running, and for ever after a crash. */
  ended_at_ms: number | null;
}

/** The one row that tells this data folder from any other. */
export interface InstallationTable {
  id: string;
}

/** A one-time link, known only by the SHA-256 of its token. */
export interface LinkTable {
  hash: Uint8Array;
  duty: string;
  /** Whom it is for; null when nobody said. */
  name: string | null;
  made_at_ms: number;
  expires_at_ms: number;
  used_at_ms: number | null;
}

export interface SessionTable {
  id: string;
  /** SHA-256 of the cookie's token. */
  hash: Uint8Array;
  duty: string;
  /** What colleagues call who signed in; null for a session of before people had names. */
  name: string | null;
  dwelling: string | null;
  began_at_ms: number;
  expires_at_ms: number;
  ended_at_ms: number | null;
  /** Why it ended before its time. */
  end_reason: string | null;
}

/** A bearer token of a program. */
export interface TokenTable {
  hash: Uint8Array;
  name: string;
  use: string;
  made_at_ms: number;
  ended_at_ms: number | null;
}

/** What somebody may have to answer for, a chain of seals; the database lets it only grow. */
export interface TrailTable {
  seq: number;
  at_ms: number;
  community_at_ms: number;
  act: string;
  /** Session or credential that acted, `""` for nobody signed in. */
  who: string;
  /** What it was done to. */
  subject: string;
  detail: string;
  /** Seal of the entry before. */
  previous: Uint8Array;
  /** SHA-256 over the seal before and all of the above. */
  hash: Uint8Array;
}

/** The one row that says where the kept entries go on from; those up to it were dropped when their time was over. */
export interface TrailBaseTable {
  seq: number;
  hash: Uint8Array;
}

/** What a device was asked to be, and what became of it; `value` is JSON. */
export interface CommandTable {
  id: string;
  community: string;
  device: string;
  property: string;
  value: string;
  /** Session that asked. */
  who: string;
  duty: string;
  state: string;
  reason: string | null;
  community_asked_at_ms: number;
  community_changed_at_ms: number;
}

/** An alarm from leaving normal until it is normal again; `body` is the `Alarm` as it is, as JSON. */
export interface AlarmEpisodeTable {
  community: string;
  id: string;
  alarm: string;
  version: number;
  state: string;
  community_from_ms: number;
  community_changed_ms: number;
  body: string;
  /** What and where its device was, as JSON; null where nobody knew it, and for episodes of before this was kept. */
  about: string | null;
}

/** One transition of an alarm; `event` is an `AlarmEvent` as JSON. */
export interface AlarmTransitionTable {
  community: string;
  alarm: string;
  version: number;
  /** Of the request that asked for it; null where nobody did. */
  action: string | null;
  /** Session that asked. */
  who: string | null;
  community_at_ms: number;
  event: string;
  /** What it made of the alarm, and whether somebody had to be told; null for those of before this was kept. */
  state: string | null;
  priority: string | null;
  announced: number | null;
}

/** A device that described itself and was taken in; `describe` is what it said, as JSON. */
export interface MappedDeviceTable {
  community: string;
  device: string;
  describe: string;
  first_at_ms: number;
  last_at_ms: number;
}

/** Something that spoke and is not known; `property` is `""` for a whole device. */
export interface TrayTable {
  community: string;
  device: string;
  property: string;
  reason: string;
  first_at_ms: number;
  last_at_ms: number;
  /** When the last one was measured, as it said (community time); null for rows of before this was kept. */
  source_at_ms: number | null;
  seen: number;
  last_topic: string;
  /** The payload with its values masked. */
  shape: string;
  /** The payload itself, for the day it is mapped; `""` when it was too large to keep. */
  last_payload: string;
}

/** A part of the mapping: a row (in their order) or a source; `body` is JSON. */
export interface MappingTable {
  community: string;
  part: "row" | "source";
  id: string;
  place: number;
  body: string;
}

/** A device of a foreign source; `shown` maps where its values stand to the last ones, or to null once it is mapped. */
export interface ForeignDeviceTable {
  community: string;
  source: string;
  name: string;
  /** 1 for a device of a replayed recording. */
  recorded: number;
  shown: string;
  last_at_ms: number;
}

/** Last values of up to 1,024 points, in the order of `points` (JSON array of ids); packed by the room of the twin. */
export interface ValuePageTable {
  community: string;
  page: number;
  points: string;
  data: Uint8Array;
}

/** Values changed since the pages were written, packed; later ones win. */
export interface ValueJournalTable {
  seq: Generated<number>;
  community: string;
  data: Uint8Array;
}

/** A city model an administrator handed in. */
export interface CommunityUploadTable {
  number: Generated<number>;
  /** SHA-256 of the file in the data folder. */
  file: string;
  name: string;
  bytes: number;
  at_ms: number;
  /** What `--community` said then. */
  instead_of: string;
  /** Null while it stands. */
  ended_at_ms: number | null;
}
