import type { EastNorth, Road } from "../../../../models/community/community.ts";
import type { GroundSheet } from "./ground-sheet.ts";

const asphalt: Readonly<Record<Road["kind"], string>> = {
  street: "#55585b",
  road: "#5f6264",
  "fire-lane": "#8d8f80",
  path: "#c3b7a3",
};

/** Kerbs of all first, then all surfaces: where roads meet, the kerb is open by itself. */
export function paintRoads(sheet: GroundSheet, roads: readonly Road[]): void {
  const paths = roads.filter((road) => road.kind === "path" || road.kind === "fire-lane");
  const driven = roads.filter((road) => road.kind === "road" || road.kind === "street");
  for (const road of driven)
    sheet.line(road.centreLine, road.widthM + (road.kind === "street" ? 9 : 4.2), "#b3aa9b", "square");
  for (const road of paths) sheet.line(road.centreLine, road.widthM + 0.4, "#8d8474", "round");
  for (const road of paths) sheet.line(road.centreLine, road.widthM, asphalt[road.kind], "round");
  for (const road of paths)
    if (road.kind === "path")
      sheet.line(road.centreLine, road.widthM * 0.96, "rgba(120,108,90,.16)", "butt", [0.1, 0.9]);
  for (const road of driven) sheet.line(road.centreLine, road.widthM + 0.55, "#dbd6c9", "square");
  for (const road of driven) sheet.line(road.centreLine, road.widthM, asphalt[road.kind], "square");
  for (const road of driven) wear(sheet, road);
  for (const road of driven) marks(sheet, road, driven);
}

/** Two darker tracks where tyres run. */
function wear(sheet: GroundSheet, road: Road): void {
  const quarter = road.widthM / 4;
  for (const side of [-1, 1]) {
    sheet.line(shifted(road.centreLine, side * (quarter + 0.75)), 0.5, "rgba(30,32,34,.13)");
    sheet.line(shifted(road.centreLine, side * (quarter - 0.75)), 0.5, "rgba(30,32,34,.13)");
  }
}

function marks(sheet: GroundSheet, road: Road, all: readonly Road[]): void {
  const white = "rgba(240,236,224,.85)";
  for (let i = 1; i < road.centreLine.length; i++) {
    const [a, b] = [road.centreLine[i - 1], road.centreLine[i]];
    if (!a || !b) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 12) continue;
    const at = (metres: number): EastNorth => [
      a[0] + ((b[0] - a[0]) * metres) / length,
      a[1] + ((b[1] - a[1]) * metres) / length,
    ];
    const stops = meetings(a, b, road, all);
    for (let s = 1; s < stops.length; s++) {
      const [from, to] = [(stops[s - 1] ?? 0) + 1, (stops[s] ?? 0) - 1];
      const [before, after] = [s > 1, s < stops.length - 1];
      const clear = 4;
      if (to - from < 14) continue;
      const [p, q] = [from + (before ? clear : 1), to - (after ? clear : 1)];
      if (road.kind === "street") {
        sheet.line([at(p), at(q)], 0.3, "rgba(232,190,92,.9)");
        for (const side of [-1, 1])
          sheet.line(shifted([at(p), at(q)], (side * road.widthM) / 4), 0.2, white, "butt", [4, 6]);
      } else if (road.widthM >= 5.5) sheet.line([at(p), at(q)], 0.16, white, "butt", [2.4, 3.6]);
      if (road.widthM >= 5.5) {
        if (before) zebra(sheet, at(from), at(from + 3), road.widthM, white);
        if (after) zebra(sheet, at(to - 3), at(to), road.widthM, white);
      }
    }
  }
}

/** Where along a → b other roads of some width meet this one: half their width before and after; always the ends. */
function meetings(a: EastNorth, b: EastNorth, road: Road, all: readonly Road[]): number[] {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const spots: number[] = [];
  for (const other of all) {
    if (other === road) continue;
    for (let i = 1; i < other.centreLine.length; i++) {
      const [c, d] = [other.centreLine[i - 1], other.centreLine[i]];
      if (!c || !d) continue;
      const [ex, ey] = [d[0] - c[0], d[1] - c[1]];
      const cross = dx * ey - dy * ex;
      if (Math.abs(cross) < 1e-6) continue;
      const t = ((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / cross;
      const s = ((c[0] - a[0]) * dy - (c[1] - a[1]) * dx) / cross;
      const slack = road.widthM / (2 * Math.hypot(ex, ey));
      if (t > -1 && t < length + 1 && s > -slack - 0.01 && s < 1 + slack + 0.01) spots.push(t);
    }
  }
  spots.sort((x, y) => x - y);
  const merged = spots.filter((t, i) => i === 0 || t - (spots[i - 1] ?? 0) > 6);
  const inner = merged.filter((t) => t > 5 && t < length - 5);
  const half = 3;
  return [0, ...inner.flatMap((t) => [t - half, t + half]), length].filter(
    (t, i, list) => i === 0 || t > (list[i - 1] ?? 0),
  );
}

/** Bars across the road between two points of its middle line. */
function zebra(sheet: GroundSheet, a: EastNorth, b: EastNorth, widthM: number, style: string): void {
  const bars = Math.floor((widthM - 0.6) / 1);
  for (let i = 0; i < bars; i++) {
    const off = (i - (bars - 1) / 2) * 1;
    sheet.line(shifted([a, b], off), 0.48, style);
  }
}

/** The line moved to its left. */
function shifted(line: readonly EastNorth[], leftM: number): EastNorth[] {
  return line.map((point, i) => {
    const [a, b] = [line[Math.max(0, i - 1)] ?? point, line[Math.min(line.length - 1, i + 1)] ?? point];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [point[0] - ((b[1] - a[1]) / length) * leftM, point[1] + ((b[0] - a[0]) / length) * leftM];
  });
}
