import { posix } from "node:path";
import { lineAt, syntaxOf, walk, type Node } from "./syntax.ts";
import { isHouseCode, type Tree } from "./tree.ts";

export interface Import {
  readonly from: string;
  readonly line: number;
  /** As written; `null` when it is computed and so cannot be known. */
  readonly specifier: string | null;
  readonly typeOnly: boolean;
}

const literal = (node: Node): string | null =>
  node.type === "Literal" && typeof node.value === "string" ? node.value : null;

/** `new URL("./worker.js", import.meta.url)`: how workers and bundled files are named. */
function fileAddress(node: Node): string | null {
  if (node.type !== "NewExpression" || node.callee.type !== "Identifier" || node.callee.name !== "URL")
    return null;
  const [address, base] = node.arguments;
  if (address === undefined || base?.type !== "MemberExpression" || base.object.type !== "MetaProperty")
    return null;
  return literal(address);
}

const allTypes = (specifiers: readonly { importKind?: string; exportKind?: string }[]): boolean =>
  specifiers.length > 0 && specifiers.every((each) => (each.importKind ?? each.exportKind) === "type");

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  walk(syntaxOf(path, text), (node) => {
    const add = (specifier: string | null, typeOnly: boolean): void => {
      found.push({ from: path, line: lineAt(text, node.start), specifier, typeOnly });
    };
    if (node.type === "ImportDeclaration") {
      add(
        node.source.value,
        node.importKind === "type" || allTypes(node.specifiers as { importKind?: string }[]),
      );
    } else if (node.type === "ExportNamedDeclaration" && node.source !== null) {
      add(node.source.value, node.exportKind === "type" || allTypes(node.specifiers));
    } else if (node.type === "ExportAllDeclaration") {
      add(node.source.value, node.exportKind === "type");
    } else if (node.type === "ImportExpression") {
      add(literal(node.source), false);
    } else if (node.type === "TSImportType") {
      add(node.source.value, true);
    } else {
      const address = fileAddress(node);
      if (address?.startsWith(".") === true && /\.[jt]sx?$/.test(address)) add(address, false);
    }
  });
  return found;
}

/** All imports of all code in models, server and client; one entry per file, also when it imports nothing. */
export const importsOfHouse = (tree: Tree): ReadonlyMap<string, Import[]> =>
  new Map(
    [...tree].filter(([path]) => isHouseCode(path)).map(([path, text]) => [path, importsOf(path, text)]),
  );

/** The file an import leads to, `null` for a package or a computed path. */
export function targetOf({ from, specifier }: Import): string | null {
  if (specifier === null || !/^\.{0,2}\//.test(specifier)) return null;
  const bare = specifier.replace(/\?.*$/, "");
  return bare.startsWith("/") ? bare.slice(1) : posix.join(posix.dirname(from), bare);
}

/** `three/addons/x.js` → `three`, `@mantine/core/styles.css` → `@mantine/core`; `null` for a file of ours. */
export function packageOf({ specifier }: Import): string | null {
  if (specifier === null || /^\.{0,2}\//.test(specifier)) return null;
  if (specifier.startsWith("node:")) return "node:*";
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

export const placeOf = ({ from, line }: Import): string => `${from}:${line}`;
