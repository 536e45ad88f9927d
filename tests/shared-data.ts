import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "vitest";
import { projectRoot } from "./project-root.ts";

const folder = join(dirname(projectRoot), "shared", "data");

/** A file or folder of the real-world data that lies beside the project; `null` where it was not laid. */
export function sharedData(path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? file : null;
}

/** Like `describe`, given the file; without it one skipped test says what was missing. */
export function describeWithSharedData(name: string, path: string, body: (file: string) => void): void {
  describe(name, () => {
    const file = sharedData(path);
    if (file === null) it.skip(`needs ../shared/data/${path}, which is not there`);
    else body(file);
  });
}
