/**
 * How large a device's sign is. The shader and the pointer use the same numbers: what can be seen can be hit.
 * Sizes are CSS pixels across; severity 0 = nothing wrong, 1 = P4 … 4 = P1.
 */
export const signMetres = [1.5, 2, 2.2, 2.6, 3] as const;
export const leastPx = [2.8, 11, 13, 17, 21] as const;
export const mostPx = [26, 30, 32, 36, 40] as const;
/** A value one cannot trust is worth seeing from afar too, large enough for its shape. */
export const leastDoubtfulPx = 10;
/**
 * Signs of what is well fade away between these distances; in the control room a faint point stays. It cannot be hit
 * any more: from so far one means the building.
 */
export const fadeFromM = 260;
export const fadeToM = 620;

/** On a stage signs are fewer and larger: each has a distance of its own beyond which it is left out. */
export const stageMetres = 3.4;
export const stageLeastPx = 17;
/** What one cannot trust is left out no nearer than this. */
export const stageDoubtfulM = 700;
/** The last fifth of its distance a sign fades. */
const fadeShare = 0.2;

/**
 * Pixels across at a distance; `pixelsPerMetre` is what a metre spans at one metre's distance, `typeScale` how much
 * larger than usual the page's type is.
 */
export function signPx(
  severity: number,
  flags: number,
  distanceM: number,
  pixelsPerMetre: number,
  typeScale: number,
  stage = false,
): number {
  const level = Math.min(4, Math.max(0, severity));
  const doubtfulPx = level === 0 && flags !== 0 ? leastDoubtfulPx : (leastPx[level] ?? 0);
  const least = stage ? Math.max(stageLeastPx, doubtfulPx) : doubtfulPx;
  const metres = Math.max(stage ? stageMetres : 0, signMetres[level] ?? 0);
  return Math.min(
    (mostPx[level] ?? 0) * typeScale,
    Math.max(least * typeScale, (metres * pixelsPerMetre) / distanceM),
  );
}

/**
 * 0 when the sign of a device is too far away to be drawn, 1 when it is fully there. `reachM` is its own distance on a
 * stage; null in the control room.
 */
export function signPresence(
  severity: number,
  flags: number,
  distanceM: number,
  reachM: number | null = null,
): number {
  if (severity > 0) return 1;
  if (reachM !== null) {
    const far = flags === 0 ? reachM : Math.max(reachM, stageDoubtfulM);
    return far > 0 ? Math.min(1, Math.max(0, (far - distanceM) / (far * fadeShare))) : 0;
  }
  if (flags !== 0) return 1;
  return Math.min(1, Math.max(0, (fadeToM - distanceM) / (fadeToM - fadeFromM)));
}
