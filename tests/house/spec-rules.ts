import { syntaxOf, walk, type Node } from "./syntax.ts";
import { isCode, type Tree } from "./tree.ts";

const stated = /^\s*(?:[-*]\s+)?\*\*([A-Z]{2,}\d+)\*\*/gm;
const cited = /^((?:[A-Z]{2,}\d+[,;\s]+)+)/;

/** Rule id → the SPEC files that state it. */
function statedRules(tree: Tree): Map<string, string[]> {
  const rules = new Map<string, string[]>();
  for (const [path, text] of tree) {
    if (!/(?:^|\/)SPEC\.md$/.test(path)) continue;
    for (const [, id = ""] of text.matchAll(stated)) rules.set(id, [...(rules.get(id) ?? []), path]);
  }
  return rules;
}

/** `it` of `it("…")`, `it.each(rows)("…")`, `it.skip.each(rows)("…")`, with the words between. */
function callName(node: Node): string[] {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "CallExpression") return callName(node.callee);
  if (node.type === "TaggedTemplateExpression") return callName(node.tag);
  if (node.type !== "MemberExpression" || node.property.type !== "Identifier") return [];
  return [...callName(node.object), node.property.name];
}

function titleOf(node: Node): string | null {
  if (node.type !== "CallExpression") return null;
  const [root, ...words] = callName(node.callee);
  if (root !== "it" && root !== "test") return null;
  // A test that does not run proves nothing.
  if (words.includes("skip") || words.includes("todo")) return null;
  const [title] = node.arguments;
  if (title?.type === "Literal" && typeof title.value === "string") return title.value;
  return title?.type === "TemplateLiteral" ? (title.quasis[0]?.value.raw ?? null) : null;
}

/** Rule id → the tests files that cite it at the start of a title. */
function citedRules(tree: Tree): Map<string, string> {
  const rules = new Map<string, string>();
  for (const [path, text] of tree) {
    if (!path.startsWith("tests/") || !isCode(path)) continue;
    walk(syntaxOf(path, text), (node) => {
      const ids = cited.exec(titleOf(node) ?? "")?.[1] ?? "";
      for (const id of ids.split(/[,;\s]+/)) if (id !== "") rules.set(id, path);
    });
  }
  return rules;
}

/** Rules without a test, tests without a rule, and rules stated twice. */
export function specFaults(tree: Tree): string[] {
  const rules = statedRules(tree);
  const tests = citedRules(tree);
  const twice = [...rules].filter(([, paths]) => paths.length > 1);
  const untested = [...rules].filter(([id]) => !tests.has(id));
  const gone = [...tests].filter(([id]) => !rules.has(id));
  return [
    ...twice.map(([id, paths]) => `${id} is stated more than once: ${paths.join(", ")}`),
    ...untested.map(([id, paths]) => `${id} of ${paths.join(", ")} is cited by no test`),
    ...gone.map(([id, path]) => `${path} cites ${id}, which no SPEC.md states`),
  ];
}
