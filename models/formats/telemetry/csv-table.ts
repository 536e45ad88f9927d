import { refuse } from "../problem.ts";

/** A comma separated file: the fields of each row that is not blank, and the number of its line. */
export interface CsvTable {
  readonly rows: readonly { readonly line: number; readonly fields: readonly string[] }[];
}

/** Quotes round a field are taken off, doubled quotes inside become one; fields are trimmed. Line breaks end a row always. */
export function csvTable(text: string): CsvTable {
  const rows: { line: number; fields: string[] }[] = [];
  text.split(/\r\n|\n|\r/).forEach((written, i) => {
    if (written.trim() !== "") rows.push({ line: i + 1, fields: fieldsOf(written) });
  });
  return { rows };
}

/** A row of measurements is short; a file that is one endless row is none. */
const longestQuotedRow = 10_000;

function fieldsOf(written: string): string[] {
  if (!written.includes('"') || written.length > longestQuotedRow)
    return written.split(",").map((field) => field.trim());
  return [...written.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"[^,]*|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? "").trim(),
  );
}

/** A number, or null for an empty field. @throws FileRefused for anything else. */
export function numberIn(field: string | undefined, line: number, column: string): number | null {
  const written = field ?? "";
  if (written === "" || /^(nan|null|na|n\/a)$/i.test(written)) return null;
  const value = Number(written);
  if (Number.isFinite(value)) return value;
  return refuse(
    "bad-number",
    `line ${line}, ${column}`,
    `${JSON.stringify(written.slice(0, 40))} 不是数；请修正该行`,
    `${JSON.stringify(written.slice(0, 40))} is not a number; mend that line`,
  );
}
