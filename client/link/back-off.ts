import { seconds } from "../../models/quantity.ts";

const firstMs = 0.5 * seconds;
const longestMs = 15 * seconds;

/** How long to wait before an attempt (0 the first), spread so that a thousand clients do not come back at once. */
export const backOffMs = (attempt: number, random: () => number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 10)) * (0.5 + random() / 2);
