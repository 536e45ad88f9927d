import type { EastNorth } from "../../../../models/community/community.ts";
import { chance } from "../../chance.ts";
import type { Stretch } from "./body.ts";
import { crown, ledge, raise, ringOf } from "./body.ts";
import type { RectanglePlan } from "./plan.ts";
import type { Storeys } from "./relief.ts";
import { balconies, bayWindows, floorOf, roofPlant } from "./relief.ts";
import type { KeepOut } from "./solar-rows.ts";
import { solarRows } from "./solar-rows.ts";
import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

export interface SlabRecipe {
  readonly units: number;
  /** Storeys of the stone base, and of the repainted top. */
  readonly baseStoreys: number;
  readonly topStoreys: number;
  /** How deep the joint between two units is cut, and the north wall behind the stair cores. */
  readonly jointM: number;
  readonly glazedIn: number;
  /** Square metres of modules on the roof. */
  readonly solarM2: number;
}

/** A slab of several stair units: balconies and bays to the south, stair cores and small windows to the north. */
export function residentialSlab(
  writer: SolidWriter,
  plan: RectanglePlan,
  storeys: Storeys,
  recipe: SlabRecipe,
  seed: number,
): void {
  const front = -plan.depthM / 2;
  const back = plan.depthM / 2;
  const half = plan.widthM / 2;
  const unit = plan.widthM / recipe.units;
  const home = unit / 2;
  const outline: Stretch[] = [];
  const relief: (() => void)[] = [];
  const plants: KeepOut[] = [];
  const go = (to: EastNorth, face: Face, paint: Paint, salt: number): void => {
    const a: EastNorth = outline.length === 0 ? start : (outline.at(-1)?.b ?? start);
    outline.push({ a, b: to, face, paint, seed: salt });
  };
  const start: EastNorth = [-half, front];
  const joint = 0.55;
  const upper = recipe.baseStoreys + 1;
  for (let u = 0; u < recipe.units; u++) {
    const west = -half + u * unit;
    const from = west + (u > 0 ? joint : 0);
    const to = west + unit - (u < recipe.units - 1 ? joint : 0);
    southHome(from, west + home, false, u * 2);
    southHome(west + home, to, true, u * 2 + 1);
    if (u < recipe.units - 1) {
      go([to, front + recipe.jointM], Face.plain, Paint.accent, 0);
      go([to + 2 * joint, front + recipe.jointM], Face.plain, Paint.accent, 0);
      go([to + 2 * joint, front], Face.plain, Paint.accent, 0);
    }
  }

  function southHome(from: number, to: number, mirrored: boolean, index: number): void {
    const width = to - from;
    const shares = [0.36, 0.42, 0.22];
    const parts = mirrored ? [2, 1, 0] : [0, 1, 2];
    let x = from;
    for (const part of parts) {
      const next = x + width * (shares[part] ?? 0);
      const [a, b] = [x, next];
      if (part === 0) {
        go([b, front], Face.windows, Paint.wall, 40);
        const inner = Math.min(1.7, (b - a) / 2 - 0.35);
        relief.push(() =>
          bayWindows(
            writer,
            storeys,
            (a + b) / 2 - inner,
            (a + b) / 2 + inner,
            front,
            0.55,
            2,
            storeys.count - recipe.topStoreys,
            Paint.accent,
          ),
        );
      } else if (part === 1) {
        go([b, front], Face.balconyDoors, Paint.wall, 60);
        relief.push(() =>
          balconies(
            writer,
            storeys,
            a + 0.1,
            b - 0.1,
            front,
            1,
            upper > 2 ? 2 : upper,
            storeys.count,
            (s) => chance(seed + index * 131, s) < recipe.glazedIn,
          ),
        );
      } else go([b, front], Face.windows, Paint.wall, 90);
      x = next;
    }
  }

  const shy = back - 0.95;
  go([half, shy], Face.windows, Paint.wall, 120);
  for (let u = recipe.units - 1; u >= 0; u--) {
    const middle = -half + (u + 0.5) * unit;
    const core = Math.min(3.1, unit * 0.2);
    go([middle + core, shy], Face.windows, Paint.wall, 150 + (u % 2));
    go([middle + core, back], Face.plain, Paint.accent, 0);
    go([middle - core, back], Face.stairStrip, Paint.accent, 5);
    go([middle - core, shy], Face.plain, Paint.accent, 0);
    relief.push(() => entrance(middle, back));
    const size = Math.min(6.4, unit * 0.4);
    const reach = size / 2 + 2.3;
    plants.push({ west: middle - reach, east: middle + reach, south: back - 3.6 - size * 0.46, north: back });
    relief.push(() => roofPlant(writer, storeys, middle, back - 3.6, size, seed + u));
  }
  go([-half, shy], Face.windows, Paint.wall, 151);
  go(start, Face.windows, Paint.wall, 121);

  function entrance(x: number, y: number): void {
    const trim = { face: Face.plain, paint: Paint.trim, seed: 0 } as const;
    const glass = { face: Face.curtainGlass, paint: Paint.metal, seed: 1 } as const;
    writer.box(x - 1.6, y, x + 1.6, y + 0.35, storeys.baseM, storeys.firstFloorM + 2.5, glass, trim, "south");
    writer.box(
      x - 2.2,
      y,
      x + 2.2,
      y + 1,
      storeys.firstFloorM + 2.5,
      storeys.firstFloorM + 2.8,
      trim,
      trim,
      "south",
      true,
    );
  }

  const baseTop = floorOf(storeys, upper);
  const topFrom = floorOf(storeys, storeys.count - recipe.topStoreys + 1);
  raise(writer, outline, [
    { bottomM: storeys.baseM, topM: storeys.firstFloorM, paint: Paint.base, face: Face.plain },
    { bottomM: storeys.firstFloorM, topM: baseTop, paint: Paint.base },
    { bottomM: baseTop, topM: topFrom },
    { bottomM: topFrom, topM: storeys.roofM, paint: Paint.accent },
  ]);
  const ring = ringOf(outline);
  crown(writer, [ring], storeys.roofM, storeys.topM, Paint.accent);
  const frontRing: EastNorth[] = [
    [-half, front],
    [half, front],
    [half, shy],
    [-half, shy],
  ];
  ledge(writer, frontRing, baseTop - 0.22, baseTop + 0.02, 0.22);
  ledge(writer, frontRing, storeys.roofM - 0.1, storeys.roofM + 0.22, 0.38);
  for (const add of relief) add();
  solarRows(
    writer,
    { west: -half, south: front, east: half, north: shy },
    storeys.roofM,
    plants,
    recipe.solarM2,
  );
}
