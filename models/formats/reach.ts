import type { MetreBox } from "./metre-box.ts";

/** Nothing of a community lies farther from its middle, or higher above its ground or below. */
const farthestM = 100_000;
const highestM = 10_000;

/** Whether something of this size can be part of a community at all. */
export const isOfSomeSize = (box: MetreBox): boolean =>
  box.maxE - box.minE <= farthestM && box.maxN - box.minN <= farthestM && box.maxU - box.minU <= highestM;

/** Whether something lies near enough to the middle of its community, the origin. */
export const isWithinReach = (box: MetreBox): boolean =>
  Math.max(-box.minE, -box.minN, box.maxE, box.maxN) <= farthestM &&
  Math.max(-box.minU, box.maxU) <= highestM;
