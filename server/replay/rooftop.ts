import { z } from "zod";

const model = z.object({
  buildings: z.array(
    z.object({
      id: z.string(),
      footprint: z.array(z.array(z.tuple([z.number(), z.number()]))),
      baseM: z.number(),
      heightM: z.number(),
    }),
  ),
});

const clearanceM = 1.5;

/**
 * A place above the middle of a building, in the community's metres, from the JSON of `/api/v1/community/model`; null
 * when the building has no outline there.
 */
export function rooftopOf(document: unknown, building: string): readonly [number, number, number] | null {
  const read = model.safeParse(document);
  const found = read.success ? read.data.buildings.find(({ id }) => id === building) : undefined;
  const ring = found?.footprint[0];
  if (!found || !ring || ring.length === 0) return null;
  const middle = (axis: 0 | 1): number => ring.reduce((sum, point) => sum + point[axis], 0) / ring.length;
  return [middle(0), middle(1), found.baseM + found.heightM + clearanceM];
}
