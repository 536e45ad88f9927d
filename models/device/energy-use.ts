/** What electricity is used for (and, `pv`, made by). */
export const energyUses = [
  "dwellings",
  "public",
  "lifts",
  "lighting",
  "pumps",
  "heating",
  "ev",
  "pv",
  "battery",
] as const;
export type EnergyUse = (typeof energyUses)[number];
