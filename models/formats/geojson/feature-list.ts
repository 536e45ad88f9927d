import { z } from "zod";
import { notes } from "../notes.ts";
import { refuse } from "../problem.ts";
import { inHundredths, type Progress } from "../progress.ts";
import type { Tally } from "../tally.ts";

const geometryShape = z.object({ type: z.string(), coordinates: z.unknown() });

const featureShape = z.object({
  type: z.literal("Feature"),
  id: z.union([z.string(), z.number()]).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: geometryShape.nullable(),
});

const collectionShape = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(z.unknown()),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  name: z.string().nullish(),
});

export interface Feature {
  /** Path to it in the file. */
  readonly where: string;
  readonly id: string | number | null;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometryType: string;
  readonly coordinates: unknown;
}

export interface FeatureList {
  readonly features: readonly Feature[];
  /** Name of the reference system of pre-2016 files; null = longitude, latitude in WGS 84. */
  readonly crsName: string | null;
  readonly title: string | null;
}

/** A FeatureCollection, a lone Feature, or a bare list (of features, presumably). */
export function isGeoJson(document: unknown): boolean {
  if (Array.isArray(document)) return true;
  const type = typeof document === "object" && document !== null && "type" in document ? document.type : null;
  return type === "FeatureCollection" || type === "Feature";
}

/**
 * The features of a GeoJSON document; what is no feature, or has no geometry, is counted.
 * @throws FileRefused when the document holds no list of features.
 */
export function featureList(document: unknown, tally: Tally, progress: Progress): FeatureList {
  const collection = collectionShape.safeParse(document);
  const list = collection.success
    ? collection.data.features
    : Array.isArray(document)
      ? document
      : [document];
  if (!collection.success && !Array.isArray(document) && !featureShape.safeParse(document).success) {
    refuse(
      "bad-shape",
      "$.features",
      "FeatureCollection 缺少 features 数组；请重新导出该文件",
      "the FeatureCollection has no list `features`; export the file again",
    );
  }
  const features: Feature[] = [];
  const told = inHundredths(progress, "objects", list.length);
  for (const [i, item] of list.entries()) {
    told(i + 1);
    const read = featureShape.safeParse(item);
    if (!read.success) tally.add(notes.noFeature);
    else if (read.data.geometry === null) tally.add(notes.featureBare);
    else {
      const { id, properties, geometry } = read.data;
      features.push({
        where: collection.success ? `$.features[${i}]` : Array.isArray(document) ? `$[${i}]` : "$",
        id: id ?? null,
        properties: properties ?? {},
        geometryType: geometry.type,
        coordinates: geometry.coordinates,
      });
    }
  }
  return {
    features,
    crsName: collection.success ? (collection.data.crs?.properties.name ?? null) : null,
    title: collection.success ? (collection.data.name ?? null) : null,
  };
}
