import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Runs before anything is installed, so it may use nothing but Node itself.
const root = dirname(dirname(fileURLToPath(import.meta.url)));

// npm writes this file last, so a broken install is repeated.
const finished = join(root, "node_modules", ".package-lock.json");

if (!existsSync(finished)) {
  const windows = process.platform === "win32";
  const install = spawnSync("npm", ["ci"], { cwd: root, stdio: "inherit", shell: windows });
  if (install.error) console.error(`npm ci could not be started: ${install.error.message}`);
  process.exitCode = install.status ?? 1;
}
