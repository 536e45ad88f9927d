/** What an event is about, for programs that read the log. Nothing secret and nothing of a person goes in. */
export interface LogAbout {
  readonly level: "info" | "warning" | "error";
  /** Room of the server, or a part of one: `store`, `history/public`. */
  readonly room: string;
  /** One word or two, always the same for the same thing. */
  readonly event: string;
  readonly fields?: Readonly<Record<string, string | number | boolean>>;
}

/** Tells whoever looks after the server: a sentence, and what it is about. */
export type Log = (sentence: string, about?: LogAbout) => void;

const something: LogAbout = { level: "warning", room: "server", event: "said" };

/** One line of the log, as JSON. */
export function logLine(atMs: number, sentence: string, about: LogAbout = something): string {
  const { level, room, event, fields } = about;
  return JSON.stringify({ time: new Date(atMs).toISOString(), level, room, event, sentence, fields });
}
