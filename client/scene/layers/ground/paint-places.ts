import type { Area, Building, EastNorth } from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { chances, seedOf } from "../../chance.ts";
import type { GroundSheet } from "./ground-sheet.ts";
import { grainOf } from "./ground-sheet.ts";

/** Hard places: paved squares, playgrounds, parking, the grass-pavers of the fire brigade. */
export function paintPlaces(sheet: GroundSheet, areas: readonly Area[]): void {
  for (const area of areas) {
    switch (area.kind) {
      case "playground":
        soft(sheet, area, "#c98055", ["#d9a441", "#6aa59b", "#cf6a4d", "#e0c58f"]);
        break;
      case "fitness":
        soft(sheet, area, "#5d8f8a", ["#79a8a2", "#d9a441"]);
        break;
      case "parking":
        parking(sheet, area);
        break;
      case "fire-pad":
        sheet.fill(area.ring, "#98a183");
        sheet.within(area.ring, () => tiles(sheet, area, 1.1, "rgba(222,220,204,.5)", 0.2));
        sheet.rim(area.ring, 0.25, "#c9563f");
        break;
      case "lawn":
      case "garden":
      case "pond":
      case "land":
      case "plaza":
        sheet.fill(area.ring, "#bdb3a2");
        sheet.within(area.ring, () => {
          patches(sheet, area);
          tiles(sheet, area, 1.2, "rgba(92,84,72,.16)", 0.07);
        });
        sheet.rim(area.ring, 0.55, "#8f8677");
        break;
    }
  }
}

/** Poured rubber with large coloured rounds. */
function soft(sheet: GroundSheet, area: Area, ground: string, rounds: readonly string[]): void {
  sheet.fill(area.ring, ground);
  sheet.within(area.ring, () => {
    const random = chances(seedOf(area.id));
    const box = boxOf(area.ring);
    for (let i = 0; i < 9; i++) {
      const at: EastNorth = [
        box.west + random() * (box.east - box.west),
        box.south + random() * (box.north - box.south),
      ];
      sheet.spot(at, 1 + random() * 2.6, rounds[i % rounds.length] ?? ground);
    }
  });
  sheet.rim(area.ring, 0.6, "#e7dfcf");
}

function parking(sheet: GroundSheet, area: Area): void {
  sheet.fill(area.ring, "#858780");
  const box = boxOf(area.ring);
  const wide = box.east - box.west >= box.north - box.south;
  const along = wide ? box.east - box.west : box.north - box.south;
  const bays = Math.max(1, Math.round(along / 2.5));
  sheet.within(area.ring, () => {
    tiles(sheet, area, 0.8, "rgba(120,140,88,.3)", 0.16);
    for (let i = 0; i <= bays; i++) {
      const at = (i / bays) * along;
      const line: EastNorth[] = wide
        ? [
            [box.west + at, box.south],
            [box.west + at, box.north],
          ]
        : [
            [box.west, box.south + at],
            [box.east, box.south + at],
          ];
      sheet.line(line, 0.13, "#eeeae0");
    }
  });
  sheet.rim(area.ring, 0.25, "#d6d1c4");
}

function tiles(sheet: GroundSheet, area: Area, everyM: number, style: string, lineM: number): void {
  const box = boxOf(area.ring);
  const { context } = sheet;
  const reach = Math.hypot(box.east - box.west, box.north - box.south) / 2;
  context.save();
  context.translate((box.east + box.west) / 2, (box.north + box.south) / 2);
  context.rotate(grainOf(area.ring));
  context.fillStyle = style;
  for (let at = -reach; at < reach; at += everyM) {
    context.fillRect(-reach, at, 2 * reach, lineM);
    context.fillRect(at, -reach, lineM, 2 * reach);
  }
  context.restore();
}

function patches(sheet: GroundSheet, area: Area): void {
  const random = chances(seedOf(area.id));
  const box = boxOf(area.ring);
  const count = Math.min(260, ((box.east - box.west) * (box.north - box.south)) / 5);
  for (let i = 0; i < count; i++) {
    const x = Math.floor((random() * (box.east - box.west)) / 1.2) * 1.2 + box.west;
    const y = Math.floor((random() * (box.north - box.south)) / 1.2) * 1.2 + box.south;
    sheet.context.fillStyle = random() < 0.5 ? "rgba(90,80,66,.11)" : "rgba(240,232,214,.16)";
    sheet.context.fillRect(x, y, 1.2 + random() * 2.4, 1.2);
  }
}

/** The strip of slabs around a building's foot. */
export function paintSkirts(sheet: GroundSheet, buildings: readonly Building[]): void {
  for (const building of buildings) for (const ring of building.footprint) sheet.rim(ring, 2.4, "#a69d8f");
  for (const building of buildings)
    for (const ring of building.footprint) {
      sheet.fill(ring, "#8b8478");
      sheet.rim(ring, 0.3, "#77705f");
    }
}
