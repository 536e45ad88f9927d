import type { Feature } from "./feature-list.ts";

export type FeatureClass = "building" | "road" | "path" | "water" | "green" | "other";

const otherTags = [
  "landuse",
  "highway",
  "natural",
  "waterway",
  "leisure",
  "boundary",
  "railway",
  "place",
  "aeroway",
  "barrier",
  "power",
];
const greenKinds =
  /^(park|garden|grass|forest|wood|natural_wood|meadow|recreation_ground|village_green|playground)$/;

const word = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * What a feature is, by Tilezen's `kind` and `layer`, else by OpenStreetMap tags. A feature that says nothing of
 * itself is a building: footprint files often carry nothing but outlines.
 */
export function classOf({ properties }: Feature): FeatureClass {
  const [kind, layer] = [word(properties["kind"]), word(properties["layer"])];
  if (layer !== "" ? layer.startsWith("building") : kind.startsWith("building")) return "building";
  if (layer !== "" || kind !== "") {
    if (layer === "roads" || kind.endsWith("_road"))
      return kind === "path" ? "path" : kind === "rail" ? "other" : "road";
    if (layer === "water" || kind === "water") return "water";
    return greenKinds.test(kind) ? "green" : "other";
  }
  const building = properties["building"] ?? properties["building:part"];
  if (building === "no") return "other";
  if (building !== undefined && building !== null) return "building";
  const highway = word(properties["highway"]);
  if (highway !== "")
    return /^(footway|path|pedestrian|steps|cycleway|track)$/.test(highway) ? "path" : "road";
  if (word(properties["natural"]) === "water" || word(properties["waterway"]) !== "") return "water";
  if (
    greenKinds.test(word(properties["leisure"]) || word(properties["landuse"]) || word(properties["natural"]))
  )
    return "green";
  return otherTags.some((tag) => properties[tag] !== undefined && properties[tag] !== null)
    ? "other"
    : "building";
}
