import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  readMappingFile,
  type MappingFile,
  type MappingRow,
  type PlaceRow,
} from "../../models/mapping/mapping-file.ts";
import { readyFile } from "../../models/mapping/ready/ready.ts";
import { ReplayRefused } from "./replay-options.ts";

/** Reads the file of `--mapping`, or takes the rows the product knows. @throws ReplayRefused in one sentence. */
export async function mappingOf(option: string): Promise<MappingFile> {
  if (option === "ready") return readyFile;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(option, "utf8"));
  } catch (error) {
    const why = error instanceof Error && "code" in error ? String(error.code) : "not JSON";
    throw new ReplayRefused(
      `Cannot read ${option} (${why}): --mapping takes a mapping file, or the word ready.`,
    );
  }
  const read = readMappingFile(json);
  if (read.ok) return read.file;
  throw new ReplayRefused(`${basename(option)}, ${read.where}: ${read.sentence.en}.`);
}

/**
 * The mapping for recorded devices alone, under ids of its own, so that it changes nothing for live ones. Rows that
 * say no place get the replay's.
 */
export function forReplay(file: MappingFile, place: PlaceRow): MappingFile {
  const rows = file.rows.filter(({ match }) => match.origin !== "live");
  return {
    ...file,
    rows: rows.map(
      (row): MappingRow => ({
        ...row,
        id: row.match.origin === "recorded" ? row.id : `replay ${row.id}`.slice(0, 200),
        match: { ...row.match, origin: "recorded" },
        at: row.at ?? place,
      }),
    ),
  };
}
