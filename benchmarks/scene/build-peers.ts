import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("peers/", import.meta.url));
const pages = ["naive", "drei", "deck", "cesium", "picking"];

/** Builds the peers' pages as they would be delivered. @returns the folder they are in; whoever asked removes it. */
export async function buildPeers(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), "courtyard-peers-"));
  await build({
    configFile: false,
    root,
    logLevel: "error",
    build: {
      outDir,
      target: "es2023",
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: pages.map((page) => join(root, page, "index.html")) },
    },
  });
  return outDir;
}
