import { mulberry32 } from "../mulberry32.ts";

/**
 * How many households have 1, 2, … 7 persons. The programme states 9,000 residents in 2,790 homes (3.23 persons); the
 * shares it gives beside that (16/26/28/17/13 %) come to 2.9 at most, so they are tilted towards larger households
 * until the total is met.
 */
const householdsBySize = [326, 618, 774, 546, 299, 152, 75] as const;

/**
 * Residents of every home, in the order of the areas given; 0 = empty. Larger households tend to live in larger homes.
 */
export function residentsOf(areasM2: readonly number[], seed: number): readonly number[] {
  const random = mulberry32(seed);
  const occupiedCount = householdsBySize.reduce<number>((sum, count) => sum + count, 0);
  const homes = areasM2.map((areaM2, index) => ({
    index,
    emptiness: random(),
    roominess: areaM2 + 90 * random(),
  }));
  const occupied = homes.toSorted((a, b) => a.emptiness - b.emptiness).slice(0, occupiedCount);
  occupied.sort((a, b) => a.roominess - b.roominess);

  const residents = areasM2.map(() => 0);
  let next = 0;
  for (const [size, count] of householdsBySize.entries()) {
    for (const home of occupied.slice(next, next + count)) residents[home.index] = size + 1;
    next += count;
  }
  return residents;
}
