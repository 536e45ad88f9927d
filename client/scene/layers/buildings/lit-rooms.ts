/**
 * Which windows are lit: a window's number, in [0, 1), is mixed of one it shares with its neighbour and one of its own,
 * so that homes light up rather than panes. Such a mix is not even: its middle is thick and its ends are thin.
 */
const own = 0.45;
const shared = 1 - own;
/** Not all rooms of a home with lights on are lit. */
const roomsOfHome = 0.8;

/** The number below which a share of all windows lies: the inverse of the mix's distribution. */
export function litBelow(share: number): number {
  const s = Math.min(1, Math.max(0, share));
  const end = own / (2 * shared);
  if (s < end) return Math.sqrt(2 * own * shared * s);
  if (s <= 1 - end) return shared * s + own / 2;
  return 1 - Math.sqrt(2 * own * shared * (1 - s));
}

/** A window's number from the pair's and its own. */
export const roomNumber = (pair: number, itself: number): number => shared * pair + own * itself;

const f = (value: number): string => value.toFixed(6);

/** The same for the shader; `share` is that of homes with lights on. */
export const litRoomsGlsl = /* glsl */ `
float litBelow(float s) {
  s = clamp(s, 0., 1.);
  if (s < ${f(own / (2 * shared))}) return sqrt(${f(2 * own * shared)} * s);
  if (s <= ${f(1 - own / (2 * shared))}) return ${f(shared)} * s + ${f(own / 2)};
  return 1. - sqrt(${f(2 * own * shared)} * (1. - s));
}
float litRoom(float pair, float itself, float share) {
  return share > 0. ? step(${f(shared)} * pair + ${f(own)} * itself, litBelow(share * ${f(roomsOfHome)})) : 0.;
}`;
