import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { projectRoot } from "../../project-root.ts";

const run = promisify(execFile);

it.each(["link", "token", "backup", "restore", "audit-verify"])(
  "npm run %s says how it is used when asked",
  async (command) => {
    const file = `server/commands/${command}.ts`;
    const { stdout } = await run(process.execPath, ["--import", "tsx", file, "--help"], { cwd: projectRoot });
    expect(stdout).toContain(`npm run ${command.replace("-", ":")} -- `);
  },
);
