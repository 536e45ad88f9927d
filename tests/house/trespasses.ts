import { importTable, packageTable } from "./import-table.ts";
import { importsOfHouse, packageOf, placeOf, targetOf, type Import } from "./imports.ts";
import { isAmong, roomOf } from "./rooms.ts";
import { isHouseCode, type Tree } from "./tree.ts";

function trespassOf(each: Import, target: string): string | null {
  if (roomOf(each.from) === roomOf(target)) return null;
  const row = importTable.find(({ rooms }) => isAmong(rooms, roomOf(each.from)));
  if (row === undefined)
    return `${placeOf(each)} is in ${roomOf(each.from)}, which has no row in the import table`;
  if (isAmong(row.values, target)) return null;
  if (row.types === undefined || !isAmong(row.types, target))
    return `${placeOf(each)} may not import ${target}`;
  return each.typeOnly ? null : `${placeOf(each)} may import only types of ${target}`;
}

/** Imports between rooms that the table does not allow. */
export function trespasses(tree: Tree): string[] {
  const found: string[] = [];
  for (const each of [...importsOfHouse(tree).values()].flat()) {
    const target = targetOf(each);
    const fault = target === null ? null : trespassOf(each, target);
    if (fault !== null) found.push(fault);
  }
  return found;
}

const names = (pattern: string, name: string): boolean =>
  pattern === name || (pattern.endsWith("/*") && name.startsWith(pattern.slice(0, -1)));

/** Packages imported outside the rooms that own them. */
export function strayPackages(tree: Tree): string[] {
  const found: string[] = [];
  for (const each of [...importsOfHouse(tree).values()].flat()) {
    const name = packageOf(each);
    if (name === null) continue;
    const row = packageTable.find(({ packages }) => packages.some((pattern) => names(pattern, name)));
    if (row === undefined)
      found.push(`${placeOf(each)} imports ${name}, which has no row in the package table`);
    else if (!isAmong(row.rooms, each.from)) found.push(`${placeOf(each)} may not import ${name}`);
  }
  return found;
}

/** Imports that climb through the window of a folder that has a door, its `index.ts`. */
export function backDoors(tree: Tree): string[] {
  const found: string[] = [];
  for (const each of [...importsOfHouse(tree).values()].flat()) {
    const parts = targetOf(each)?.split("/") ?? [];
    for (let depth = 2; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      const door = [`${folder}/index.ts`, `${folder}/index.tsx`].find((file) => tree.has(file));
      if (door === undefined || each.from.startsWith(`${folder}/`)) continue;
      if (parts.join("/") !== door) found.push(`${placeOf(each)} imports ${parts.join("/")} past ${door}`);
      break;
    }
  }
  return found;
}

/** Imports of ours that lead nowhere, or nobody can say where. */
export function lostImports(tree: Tree): string[] {
  const found: string[] = [];
  for (const each of [...importsOfHouse(tree).values()].flat()) {
    const target = targetOf(each);
    if (target !== null && !tree.has(target))
      found.push(`${placeOf(each)} imports ${target}, which is not there`);
    // A worker's bootstrap in plain JavaScript is told its file by whoever starts it.
    if (each.specifier === null && !each.from.endsWith(".js"))
      found.push(`${placeOf(each)} imports a computed path`);
  }
  return found;
}

export const filesSeen = (tree: Tree): string[] =>
  [...importsOfHouse(tree).keys()].filter(isHouseCode).toSorted();
