import type { EastNorth } from "../../../../models/community/community.ts";
import type { Stretch } from "./body.ts";
import { crown, ledge, raise, ringOf } from "./body.ts";
import type { RectanglePlan } from "./plan.ts";
import type { Storeys } from "./relief.ts";
import { floorOf } from "./relief.ts";
import { solarRows } from "./solar-rows.ts";
import type { SolidWriter } from "./solid-writer.ts";
import { Face, Paint } from "./solid-writer.ts";

/** A low public building: big glass, a canopy before the door, plant and roof lights on top. */
export function publicBuilding(
  writer: SolidWriter,
  plan: RectanglePlan,
  storeys: Storeys,
  character: "hall" | "shops" | "children",
  seed: number,
  solarM2: number,
): void {
  const w = plan.widthM / 2;
  const d = plan.depthM / 2;
  const ground =
    character === "shops" ? Face.shop : character === "children" ? Face.windows : Face.curtainGlass;
  const upper = character === "hall" ? Face.curtainGlass : Face.windows;
  const notch = Math.min(7, plan.widthM * 0.16);
  const x = (seed % 2 === 0 ? -1 : 1) * w * 0.28;
  const face = (a: EastNorth, b: EastNorth, kind: Face, paint: Paint, s: number): Stretch => ({
    a,
    b,
    face: kind,
    paint,
    seed: s,
  });
  const outline: Stretch[] = [
    face([-w, -d], [x - notch, -d], upper, Paint.wall, 20),
    face([x - notch, -d], [x - notch, -d + 1], Face.plain, Paint.accent, 0),
    face([x - notch, -d + 1], [x + notch, -d + 1], Face.curtainGlass, Paint.accent, 5),
    face([x + notch, -d + 1], [x + notch, -d], Face.plain, Paint.accent, 0),
    face([x + notch, -d], [w, -d], upper, Paint.wall, 21),
    face([w, -d], [w, d], Face.windows, Paint.wall, 22),
    face([w, d], [-w, d], Face.windows, Paint.wall, 23),
    face([-w, d], [-w, -d], Face.windows, Paint.wall, 24),
  ];
  const first = floorOf(storeys, 2);
  const high = Math.min(first, storeys.roofM);
  raise(writer, outline.slice(0, 5), [
    { bottomM: storeys.baseM, topM: storeys.firstFloorM, paint: Paint.base, face: Face.plain },
    {
      bottomM: storeys.firstFloorM,
      topM: high,
      paint: character === "children" ? Paint.wall : Paint.base,
      face: ground,
    },
    { bottomM: high, topM: storeys.roofM },
  ]);
  raise(writer, outline.slice(5), [
    { bottomM: storeys.baseM, topM: storeys.firstFloorM, paint: Paint.base, face: Face.plain },
    { bottomM: storeys.firstFloorM, topM: storeys.roofM },
  ]);
  const ring = ringOf(outline);
  crown(writer, [ring], storeys.roofM, storeys.topM, Paint.wall);
  const hull: EastNorth[] = [
    [-w, -d],
    [w, -d],
    [w, d],
    [-w, d],
  ];
  ledge(
    writer,
    hull,
    storeys.topM - 0.5,
    storeys.topM + 0.05,
    character === "hall" ? 0.7 : 0.3,
    character === "hall" ? Paint.accent : Paint.trim,
  );
  if (high < storeys.roofM) ledge(writer, hull, high - 0.25, high, 0.2);
  canopy(writer, storeys, x, -d, notch, character);
  if (character === "children") colouredFins(writer, storeys, w, d, seed);
  roofLights(writer, storeys, w, d);
  const plants = [
    { west: w * 0.45, south: d * 0.15, east: w * 0.45 + 4.2, north: d * 0.15 + 2.6 },
    { west: -w * 0.8, south: d * 0.25, east: -w * 0.8 + 3, north: d * 0.25 + 3 },
  ];
  solarRows(writer, { west: -w, south: -d + 1, east: w, north: d }, storeys.roofM, plants, solarM2);
}

function canopy(
  writer: SolidWriter,
  storeys: Storeys,
  x: number,
  y: number,
  half: number,
  character: string,
): void {
  const paint = character === "children" ? Paint.railing : Paint.accent;
  const finish = { face: Face.plain, paint, seed: 0 } as const;
  const under = storeys.firstFloorM + 3;
  writer.box(x - half * 0.9, y - 1, x + half * 0.9, y + 1, under, under + 0.35, finish, finish, "none", true);
  for (const side of [-0.8, 0.8])
    writer.box(
      x + side * half - 0.12,
      y - 0.9,
      x + side * half + 0.12,
      y - 0.66,
      storeys.baseM,
      under,
      finish,
    );
}

/** Upright coloured panels between the windows. */
function colouredFins(writer: SolidWriter, storeys: Storeys, w: number, d: number, seed: number): void {
  const paints = [Paint.accent, Paint.base, Paint.railing];
  const step = 3.66;
  const count = Math.floor((2 * w - 2) / step);
  for (let i = 0; i <= count; i++) {
    const x = -w + 1 + i * step;
    const paint = paints[(i + seed) % 3] ?? Paint.accent;
    const finish = { face: Face.plain, paint, seed: 0 } as const;
    const top = storeys.roofM - (((i * 7 + seed) % 4) * (storeys.roofM - storeys.firstFloorM)) / 9;
    writer.box(x - 0.45, -d - 0.3, x + 0.45, -d, storeys.firstFloorM, top, finish, finish, "north");
    writer.box(x - 0.45, d, x + 0.45, d + 0.3, storeys.firstFloorM, top, finish, finish, "south");
  }
}

function roofLights(writer: SolidWriter, storeys: Storeys, w: number, d: number): void {
  const louvre = { face: Face.louvre, paint: Paint.metal, seed: 0 } as const;
  const roof = { face: Face.plain, paint: Paint.roof, seed: 0 } as const;
  writer.box(
    w * 0.45,
    d * 0.15,
    w * 0.45 + 4.2,
    d * 0.15 + 2.6,
    storeys.roofM,
    storeys.roofM + 1.9,
    louvre,
    roof,
  );
  writer.box(
    -w * 0.8,
    d * 0.25,
    -w * 0.8 + 3,
    d * 0.25 + 3,
    storeys.roofM,
    storeys.roofM + 2.6,
    { face: Face.plain, paint: Paint.wall, seed: 0 },
    roof,
  );
}
