import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Runs before anything is installed, so it may use nothing but Node itself.
// It installs the project, or a folder of it that has a package of its own, such as benchmarks.
const root = join(dirname(dirname(fileURLToPath(import.meta.url))), process.argv[2] ?? "");

// npm writes this file last, so a broken install is repeated.
const finished = join(root, "node_modules", ".package-lock.json");

if (!existsSync(finished)) {
  const windows = process.platform === "win32";
  const install = spawnSync("npm", ["ci"], { cwd: root, stdio: "inherit", shell: windows });
  if (install.error) console.error(`npm ci could not be started: ${install.error.message}`);
  process.exitCode = install.status ?? 1;
}
