/**
 * Chance without a state: the same seed, thing and step always give the same number, so that any moment of the demo
 * can be computed on its own, in any order. (Finaliser of MurmurHash3 by Austin Appleby, public domain.)
 */
function mixed(word: number): number {
  let bits = word | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** 32 bits of a text (FNV-1a). */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The seed of one thing, from the seed of the whole and the thing's id. */
export const subSeed = (seed: number, id: string): number => mixed(seed ^ mixed(hashText(id)));

/** A number in [0, 1) for a step (a day, a slot, a count) of a thing; `salt` tells the questions about it apart. */
export const chance = (seed: number, step: number, salt = 0): number =>
  mixed(mixed(seed + Math.imul(salt, 0x9e3779b1)) ^ Math.imul(step | 0, 0x85ebca77)) / 4294967296;

/** A number of the normal distribution (Box-Muller), within ±6. */
export function gauss(seed: number, step: number, salt = 0): number {
  const radius = Math.sqrt(-2 * Math.log(Math.max(1e-8, chance(seed, step, salt))));
  return radius * Math.cos(2 * Math.PI * chance(seed, step, salt + 7919));
}

/** Smooth wandering between −1 and 1 that turns about every `periodMs`. */
export function drift(seed: number, atMs: number, periodMs: number, salt = 0): number {
  const along = atMs / periodMs;
  const step = Math.floor(along);
  const part = along - step;
  const before = chance(seed, step, salt);
  const after = chance(seed, step + 1, salt);
  return 2 * (before + (after - before) * part * part * (3 - 2 * part)) - 1;
}
