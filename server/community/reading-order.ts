import type { GeographicPlace } from "../../models/community/community.ts";
import type { ReadingStep } from "../../models/formats/progress.ts";
import type { CommunityReading } from "../../models/formats/read-community.ts";

export interface Order {
  /** Path of the file. */
  readonly file: string;
  /** Its name, as whoever gave it calls it. */
  readonly name: string;
  /** Place of a model that does not say where it is. */
  readonly at: GeographicPlace | null;
}

/** What the thread says: how far it is, then what it read. */
export type Report =
  | { readonly step: ReadingStep; readonly share: number }
  | { readonly reading: CommunityReading };
