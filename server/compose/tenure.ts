import type { Community } from "../../models/community/community.ts";
import type { CommunityClock } from "./community-clock.ts";

/** What a courtyard that takes over from another in the same process is left. */
export interface Heir {
  /** The community as it was read; null: the one the settings name. */
  readonly community: Community | null;
  readonly clock: CommunityClock;
  /** The community that was to take over could not: it no longer stands. */
  readonly afterFailure: boolean;
}

/** The place of a courtyard among those before and after it. */
export interface Tenure {
  /** Null for the first. */
  readonly heir: Heir | null;
  /** Another community is to take over; null: the one the settings name. */
  readonly successor: (community: Community | null) => void;
}

/** Nobody before, nobody after. */
export const alone: Tenure = { heir: null, successor: () => undefined };
