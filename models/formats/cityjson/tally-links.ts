import { notes } from "../notes.ts";
import type { Tally } from "../tally.ts";
import type { CityFileObject } from "./city-file.ts";

/** Counts parents that are not in the file, and chains of parents that come back to where they began. */
export function tallyLinks(objects: readonly CityFileObject[], tally: Tally): void {
  const byId = new Map(objects.map((object) => [object.id, object]));
  const gone = objects.flatMap(({ parents }) => parents).filter((parent) => !byId.has(parent));
  tally.add(notes.parentGone, gone.length);
  tally.add(notes.parentCircle, circles(byId));
}

/** Counts the links that close a circle: a walk up through the parents, each object once. */
function circles(byId: ReadonlyMap<string, CityFileObject>): number {
  const done = new Set<string>();
  let found = 0;
  for (const id of byId.keys()) {
    const above = new Set<string>();
    const way: { readonly id: string; next: number }[] = done.has(id) ? [] : [{ id, next: 0 }];
    above.add(id);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const parent = byId.get(step.id)?.parents[step.next++];
      if (parent === undefined) {
        done.add(step.id);
        above.delete(step.id);
        way.pop();
      } else if (above.has(parent)) found += 1;
      else if (!done.has(parent)) {
        above.add(parent);
        way.push({ id: parent, next: 0 });
      }
    }
  }
  return found;
}
