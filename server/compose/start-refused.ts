/** Why the server does not start: one sentence, for whoever started it. Ends the program with code 2. */
export class StartRefused extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "StartRefused";
  }
}

const words: Readonly<Record<string, string>> = {
  ENOENT: "it is not there",
  EACCES: "it may not be opened",
  EISDIR: "it is a folder",
  EADDRINUSE: "it is in use",
  EADDRNOTAVAIL: "this machine has no such address",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  ENOTDIR: "part of the path is a file",
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** What the system's error means, in words. */
export const reasonOf = (error: unknown): string =>
  words[codeOf(error)] ?? (error instanceof Error ? error.message : String(error));
