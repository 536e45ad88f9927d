import type { Area } from "../../../../models/community/community.ts";
import { boxOf } from "../../../../models/community/geometry.ts";
import { chances, seedOf } from "../../chance.ts";
import type { GroundSheet } from "./ground-sheet.ts";
import { grainOf } from "./ground-sheet.ts";

const lawn = "#7b9457";
const garden = "#718a4f";
const bed = "#5d6a3c";

/** Lawns with mown stripes and worn spots; gardens with beds and drifts of flowers. */
export function paintGreen(sheet: GroundSheet, areas: readonly Area[]): void {
  for (const area of areas) {
    if (area.kind === "land") continue;
    sheet.fill(area.ring, area.kind === "garden" ? garden : lawn);
    sheet.within(area.ring, () => {
      if (area.kind === "garden") drifts(sheet, area);
      else stripes(sheet, area);
      blotches(sheet, area);
      sheet.rim(area.ring, 1.5, "rgba(66,82,42,.55)");
      sheet.rim(area.ring, 0.5, "#cfc8b8");
    });
  }
}

function stripes(sheet: GroundSheet, area: Area): void {
  const { context } = sheet;
  const box = boxOf(area.ring);
  const reach = Math.hypot(box.east - box.west, box.north - box.south) / 2;
  context.save();
  context.translate((box.east + box.west) / 2, (box.north + box.south) / 2);
  context.rotate(grainOf(area.ring) + (seedOf(area.id) % 2 === 0 ? 0 : Math.PI / 4));
  context.fillStyle = "rgba(214,228,150,.10)";
  for (let y = -reach; y < reach; y += 5) context.fillRect(-reach, y, 2 * reach, 2.5);
  context.restore();
}

function blotches(sheet: GroundSheet, area: Area): void {
  const random = chances(seedOf(area.id));
  const box = boxOf(area.ring);
  const size = (box.east - box.west) * (box.north - box.south);
  for (let i = 0; i < Math.min(900, size / 16); i++) {
    const x = box.west + random() * (box.east - box.west);
    const y = box.south + random() * (box.north - box.south);
    const tone = random();
    const paint = tone < 0.45 ? "64,84,38" : tone < 0.8 ? "168,178,104" : "150,136,88";
    sheet.context.beginPath();
    sheet.context.ellipse(x, y, 0.8 + random() * 4.5, 0.6 + random() * 2.6, random() * 3, 0, 2 * Math.PI);
    sheet.context.fillStyle = `rgba(${paint},${0.03 + random() * 0.09})`;
    sheet.context.fill();
  }
}

const flowers = ["#b3565f", "#c99a4c", "#a77fa8", "#cfc09a", "#8f5a48"];

/** Planting beds: soft clumps along the rim and in the middle, some of them in bloom. */
function drifts(sheet: GroundSheet, area: Area): void {
  const random = chances(seedOf(area.id) + 7);
  const box = boxOf(area.ring);
  const count = Math.min(60, ((box.east - box.west) * (box.north - box.south)) / 90);
  for (let i = 0; i < count; i++) {
    const x = box.west + random() * (box.east - box.west);
    const y = box.south + random() * (box.north - box.south);
    const reach = 1.4 + random() * 3.2;
    for (let k = 0; k < 6; k++)
      sheet.spot(
        [x + (random() - 0.5) * reach * 2, y + (random() - 0.5) * reach],
        reach * (0.3 + random() * 0.4),
        bed,
      );
    const flower = flowers[Math.floor(random() * flowers.length)] ?? "#b3565f";
    if (random() < 0.6)
      for (let k = 0; k < 26; k++)
        sheet.spot(
          [x + (random() - 0.5) * reach * 1.7, y + (random() - 0.5) * reach * 0.9],
          0.16 + random() * 0.2,
          flower,
        );
  }
}
