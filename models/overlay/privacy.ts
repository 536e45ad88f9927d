/**
 * Small groups are protected (SPEC.md OV1 … OV4). The 15/15 rule and the minimum of ten are defaults of practice
 * (energyefficiencyforall.org on utility data; k-anonymity for counts), which settings may raise.
 */
const energyMinimumHomes = 15;
const energyMaximumShare = 0.15;
export const occupancyMinimumPersons = 10;

/** The 15/15 rule: enough homes, and none of them more than 15 % of the sum. Values are energies or mean powers ≥ 0. */
export function sumMayBeShown(valuesOfHomes: readonly number[]): boolean {
  if (valuesOfHomes.length < energyMinimumHomes) return false;
  let sum = 0;
  let largest = 0;
  for (const value of valuesOfHomes) {
    sum += value;
    if (value > largest) largest = value;
  }
  return sum <= 0 || largest / sum <= energyMaximumShare;
}

/**
 * Complementary suppression: with exactly one child hidden below a shown parent, parent minus the others is the hidden
 * one; so the smallest shown child is hidden with it. Returns which children may be shown.
 */
export function withComplement(mayShow: readonly boolean[], sizes: readonly number[]): readonly boolean[] {
  if (mayShow.filter((shown) => !shown).length !== 1) return mayShow;
  let smallest = -1;
  mayShow.forEach((shown, i) => {
    if (shown && (smallest < 0 || (sizes[i] ?? 0) < (sizes[smallest] ?? 0))) smallest = i;
  });
  return mayShow.map((shown, i) => shown && i !== smallest);
}

/** Lower ends of the bands in which people are counted. */
const bandLows = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000] as const;

export interface Band {
  readonly low: number;
  /** Inclusive; null = and more. */
  readonly high: number | null;
}

const bandAt = (index: number): Band => {
  const next = bandLows[index + 1];
  return { low: bandLows[index] ?? 0, high: next === undefined ? null : next - 1 };
};

/** The band a number of persons lies in, rounded to 5 first. */
export const bandOf = (persons: number): Band => bandAt(bandIndex(Math.round(persons / 5) * 5));

const bandIndex = (persons: number): number => bandLows.findLastIndex((low) => persons >= low || low === 0);

/**
 * As {@link bandOf}, but a band once shown is left only when the count is past its end by a tenth of that end (at
 * least 3 persons): crossing to and fro at the edge is no signal.
 */
export function bandWithHysteresis(persons: number, shown: Band | null): Band {
  const fresh = bandOf(persons);
  if (shown === null || fresh.low === shown.low) return fresh;
  const edge = fresh.low > shown.low ? (shown.high ?? 0) + 1 : shown.low;
  const margin = Math.max(3, edge / 10);
  return Math.abs(persons - edge) >= margin ? fresh : shown;
}

/** Share at home in quarters, 0 … 4; null for a group below the minimum. */
export function quarterAtHome(atHome: number, declared: number): number | null {
  if (declared < occupancyMinimumPersons) return null;
  return Math.round((4 * Math.min(atHome, declared)) / declared);
}
