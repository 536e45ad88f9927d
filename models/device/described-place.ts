import { z } from "zod";

const foreignId = z.string().min(1).max(256);
const metres = z.number().min(-1e6).max(1e6);

/** Where a device is, as a `$describe` or a row of a mapping file says it: [east, north, up] in metres, or degrees. */
export const describedPlace = z.strictObject({
  building: foreignId.optional(),
  storey: z.int().min(-20).max(300).optional(),
  dwelling: foreignId.optional(),
  space: foreignId.optional(),
  position: z
    .union([
      z.tuple([metres, metres, metres]),
      z.strictObject({
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
        heightM: metres,
      }),
    ])
    .optional(),
});
