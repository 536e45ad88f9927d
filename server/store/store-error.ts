/** Result codes of SQLite that a person can do something about. */
const sentences: Readonly<Record<number, string>> = {
  5: "the database is in use by another process",
  8: "the database may not be written to",
  10: "the disk does not answer",
  11: "the database is damaged",
  13: "the disk is full",
  14: "the database cannot be opened",
  26: "the file is not a database",
};

/** A statement that failed, or a store that is not there; `code` is SQLite's primary result code, 0 when the thread was lost. */
export class StoreError extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    const known = sentences[code & 255];
    super(known === undefined ? message : `${known} (${message})`);
    this.name = "StoreError";
    this.code = code & 255;
  }
}

export const busyCode = 5;
export const fullCode = 13;
/** Failures of the disk or the file, as against a wrong statement or a broken constraint. */
export const isTrouble = (code: number): boolean => code === 0 || sentences[code] !== undefined;
