import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Doorkeeper } from "../access/doorkeeper.ts";
import type { Audit } from "../audit/audit.ts";
import { BackupRefused } from "../backup/backup-refused.ts";
import type { Database } from "../store/open-store.ts";
import { openDataFolder } from "../compose/data-folder.ts";
import { openAudit } from "../compose/open-audit.ts";
import { StartRefused } from "../compose/start-refused.ts";
import { FrontDoor } from "../compose/web.ts";
import { Problems } from "../open/problems.ts";
import { controlSocketIn, databaseIn, settingsTable, type Settings } from "../settings.ts";
import { isSettingName, readSettings } from "../settings/read-settings.ts";
import { SettingsError } from "../settings/setting.ts";
import { askServer, ServerRefused } from "./ask-server.ts";

/** What is wrong with how a command was called. */
export class WrongUse extends Error {}

interface Called {
  readonly words: readonly string[];
  /** The command's own options. */
  readonly options: ReadonlyMap<string, string>;
  readonly settings: Settings;
}

/** Splits the words of a command, its own options and those of the server that it takes too. */
export function wordsAndSettings(args: readonly string[], own: readonly string[]): Called {
  const words: string[] = [];
  const options = new Map<string, string>();
  const forServer: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const argument = args[at] ?? "";
    const [, name = "", text] = /^--([a-z-]+)(?:=(.*))?$/.exec(argument) ?? [];
    const isSwitch = isSettingName(name) && settingsTable[name].takes === null;
    if (!argument.startsWith("-")) words.push(argument);
    else if (own.includes(name)) options.set(name, text ?? args[(at += 1)] ?? "");
    else if (text !== undefined || isSwitch || at + 1 === args.length) forServer.push(argument);
    else forServer.push(argument, args[(at += 1)] ?? "");
  }
  return { words, options, settings: readSettings(forServer, process.env) };
}

/** Asks the running server; without one, opens the data folder and does it there. */
export async function askOrDo<Answer>(
  settings: Settings,
  question: Readonly<Record<string, string>>,
  read: (answer: Readonly<Record<string, unknown>>) => Answer,
  act: (rooms: {
    readonly access: Doorkeeper;
    readonly audit: Audit;
    readonly db: Database;
  }) => Promise<Answer>,
): Promise<Answer> {
  const said = await askServer(controlSocketIn(resolve(settings.data)), question);
  if (said !== null) return read(said);
  const folder = resolve(settings.data);
  if (!existsSync(databaseIn(folder))) {
    throw new StartRefused(
      `No server runs on ${folder} and it holds no database: start one there first (npm start), or name its folder with --data.`,
    );
  }
  const front = new FrontDoor(settings);
  const nowMs = (): number => Date.now();
  const log = (line: string): void => console.error(line);
  const problems = new Problems(log);
  const store = await openDataFolder(settings.data, nowMs, problems);
  try {
    const cookie = { installation: store.installation, alwaysSecure: front.isAlwaysSecure };
    const doors = { wallNowMs: nowMs, communityNowMs: nowMs, log: () => undefined, problems };
    const audit = openAudit(settings, store, doors);
    const access = new Doorkeeper(
      store.db,
      audit,
      { nowMs, random: (size) => randomBytes(size) },
      { cookie, linkBase: () => front.base, residentHome: null },
    );
    const answer = await act({ access, audit, db: store.db });
    await audit.close();
    return answer;
  } finally {
    await store.close();
  }
}

/**
 * Runs a command to its end: what it returns is printed; what a person can mend ends with code 2 and one sentence.
 * `--help` prints how it is used.
 */
export async function runCommand(
  usage: string,
  act: (args: readonly string[]) => Promise<string>,
): Promise<void> {
  process.umask(0o077);
  const args = process.argv.slice(2);
  try {
    console.log(args.includes("--help") ? usage : await act(args));
  } catch (error) {
    const mendable = [WrongUse, SettingsError, StartRefused, ServerRefused, BackupRefused].some(
      (kind) => error instanceof kind,
    );
    if (!mendable || !(error instanceof Error)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}
