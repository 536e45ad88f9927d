import { importsOfHouse, packageOf, placeOf, targetOf } from "./imports.ts";
import type { Tree } from "./tree.ts";

/** Where a package is imported by a room, or by anything that comes along with the room when it runs. */
export function reaches(tree: Tree, room: string, packages: readonly string[]): string[] {
  const imports = importsOfHouse(tree);
  const waiting = [...imports.keys()].filter((path) => path.startsWith(`${room}/`));
  const come = new Set(waiting);
  const found: string[] = [];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
    for (const each of imports.get(path) ?? []) {
      if (each.typeOnly) continue;
      const name = packageOf(each);
      if (name !== null && packages.includes(name)) found.push(`${placeOf(each)} imports ${name}`);
      const target = targetOf(each);
      if (target === null || come.has(target)) continue;
      come.add(target);
      waiting.push(target);
    }
  return found;
}
