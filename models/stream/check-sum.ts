/**
 * The check sum of a channel is the sum modulo 2^32 of `mix` over its points, kept up by subtracting and adding.
 * `mix` is what a point at dense index `index` with count `q` adds. For counts within 32 bits
 * the mapping is one to one for each index, so that one differing value always shows. The finishing steps are those
 * of MurmurHash3 (Austin Appleby, public domain).
 */
export function mix(index: number, q: number): number {
  const low = q | 0;
  let h = low ^ Math.imul(index + 1, 0x9e3779b1);
  if (low !== q) h ^= finish(Math.floor(q / 0x100000000) | 0);
  return finish(h) >>> 0;
}

function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
