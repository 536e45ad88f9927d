import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "./stage.ts";

export interface SmallDisk {
  /** Leaves no byte free. */
  fill(): void;
  free(): void;
}

/** Makes the stage's data folder a disk of its own of a few megabytes; null where that is not ours to do. */
export function smallDisk(stage: Stage): SmallDisk | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  mkdirSync(stage.data);
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=700", "tmpfs", stage.data]);
  stage.atEnd(() => void execFileSync("umount", ["--lazy", stage.data]));
  const filler = join(stage.data, "filler");
  return {
    fill() {
      const { bavail, bsize } = statfsSync(stage.data);
      writeFileSync(filler, Buffer.alloc(bavail * bsize));
    },
    free: () => rmSync(filler),
  };
}
