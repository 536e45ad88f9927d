import type { Tree } from "./tree.ts";

const saysNothing = /^(?:utils?|helpers?|commons?|managers?|shared|misc)$/;

/** Folders and files whose name, or the last word of it, says nothing about the idea inside. */
export function emptyNames(tree: Tree): string[] {
  const found = new Set<string>();
  for (const path of tree.keys()) {
    const parts = path.split("/");
    parts.forEach((part, index) => {
      const word = part.replace(/^\./, "").split(".")[0]?.split(/[-_]/).at(-1)?.toLowerCase() ?? "";
      if (saysNothing.test(word)) found.add(parts.slice(0, index + 1).join("/"));
    });
  }
  return [...found].map((path) => `${path} says nothing; name it for its idea`);
}
