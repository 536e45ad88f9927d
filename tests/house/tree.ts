import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/** Path from the project root, with forward slashes → text. */
export type Tree = ReadonlyMap<string, string>;

const houseFolders = ["models", "server", "client"] as const;

export const isCode = (path: string): boolean => /\.(?:ts|tsx|js|jsx)$/.test(path);

export const isHouseCode = (path: string): boolean =>
  isCode(path) && houseFolders.some((folder) => path.startsWith(`${folder}/`));

/** Every text file that git tracks or would track. */
export function readTree(root: string): Tree {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", args, { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const tree = new Map<string, string>();
  for (const path of listed.split("\0")) {
    const file = join(root, path);
    if (path === "" || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const text = readFileSync(file, "utf8");
    tree.set(path, text.includes("\0") ? "" : text);
  }
  return tree;
}

/** The code on disk, found without git: what the checks must have seen at least. */
export function codeOnDisk(root: string): string[] {
  return houseFolders
    .filter((folder) => statSync(join(root, folder), { throwIfNoEntry: false }) !== undefined)
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) =>
        posix.join(folder, path.replaceAll("\\", "/")),
      ),
    )
    .filter((path) => isCode(path) && statSync(join(root, path)).isFile())
    .toSorted();
}

export const plantedTree = (files: Record<string, string>): Tree => new Map(Object.entries(files));
