import type { Tree } from "./tree.ts";

// Put together from parts, so that this file may stay among those checked.
const folders = ["work", "root", "Users"].map((name) => `/${name}/`);
const hidden = [".", "library"].join("");

const localPath = new RegExp(`(?<![\\w.\\-~/}])(?:${folders.join("|")}|/home/\\w+/)|(?<!\\w)\\${hidden}\\b`);

/** Lines that name a place on somebody's own machine. */
export function localPaths(tree: Tree): string[] {
  const found: string[] = [];
  for (const [path, text] of tree) {
    text.split("\n").forEach((line, index) => {
      if (localPath.test(line)) found.push(`${path}:${index + 1} names a path of one machine`);
    });
  }
  return found;
}
