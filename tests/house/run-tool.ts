import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectRoot } from "../project-root.ts";

export interface ToolReport {
  /** Exit status; `null` when the tool could not be started or was stopped. */
  readonly status: number | null;
  readonly output: string;
}

/** Runs one of the project's own tools in a folder and says how it ended. */
export function runTool(tool: string, args: readonly string[], folder: string): Promise<ToolReport> {
  const program = join(projectRoot, "node_modules", ".bin", tool);
  const options = { cwd: folder, env: { ...process.env, NO_COLOR: "1" }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ status, output: `${stdout}${stderr}` });
    });
  });
}

/** A small project in a folder of its own, for planting faults; ended by `remove`. */
export function plantedProject(files: Record<string, string>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "courtyard-planted-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
