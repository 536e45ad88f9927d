import { importsOfHouse, targetOf } from "./imports.ts";
import { roomOf } from "./rooms.ts";
import type { Tree } from "./tree.ts";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The first circle met from each node not yet left, as `a → b → a`. */
function circlesOf(graph: Graph): string[] {
  const found: string[] = [];
  const left = new Set<string>();
  const trail: string[] = [];
  const enter = (node: string): void => {
    const at = trail.indexOf(node);
    if (at >= 0) found.push([...trail.slice(at), node].join(" → "));
    if (at >= 0 || left.has(node)) return;
    trail.push(node);
    for (const next of graph.get(node) ?? []) enter(next);
    trail.pop();
    left.add(node);
  };
  for (const node of graph.keys()) enter(node);
  return found;
}

function graphOf(tree: Tree, name: (path: string) => string | null): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [path, imports] of importsOfHouse(tree)) {
    const node = name(path);
    if (node === null) continue;
    const edges = graph.get(node) ?? new Set<string>();
    graph.set(node, edges);
    for (const each of imports) {
      const target = targetOf(each);
      const next = target === null ? null : name(target);
      if (next !== null && (next !== node || target === path)) edges.add(next);
    }
  }
  return graph;
}

/** Circles count also when only types go round: what needs each other belongs in one file or in a third. */
export const fileCircles = (tree: Tree): string[] => circlesOf(graphOf(tree, (path) => path));

export const modelCircles = (tree: Tree): string[] =>
  circlesOf(graphOf(tree, (path) => (path.startsWith("models/") ? roomOf(path) : null)));
