import { isAmong } from "./rooms.ts";
import { lineAt, syntaxOf, walk, type Node } from "./syntax.ts";
import { isHouseCode, type Tree } from "./tree.ts";

/** Where a process begins. Everybody else is given time, timers and chance. */
const doors = [
  "server/main",
  "server/compose/machine",
  "server/simulator/main",
  "server/replay/main",
  "server/commands",
  "client/main",
  "client/clock",
];

const timers = new Set(["setTimeout", "setInterval", "setImmediate"]);
const members = new Set(["Date.now", "Math.random", "performance.now"]);
const globals = new Set(["globalThis", "window", "self"]);

const isGlobalDate = (node: Node): boolean => node.type === "Identifier" && node.name === "Date";

function memberTaken(node: Node): string | null {
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier") return null;
  if (node.object.type !== "Identifier") return null;
  const name = `${node.object.name}.${node.property.name}`;
  return members.has(name) || (globals.has(node.object.name) && timers.has(node.property.name)) ? name : null;
}

/** A name that only labels something (a key, a member, a type) takes nothing. */
function isLabel(node: Node, parent: Node | null): boolean {
  if (parent === null) return false;
  if (parent.type.startsWith("TS")) return true;
  if (parent.type === "MemberExpression") return parent.property === node && !parent.computed;
  if (parent.type === "Property") return parent.key === node && !parent.shorthand && !parent.computed;
  return "key" in parent && parent.key === node;
}

function taken(node: Node, parent: Node | null): string | null {
  if (node.type === "NewExpression" && isGlobalDate(node.callee) && node.arguments.length === 0)
    return "new Date()";
  if (node.type === "CallExpression" && isGlobalDate(node.callee)) return "Date()";
  if (node.type === "Identifier" && timers.has(node.name) && !isLabel(node, parent)) return node.name;
  return memberTaken(node);
}

/** Clocks, timers and chance taken anywhere but at a door. */
export function clockAndChance(tree: Tree): string[] {
  const found = new Set<string>();
  for (const [path, text] of tree) {
    if (!isHouseCode(path) || isAmong(doors, path)) continue;
    walk(syntaxOf(path, text), (node, parent) => {
      const what = taken(node, parent);
      if (what !== null) found.add(`${path}:${lineAt(text, node.start)} takes ${what} itself`);
    });
  }
  return [...found];
}
