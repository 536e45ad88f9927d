import { isCode, type Tree } from "./tree.ts";

export const mostLines = 300;

export const longFiles = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => isCode(path) || path.endsWith(".css"))
    .map(([path, text]) => ({ path, lines: text.replace(/\n$/, "").split("\n").length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines; split it by what it decides`);
