import type { AlarmSearch } from "../../../../models/alarm/search.ts";
import type { Language } from "../../../../models/language/text.ts";

/** What is looked for, as the server's interface for alarms is asked. */
export function searchQuery(search: AlarmSearch): URLSearchParams {
  const query = new URLSearchParams();
  const write = (name: string, value: string | null): void => {
    if (value !== null && value !== "") query.set(name, value);
  };
  write("from", isoOf(search.fromMs));
  write("until", isoOf(search.untilMs));
  write("state", search.states?.join(",") ?? null);
  write("priority", search.priorities?.join(",") ?? null);
  write("building", search.building);
  write("cell", search.gridCell);
  write("kind", search.kind);
  write("party", search.party);
  write("who", search.acknowledgedBy);
  write("words", search.words.join(" "));
  return query;
}

const isoOf = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(Math.floor(atMs)).toISOString();

/** Where the same alarms are had as a list for spreadsheets. */
export function csvAddress(search: AlarmSearch, language: Language): string {
  const query = searchQuery(search);
  query.set("lang", language);
  return `/api/v1/alarms.csv?${query.toString()}`;
}
