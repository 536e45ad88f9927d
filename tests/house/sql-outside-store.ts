import { isAmong } from "./rooms.ts";
import { lineAt, syntaxOf, walk, type Node } from "./syntax.ts";
import { isHouseCode, type Tree } from "./tree.ts";

/** Keywords all small or all large: a sentence that begins "Select … from" is none. */
const small =
  /^\s*(?:select\s[\s\S]+\sfrom\s|insert\s+into\s|update\s+\S+\s+set\s|delete\s+from\s|(?:create|alter|drop)\s+(?:table|index|view|trigger|unique)\s|pragma\s)/;
const large = new RegExp(small.source.replaceAll(/(?<!\\)[a-z]/g, (letter) => letter.toUpperCase()));

function textOf(node: Node): string | null {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  return node.type === "TemplateLiteral" ? node.quasis.map((part) => part.value.raw).join("?") : null;
}

export function sqlOutsideStore(tree: Tree): string[] {
  const found: string[] = [];
  for (const [path, text] of tree) {
    if (!isHouseCode(path) || isAmong(["server/store", "server/**-store"], path)) continue;
    walk(syntaxOf(path, text), (node) => {
      const written = textOf(node) ?? "";
      if (small.test(written) || large.test(written))
        found.push(`${path}:${lineAt(text, node.start)} writes SQL`);
    });
  }
  return found;
}
