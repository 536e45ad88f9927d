import type { MeasuresReport } from "../../models/alarm/measures/report.ts";
import type { LimitBook } from "../../models/alarm/rules/limit-book.ts";
import type { Community } from "../../models/community/community.ts";
import type { Doorkeeper } from "../access/doorkeeper.ts";
import type { AlarmPast } from "../alarm-desk/alarm-past.ts";
import type { Audit } from "../audit/audit.ts";
import type { PersonalReads } from "../audit/personal-reads.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { CommunityDesk } from "../community/community-desk.ts";
import type { DrillDesk } from "../drill-desk/drill-desk.ts";
import type { BatchAnswer, BatchRefusal } from "../ingest/http/readings-batch.ts";
import type { MessageTap } from "../ingest/message-tap.ts";
import type { MappingDesk } from "../ingest/foreign/mapping-desk.ts";
import type { Trends } from "../history/trends.ts";
import type { RuleDesk } from "../rule-desk/rule-desk.ts";
import type { OverlaySource } from "../overlays/overlay-source.ts";
import type { Stream } from "../stream/stream.ts";
import type { TwinReader } from "../twin/twin-reader.ts";
import type { Figures } from "./figures.ts";
import type { Metrics } from "./metrics.ts";
import type { Problems } from "./problems.ts";

/** Readings handed in over HTTP, answered once they are kept. */
export interface HttpReadings {
  accept(body: Buffer, contentType: string): Promise<BatchAnswer | BatchRefusal>;
  /** A body was refused for its size before it was read. */
  turnedAwayOversize(): void;
}

/** Alarms as they were and are. */
export interface AlarmAccounts {
  readonly past: Pick<AlarmPast, "find" | "historyOf">;
  readonly measures: () => MeasuresReport;
  /** Whether simulated devices speak. */
  readonly isDemo: () => boolean;
}

/** What the open interfaces speak for. */
export interface Rooms {
  readonly access: Doorkeeper;
  readonly audit: Pick<Audit, "read" | "check" | "checked">;
  /** Writes down who reads what is of a home, before it is given. */
  readonly reads: Pick<PersonalReads, "cover">;
  readonly alarms: AlarmAccounts;
  /** Writes down who asked for what their duty does not allow. */
  readonly refusals: Pick<Refusals, "note">;
  readonly twin: TwinReader;
  readonly limits: Pick<LimitBook, "inForce">;
  readonly trends: Pick<Trends, "of">;
  readonly community: Community;
  readonly communityDesk: CommunityDesk;
  readonly drills: Pick<DrillDesk, "simulated" | "running" | "start" | "end">;
  readonly rules: Pick<RuleDesk, "overrides" | "history" | "set" | "remove" | "replaceAll">;
  readonly overlays: Pick<OverlaySource, "body">;
  readonly dictionaries: Pick<Stream, "dictionary">;
  readonly readings: HttpReadings;
  readonly messages: Pick<MessageTap, "look">;
  /** What nobody has mapped yet, values masked. */
  readonly tray: { list(): readonly unknown[] };
  /** Devices of foreign sources, and the mapping they are known by. */
  readonly mappings: MappingDesk;
  readonly problems: Problems;
  readonly metrics: Metrics;
  readonly figures: () => Figures;
  readonly clock: { readonly nowMs: () => number; readonly rate: number };
  /** What became of what devices sent, by name. */
  readonly readingCounts: () => Readonly<Record<string, number>>;
  readonly version: string;
}
