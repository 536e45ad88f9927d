import { parseSync, type ESTree } from "vite";

export type Node = ESTree.Node;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

/** The syntax tree of one source file; a file that cannot be read is a fault, never an empty tree. */
export function syntaxOf(path: string, text: string): Node {
  const { program, errors } = parseSync(path, text);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${path} cannot be parsed: ${first.message}`);
  return program;
}

/** Calls `visit` for every node, parents first. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void): void {
  const step = (child: Node, parent: Node | null): void => {
    visit(child, parent);
    for (const [key, value] of Object.entries(child)) {
      if (key === "parent") continue;
      for (const each of Array.isArray(value) ? value : [value]) if (isNode(each)) step(each, child);
    }
  };
  step(node, null);
}

export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split("\n").length;
