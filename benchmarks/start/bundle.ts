import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { projectRoot } from "../../tests/project-root.ts";

export interface BundleSizes {
  /** The chunk that holds three, gzipped. */
  readonly sceneKb: number;
  /** All that is loaded before the page can be read. */
  readonly firstKb: number;
  readonly stylesKb: number;
  readonly allKb: number;
}

const gzipKb = (code: string | Uint8Array): number => gzipSync(code, { level: 9 }).length / 1000;

/** Builds the page as it is delivered, into a folder that is thrown away. */
export async function bundleSizes(): Promise<BundleSizes> {
  const outDir = await mkdtemp(join(tmpdir(), "courtyard-bundle-"));
  try {
    const built = await build({
      root: projectRoot,
      logLevel: "silent",
      build: { outDir, emptyOutDir: true },
    });
    const outputs = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
    const chunks = outputs.filter((each) => each.type === "chunk");
    const styles = outputs.filter((each) => each.type === "asset" && each.fileName.endsWith(".css"));
    const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
    const first = new Set<string>();
    const follow = (name: string): void => {
      if (first.has(name)) return;
      first.add(name);
      for (const next of byName.get(name)?.imports ?? []) follow(next);
    };
    for (const chunk of chunks) if (chunk.isEntry) follow(chunk.fileName);
    const sizes = new Map(chunks.map(({ fileName, code }) => [fileName, gzipKb(code)]));
    const sum = (names: Iterable<string>): number =>
      [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
    const scene = chunks.filter(({ moduleIds }) =>
      moduleIds.some((id) => id.includes("/node_modules/three/")),
    );
    return {
      sceneKb: sum(scene.map(({ fileName }) => fileName)),
      firstKb: sum(first),
      stylesKb: styles.reduce((total, each) => total + ("source" in each ? gzipKb(each.source) : 0), 0),
      allKb: sum(byName.keys()),
    };
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
