import { checkHomes } from "./check-homes.ts";
import { checkIds } from "./check-ids.ts";
import { numbersOutOfReach } from "./check-numbers.ts";
import { checkFootprints, checkShapes } from "./check-shapes.ts";
import type { Community } from "./community.ts";
import type { Problem } from "./problem.ts";

/** More than this many tell nothing new. */
export const mostProblems = 200;

function knowsTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function* checkWhole(community: Community): Generator<Problem> {
  const { extent, frame, timeZone, counts, buildings, dwellings } = community;
  if (extent.min.some((low, axis) => !(low <= (extent.max[axis] ?? Number.NaN)))) {
    yield {
      rule: "extent",
      where: "extent",
      sentence: `min ${extent.min.join(" ")} lies beyond max ${extent.max.join(" ")}`,
    };
  }
  if (!(frame.radiusM > 0)) {
    yield { rule: "extent", where: "frame", sentence: `a radius of ${frame.radiusM} m shows nothing` };
  }
  if (!knowsTimeZone(timeZone)) {
    yield { rule: "time-zone", where: "timeZone", sentence: `${timeZone} is no IANA time zone` };
  }
  for (const [what, said, listed] of [
    ["buildings", counts.buildings, buildings.length],
    ["dwellings", counts.dwellings, dwellings.length],
  ] as const) {
    if (said !== listed) {
      yield { rule: "count", where: `counts.${what}`, sentence: `says ${said}, ${listed} are listed` };
    }
  }
}

/**
 * What is wrong with a community, whoever made it: ids, references, numbers, shapes, homes. Empty when sound; at most
 * `mostProblems`.
 */
export function checkCommunity(community: Community): readonly Problem[] {
  const problems: Problem[] = [];
  const checks = [numbersOutOfReach, checkWhole, checkIds, checkFootprints, checkShapes, checkHomes];
  for (const check of checks) {
    for (const problem of check(community)) {
      if (problems.length === mostProblems) return problems;
      problems.push(problem);
    }
  }
  return problems;
}
