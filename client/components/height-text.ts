import type { Building } from "../../models/community/community.ts";
import type { Formats } from "../language/formats.ts";
import type { Words } from "../language/use-words.ts";

/** The height of a building as it is told everywhere: a guess never looks like a measure. */
export function heightText(
  { heightM, heightEstimated }: Pick<Building, "heightM" | "heightEstimated">,
  t: Words["t"],
  formats: Pick<Formats, "number">,
): string {
  const metres = `${formats.number(heightM, 0.1)} m`;
  return heightEstimated ? t("card.about", { value: metres }) : metres;
}
