import type { Road } from "../../community/community.ts";
import { lanes } from "./fixture.ts";

/** The roads of the programme, 3,926 m in all. */
export const roads: readonly Road[] = lanes.map(({ id, from, to, widthM }) => ({
  id,
  kind: "road",
  centreLine: [from, to],
  widthM,
}));
