import type { Dwelling, EastNorthUp } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import { subSeed } from "../seed.ts";
import type { Place, PlacedDevice } from "./device.ts";
import type { Site } from "./site.ts";
import { proudM } from "./site.ts";

interface HomeKind {
  readonly kind: string;
  readonly short: string;
  /** How many homes have one (wristbands: how many persons). */
  readonly count: number;
  /** Where on the home's outer wall it is shown: metres east of the middle and above the floor; `north` at the stair. */
  readonly wall: readonly [eastM: number, upM: number, side: "south" | "north"];
  readonly occupiedOnly: boolean;
}

const homeKinds: readonly HomeKind[] = [
  { kind: "elec_meter", short: "meter", count: 3000, wall: [0, 1.5, "north"], occupiedOnly: false },
  { kind: "home_smoke", short: "smoke", count: 600, wall: [-1.4, 2.4, "south"], occupiedOnly: true },
  { kind: "gas_detector", short: "gas", count: 900, wall: [1.6, 2.3, "south"], occupiedOnly: true },
  { kind: "room_temp", short: "room", count: 150, wall: [0.6, 1.4, "south"], occupiedOnly: true },
  { kind: "sos_button", short: "sos", count: 700, wall: [-0.6, 1, "south"], occupiedOnly: true },
  { kind: "wearable", short: "band", count: 300, wall: [0, 0.9, "south"], occupiedOnly: true },
  { kind: "fall_radar", short: "radar", count: 80, wall: [-0.2, 2.2, "south"], occupiedOnly: true },
];

/** The storey whose homes have everything, since a resident's link opens one of them. */
const showHomes = (dwelling: Dwelling): boolean => dwelling.building === "B-5" && dwelling.storey === 12;

/** The home whose kitchen burns in a drill has its detector, however few there are. */
const drillHome = "XH-A-3-U1-F21-R2102";

function rankOf(dwelling: Dwelling, kind: HomeKind, seed: number): number {
  if (showHomes(dwelling)) return -2;
  if (dwelling.id === drillHome && kind.kind === "home_smoke") return -1;
  return subSeed(seed, `${kind.kind}/${dwelling.id}`);
}

/** Homes in a lasting order of their own for each kind, show homes first, so that fewer devices are always a part of more. */
function ranked(dwellings: readonly Dwelling[], kind: HomeKind, seed: number): readonly Dwelling[] {
  return dwellings
    .filter(({ residents }) => !kind.occupiedOnly || residents > 0)
    .map((dwelling) => ({
      dwelling,
      rank: rankOf(dwelling, kind, seed),
    }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ dwelling }) => dwelling);
}

/**
 * Devices behind the doors of homes, the only ones that `scale` thins. `feederOf` names the circuit of a building's
 * homes.
 */
export function devicesInHomes(
  site: Site,
  place: Place,
  seed: number,
  scale: number,
  feederOf: (building: string) => DeviceId | null,
): readonly PlacedDevice[] {
  const perStorey = homesPerStorey(site);
  return homeKinds.flatMap((kind) => {
    const chosen = ranked(site.community.dwellings, kind, seed).slice(0, Math.round(kind.count * scale));
    return chosen.map((dwelling) =>
      place({
        id: `${dwelling.id}-${kind.short}-01`,
        kind: kind.kind,
        where: dwelling.name,
        at: onWall(site, dwelling, kind.wall, perStorey.get(`${dwelling.building}/${dwelling.storey}`) ?? 1),
        building: dwelling.building,
        storey: dwelling.storey,
        dwelling: dwelling.id,
        unit: dwelling.unit,
        fedBy: kind.kind === "elec_meter" ? feederOf(dwelling.building) : null,
      }),
    );
  });
}

function homesPerStorey(site: Site): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { building, storey } of site.community.dwellings) {
    const key = `${building}/${storey}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function onWall(
  site: Site,
  dwelling: Dwelling,
  [eastM, upM, side]: HomeKind["wall"],
  perStorey: number,
): EastNorthUp {
  const house = site.house(dwelling.building);
  const narrow = Math.min(1, (house.box.east - house.box.west) / perStorey / 6);
  return [
    dwelling.at[0] + eastM * narrow,
    side === "south" ? house.box.south - proudM : house.box.north + proudM,
    house.floorM(dwelling.storey) + upM,
  ];
}
