import { z } from "zod";
import type { Community, GeographicPlace } from "../community/community.ts";
import { cityCommunity } from "./cityjson/city-community.ts";
import { readDocument } from "./cityjson/read-document.ts";
import { readSequence } from "./cityjson/read-sequence.ts";
import { isGeoJson } from "./geojson/feature-list.ts";
import { geoJsonCommunity } from "./geojson/geojson-community.ts";
import { fileText } from "./file-text.ts";
import { parseJson } from "./json-text.ts";
import { problemOf, refuse, type FormatProblem } from "./problem.ts";
import type { Progress } from "./progress.ts";
import { soundCommunity } from "./sound-community.ts";
import { Tally } from "./tally.ts";

export interface CommunityFile {
  /** File name (a path is cut to it): gives the community its id, and its name when the file has no title. */
  readonly name: string;
  /** Its text, or its bytes. */
  readonly text: string | Uint8Array;
  /** Place of a model that does not say where it is. */
  readonly at?: GeographicPlace;
}

export type CommunityReading =
  | { readonly ok: true; readonly community: Community }
  | { readonly ok: false; readonly problem: FormatProblem };

/** A community from the text of a CityJSON, CityJSONSeq or GeoJSON file, told apart by its contents. */
export function readCommunityFile(
  file: CommunityFile,
  progress: Progress = () => undefined,
): CommunityReading {
  const reading = problemOf(() => read(file, progress));
  return reading.ok ? { ok: true, community: reading.result } : reading;
}

const anObject = z.record(z.string(), z.unknown());

function read(file: CommunityFile, progress: Progress): Community {
  const tally = new Tally();
  progress("text", 0);
  const given = asGiven(file, tally, progress);
  progress("checks", 0);
  return soundCommunity(given, tally, progress);
}

function asGiven({ name, text: given, at }: CommunityFile, tally: Tally, progress: Progress): Community {
  const written = typeof given === "string" ? given : fileText(given, progress);
  const text = written.startsWith("\ufeff") ? written.slice(1) : written;
  refuseForeign(text);
  if (isSequence(name, text))
    return cityCommunity(readSequence(text, tally, progress), name, at ?? null, tally, progress);
  const document = parseJson(text);
  if (isGeoJson(document)) return geoJsonCommunity(document, name, tally, progress);
  const object = anObject.safeParse(document);
  if (!object.success || (object.data["CityObjects"] === undefined && object.data["type"] !== "CityJSON")) {
    refuse(
      "unknown-format",
      "$",
      "不是 CityJSON、CityJSONSeq 或 GeoJSON；请选择这三种格式之一的文件",
      "neither CityJSON, CityJSONSeq nor GeoJSON; choose a file of one of these",
    );
  }
  return cityCommunity(readDocument(object.data, tally, progress), name, at ?? null, tally, progress);
}

/** A name that says so, or a second line that begins an object after a first that is whole. */
function isSequence(name: string, text: string): boolean {
  if (/\.(jsonl|ndjson)$/i.test(name)) return true;
  const [first, second] = /^\s*(\{[^\n]*\})[^\S\n]*\n\s*(\{)/.exec(text)?.slice(1) ?? [];
  return first !== undefined && second !== undefined && /"type"\s*:\s*"CityJSON"/.test(first);
}

function refuseForeign(text: string): void {
  const start = text.slice(0, 200).trimStart();
  if (text.trim() === "")
    refuse("empty", "", "文件为空；请选择一个城市模型文件", "the file is empty; choose a city model");
  if (start.startsWith("<")) {
    refuse(
      "xml",
      "line 1",
      "这是 XML（可能是 CityGML）；请先用 citygml-tools 转换为 CityJSON",
      "this is XML, perhaps CityGML; convert it to CityJSON with citygml-tools first",
    );
  }
  if (start.startsWith("ISO-10303") || start.startsWith("glTF")) {
    const format = start.startsWith("glTF") ? "glTF" : "IFC";
    refuse(
      "foreign-format",
      "line 1",
      `这是 ${format} 文件，不是城市模型；请选择 CityJSON 或 GeoJSON`,
      `this is ${format}, not a city model; choose CityJSON or GeoJSON`,
    );
  }
}
