import { readFileSync } from "node:fs";
import type { Courtyard } from "./compose/courtyard.ts";
import type { Doors } from "./compose/doors.ts";
import { machine } from "./compose/machine.ts";
import { StartRefused } from "./compose/start-refused.ts";
import { keepCourtyard } from "./compose/succession.ts";
import { logLine } from "./log/log.ts";
import type { Settings } from "./settings.ts";
import { helpPage } from "./settings/help-page.ts";
import { readSettings } from "./settings/read-settings.ts";
import { SettingsError } from "./settings/setting.ts";

/** A clean end must fit in five seconds; what hangs longer is left behind. */
const endWithinMs = 4500;

const doors: Doors = {
  ...machine,
  print: (line) => void process.stdout.write(`${line}\n`),
  log: (sentence, about) => void process.stderr.write(`${logLine(Date.now(), sentence, about)}\n`),
};

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const isNamed = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isNamed ? String(manifest.version) : "";
}

function refuse(error: unknown): never {
  if (!(error instanceof SettingsError) && !(error instanceof StartRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}

/** Ends cleanly also when it is told to while it still starts. */
function endOn(signals: readonly NodeJS.Signals[], starting: Promise<Pick<Courtyard, "close">>): void {
  let ending = false;
  const end = async (code: number): Promise<void> => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), endWithinMs).unref();
    await (await starting).close();
    process.exit(code);
  };
  for (const signal of signals) process.on(signal, () => void end(0));
  // Nobody knows what state this leaves behind: what is held is kept, and whoever watches over us starts us again.
  process.on("uncaughtException", (error) => {
    const about = { level: "error", room: "server", event: "fault" } as const;
    doors.log(`ending after a fault: ${error.stack ?? error.message}`, about);
    void end(1);
  });
}

function settingsAsked(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    return refuse(error);
  }
}

// What we write is for the owner alone, also in a folder that others may look into.
process.umask(0o077);

if (process.argv.includes("--help") || process.argv.includes("-h")) doors.print(helpPage());
else {
  try {
    const starting = keepCourtyard(settingsAsked(), version(), doors);
    endOn(["SIGTERM", "SIGINT", "SIGHUP"], starting);
    await starting;
  } catch (error) {
    refuse(error);
  }
}
