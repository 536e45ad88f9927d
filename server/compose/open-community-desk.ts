import type { Audit } from "../audit/audit.ts";
import { CommunityDesk } from "../community/community-desk.ts";
import type { UploadShelf } from "../community/upload-shelf.ts";
import type { Settings } from "../settings.ts";
import type { Store } from "../store/open-store.ts";
import type { Doors } from "./doors.ts";
import type { Tenure } from "./tenure.ts";

interface Needs {
  readonly store: Store;
  readonly shelf: UploadShelf;
  readonly audit: Audit;
  readonly doors: Doors;
  readonly tenure: Tenure;
}

/** Where an administrator hands in another community. */
export const openCommunityDesk = (
  settings: Settings,
  { store, shelf, audit, doors, tenure }: Needs,
): CommunityDesk =>
  new CommunityDesk({
    db: store.db,
    shelf,
    audit,
    insteadOf: settings.community,
    at: settings.at,
    mostBytes: settings["largest-model"] * 1e6,
    nowMs: doors.wallNowMs,
    after: doors.after,
    successor: tenure.successor,
  });
