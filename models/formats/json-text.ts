import { refuse } from "./problem.ts";

/** One mark, string or scalar of JSON. */
const token =
  /([{}[\],:])|("(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;
const space = /[\t\n\r ]*/y;

type Expecting = "value" | "value or ]" | "name" | "name or }" | "colon" | "comma or end" | "nothing";

/** Offset of the first character that breaks the JSON grammar, `text.length` when it ends too early. */
export function jsonFaultOffset(text: string): number {
  const open: ("{" | "[")[] = [];
  let expecting: Expecting = "value";
  for (let start = 0; ; start = token.lastIndex) {
    space.lastIndex = start;
    space.exec(text);
    start = space.lastIndex;
    token.lastIndex = start;
    const match = token.exec(text);
    if (!match) return start;
    const [, mark, string] = match;
    if (expecting === "nothing") return start;
    if (mark === undefined) {
      if (expecting === "name" || expecting === "name or }") {
        if (string === undefined) return start;
        expecting = "colon";
      } else if (expecting === "value" || expecting === "value or ]") {
        expecting = open.length > 0 ? "comma or end" : "nothing";
      } else return start;
    } else if (mark === "{" || mark === "[") {
      if (expecting !== "value" && expecting !== "value or ]") return start;
      open.push(mark);
      expecting = mark === "{" ? "name or }" : "value or ]";
    } else if (mark === ":") {
      if (expecting !== "colon") return start;
      expecting = "value";
    } else if (mark === ",") {
      if (expecting !== "comma or end") return start;
      expecting = open.at(-1) === "{" ? "name" : "value";
    } else {
      const opener = mark === "}" ? "{" : "[";
      const mayClose =
        expecting === "comma or end" ||
        (expecting === "name or }" && mark === "}") ||
        (expecting === "value or ]" && mark === "]");
      if (!mayClose || open.pop() !== opener) return start;
      expecting = open.length > 0 ? "comma or end" : "nothing";
    }
  }
}

/** `line 3, column 7` of an offset; lines count from `firstLine`. */
export function placeInText(text: string, offset: number, firstLine = 1): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = firstLine;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line += 1;
  return `line ${line}, column ${offset - lineStart + 1}`;
}

/** @throws FileRefused `not-json` with line and column of the first fault. */
export function parseJson(text: string, firstLine = 1): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const offset = jsonFaultOffset(text);
    const ends = offset >= text.length;
    refuse(
      "not-json",
      placeInText(text, offset, firstLine),
      ends
        ? "JSON 在此处中断，文件可能不完整；请重新下载或重新导出该文件"
        : "此处不是合法的 JSON；请重新导出该文件",
      ends
        ? "the JSON ends here before it is complete; fetch or export the file again"
        : "not valid JSON from here on; export the file again",
    );
  }
}
