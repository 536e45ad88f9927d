import type { AlarmMeasures } from "../../models/alarm/measures/alarm-measures.ts";
import type { Community } from "../../models/community/community.ts";
import type { Doorkeeper } from "../access/doorkeeper.ts";
import type { Audit } from "../audit/audit.ts";
import type { PersonalReads } from "../audit/personal-reads.ts";
import type { Refusals } from "../audit/refusals.ts";
import type { History } from "../history/history.ts";
import type { CommunityDesk } from "../community/community-desk.ts";
import type { AlarmDesk } from "../alarm-desk/alarm-desk.ts";
import type { AlarmPast } from "../alarm-desk/alarm-past.ts";
import type { CommandDesk } from "../command-desk/command-desk.ts";
import type { DrillDesk } from "../drill-desk/drill-desk.ts";
import type { Problems } from "../open/problems.ts";
import type { RuleDesk } from "../rule-desk/rule-desk.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/open-store.ts";
import type { CommunityClock } from "./community-clock.ts";
import type { Doors } from "./doors.ts";
import type { TwinRooms } from "./twin-rooms.ts";
import type { FrontDoor } from "./web.ts";

/** The desk with the alarms as earlier runs left them, what was before, and the measures of both. */
export interface AlarmRooms {
  readonly desk: AlarmDesk;
  readonly past: AlarmPast;
  readonly measures: AlarmMeasures;
}

/** What the parts of the start hand on to each other. */
export interface House {
  readonly settings: Settings;
  readonly version: string;
  readonly doors: Doors;
  readonly problems: Problems;
  readonly community: Community;
  readonly clock: CommunityClock;
  readonly store: Store;
  readonly rooms: TwinRooms;
  readonly history: History;
  readonly front: FrontDoor;
  readonly audit: Audit;
  readonly reads: PersonalReads;
  readonly refusals: Refusals;
  readonly access: Doorkeeper;
  readonly communityDesk: CommunityDesk;
  readonly commands: CommandDesk;
  readonly alarms: AlarmRooms;
  readonly drills: DrillDesk;
  readonly rules: RuleDesk;
  readonly simulated: boolean;
}
