import type { EastNorth } from "../../../../models/community/community.ts";
import { chance } from "../../chance.ts";
import type { Stretch } from "./body.ts";
import { crown, ledge, raise, ringOf } from "./body.ts";
import type { RectanglePlan } from "./plan.ts";
import type { Storeys } from "./relief.ts";
import { balconies, bayWindows, floorOf } from "./relief.ts";
import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** A point tower: two wings, a deep cut between them, a dark core that rises above the roof as its crown. */
export function residentialTower(
  writer: SolidWriter,
  plan: RectanglePlan,
  storeys: Storeys,
  tall: boolean,
  seed: number,
): void {
  const w = plan.widthM / 2;
  const d = plan.depthM / 2;
  const cut = Math.min(3.2, plan.widthM * 0.11);
  const deep = Math.min(3.4, plan.depthM * 0.24);
  const core = Math.min(4.6, plan.widthM * 0.16);
  const shoulder = d - 1.4;
  const windows = (a: EastNorth, b: EastNorth, s: number, paint: Paint = Paint.wall): Stretch => ({
    a,
    b,
    face: Face.windows,
    paint,
    seed: s,
  });
  const plain = (a: EastNorth, b: EastNorth, paint: Paint = Paint.accent): Stretch => ({
    a,
    b,
    face: Face.plain,
    paint,
    seed: 0,
  });
  const wing = (from: number, to: number, mirrored: boolean): Stretch[] => {
    const at = (share: number): number => from + (to - from) * share;
    const steps = mirrored ? [0, 0.3, 0.62, 1] : [0, 0.38, 0.7, 1];
    const [p, q, r, s] = steps.map((share): EastNorth => [at(share), -d]);
    if (!p || !q || !r || !s) return [];
    const door = (a: EastNorth, b: EastNorth): Stretch => ({
      a,
      b,
      face: Face.balconyDoors,
      paint: Paint.wall,
      seed: 60,
    });
    return mirrored
      ? [windows(p, q, 70), windows(q, r, 40), door(r, s)]
      : [door(p, q), windows(q, r, 40), windows(r, s, 70)];
  };
  const outline: Stretch[] = [
    ...wing(-w, -cut, false),
    plain([-cut, -d], [-cut, -d + deep]),
    { a: [-cut, -d + deep], b: [cut, -d + deep], face: Face.windows, paint: Paint.accent, seed: 44 },
    plain([cut, -d + deep], [cut, -d]),
    ...wing(cut, w, true),
    windows([w, -d], [w, -1.2], 100),
    plain([w, -1.2], [w - 0.9, -1.2]),
    windows([w - 0.9, -1.2], [w - 0.9, 1.2], 210, Paint.accent),
    plain([w - 0.9, 1.2], [w, 1.2]),
    windows([w, 1.2], [w, shoulder], 101),
    windows([w, shoulder], [core, shoulder], 130),
    plain([core, shoulder], [core, d]),
    { a: [core, d], b: [-core, d], face: Face.stairStrip, paint: Paint.accent, seed: 8 },
    plain([-core, d], [-core, shoulder]),
    windows([-core, shoulder], [-w, shoulder], 131),
    windows([-w, shoulder], [-w, 1.2], 102),
    plain([-w, 1.2], [-w + 0.9, 1.2]),
    windows([-w + 0.9, 1.2], [-w + 0.9, -1.2], 211, Paint.accent),
    plain([-w + 0.9, -1.2], [-w, -1.2]),
    windows([-w, -1.2], [-w, -d], 103),
  ];
  const baseTop = floorOf(storeys, 3);
  const crownFrom = floorOf(storeys, storeys.count - 1);
  raise(writer, outline, [
    { bottomM: storeys.baseM, topM: storeys.firstFloorM, paint: Paint.base, face: Face.plain },
    { bottomM: storeys.firstFloorM, topM: baseTop, paint: Paint.base },
    { bottomM: baseTop, topM: crownFrom },
    { bottomM: crownFrom, topM: storeys.roofM, paint: tall ? Paint.trim : Paint.wall },
  ]);
  const ring = ringOf(outline);
  crown(writer, [ring], storeys.roofM, storeys.topM, tall ? Paint.trim : Paint.wall);
  const hull: EastNorth[] = [
    [-w, -d],
    [w, -d],
    [w, shoulder],
    [-w, shoulder],
  ];
  ledge(writer, hull, baseTop - 0.3, baseTop + 0.02, 0.3);
  ledge(writer, hull, crownFrom - 0.18, crownFrom + 0.05, 0.22);
  ledge(writer, hull, storeys.topM - 0.35, storeys.topM + 0.05, 0.3);
  relief(writer, storeys, { w, d, cut, core }, seed);
  top(writer, storeys, { w, d, cut, core }, tall);
}

interface Measures {
  readonly w: number;
  readonly d: number;
  readonly cut: number;
  readonly core: number;
}

function relief(writer: SolidWriter, storeys: Storeys, { w, d, cut, core }: Measures, seed: number): void {
  const wing = w - cut;
  const glazed = (stack: number) => (s: number) => chance(seed + stack * 97, s) < 0.3;
  balconies(writer, storeys, -w + 0.1, -w + wing * 0.38 - 0.1, -d, 1, 3, storeys.count - 1, glazed(0));
  balconies(writer, storeys, w - wing * 0.38 + 0.1, w - 0.1, -d, 1, 3, storeys.count - 1, glazed(1));
  for (const side of [-1, 1]) {
    const middle = side * (cut + wing * 0.46);
    const halfBay = Math.min(1.6, wing * 0.15);
    bayWindows(
      writer,
      storeys,
      middle - halfBay,
      middle + halfBay,
      -d,
      0.6,
      3,
      storeys.count - 2,
      Paint.accent,
    );
  }
  const trim = { face: Face.plain, paint: Paint.trim, seed: 0 } as const;
  const glass = { face: Face.curtainGlass, paint: Paint.metal, seed: 1 } as const;
  const canopy = storeys.firstFloorM + 3.2;
  writer.box(-core + 0.8, d, core - 0.8, d + 0.5, storeys.baseM, canopy, glass, trim, "south");
  writer.box(-core, d, core, d + 1, canopy, canopy + 0.35, trim, trim, "south", true);
}

function top(writer: SolidWriter, storeys: Storeys, { w, d, core }: Measures, tall: boolean): void {
  const accent = { face: Face.plain, paint: Paint.accent, seed: 0 } as const;
  const louvre = { face: Face.louvre, paint: Paint.metal, seed: 0 } as const;
  const roof = { face: Face.plain, paint: Paint.roof, seed: 0 } as const;
  const { roofM } = storeys;
  writer.box(-core, -d * 0.35, core, d - 0.6, roofM, roofM + (tall ? 5.4 : 4.2), accent, roof);
  writer.box(
    -core * 0.55,
    -d * 0.1,
    core * 0.7,
    d * 0.55,
    roofM + 4.2,
    roofM + (tall ? 7 : 5.2),
    louvre,
    roof,
  );
  for (const side of [-1, 1]) {
    const x = side * w * 0.64;
    writer.box(x - 1.7, -d * 0.1, x + 1.7, d * 0.4, roofM, roofM + 1.6, louvre, roof);
  }
}
