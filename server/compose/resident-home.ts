import type { Community } from "../../models/community/community.ts";
import type { DwellingId } from "../../models/ids.ts";

/** Where the resident of the demo lives: in building B-5, on the twelfth floor. */
const demoBuilding = "B-5";
const demoStorey = 12;

/** The home a resident link signs in to: the demo's, elsewhere the first that is lived in; null without homes. */
export function residentHome({ dwellings }: Pick<Community, "dwellings">): DwellingId | null {
  const livedIn = dwellings.filter(({ residents }) => residents > 0);
  const ofDemo = livedIn.find(({ building, storey }) => building === demoBuilding && storey === demoStorey);
  return (ofDemo ?? livedIn[0] ?? dwellings[0])?.id ?? null;
}
