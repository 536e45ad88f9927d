/** What is done that somebody may have to answer for, each a line of the trail. */
export type TrailAct =
  | "link-made"
  | "signed-in"
  | "refused"
  | "session-ended"
  | "duty-changed"
  | "token-made"
  | "token-ended"
  | "personal-read"
  | "mapping-saved"
  | "mapping-removed"
  | "mapping-imported"
  | "command-asked"
  | "command-ended"
  | "command-refused"
  | "alarm-acknowledged"
  | "alarm-reset"
  | "alarm-shelved"
  | "alarm-unshelved"
  | "alarm-taken-out"
  | "alarm-put-back"
  | "alarm-noted"
  | "alarm-refused"
  | "rule-changed"
  | "rule-restored"
  | "drill-started"
  | "drill-ended"
  | "duty-refused"
  | "refused-more"
  | "trail-shortened"
  | "anchors-begun"
  | "community-replaced"
  | "community-refused"
  | "community-put-back"
  | "backup-made"
  | "restored";

export interface TrailEntry {
  readonly act: TrailAct;
  /** Session or program that acted; `""` for nobody signed in. */
  readonly who: string;
  /** Session, link, token, home or mapping row it was done to. */
  readonly subject: string;
  /** Duty, reason, address, purpose …; nothing secret. */
  readonly detail: Readonly<Record<string, string>>;
}

export interface KeptTrailEntry extends TrailEntry {
  readonly seq: number;
  /** Wall time and community time, epoch milliseconds. */
  readonly atMs: number;
  readonly communityAtMs: number;
}

/** Writes an entry in the transaction it was given for. */
export type Append = (entry: TrailEntry) => Promise<void>;
