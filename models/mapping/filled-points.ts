import type { MappingRow, PointRow } from "./mapping-file.ts";
import { template } from "./template.ts";

/** A point row for one pointer: its places filled. */
export interface FilledPoint {
  readonly pointer: string;
  readonly property: string;
  readonly row: PointRow;
}

/** The points of a device by a row, given the values it has shown; the first row for a value is the value's. */
export function filledPoints(row: MappingRow, shown: Iterable<string>): readonly FilledPoint[] {
  const pointers = [...shown];
  const found = new Map<string, FilledPoint>();
  const add = (pointer: string, property: string | null, point: PointRow): void => {
    if (property !== null && !found.has(pointer)) found.set(pointer, { pointer, property, row: point });
  };
  for (const point of row.points) {
    const form = template(point.from);
    // A row for one device knows all its points; one for a sort waits until they show.
    if (form.places.length === 0 && row.match.device !== undefined) {
      add(point.from, point.property, point);
      continue;
    }
    for (const pointer of pointers) {
      const places = form.match(pointer);
      if (places) add(pointer, template(point.property).filledWith(places), point);
    }
  }
  return [...found.values()];
}
