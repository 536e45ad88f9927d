import type { EastNorth } from "../../community/community.ts";
import { boxHolds } from "../../community/geometry.ts";
import { site } from "./fixture.ts";
import type { Gardener } from "./gardener.ts";

interface Grove {
  readonly centre: EastNorth;
  readonly radiusM: number;
  readonly trees: number;
}

const grove = (east: number, north: number, radiusM: number, trees: number): Grove => ({
  centre: [east, north],
  radiusM,
  trees,
});

/** In the courts, west; the same again mirrored in the east. */
const courts: readonly Grove[] = [
  grove(130, 318, 21, 36),
  grove(62, 300, 11, 10),
  grove(188, 298, 12, 10),
  grove(78, 386, 21, 40),
  grove(172, 382, 12, 12),
  grove(20, 300, 15, 18),
  grove(172, 60, 17, 26),
  grove(24, 96, 11, 10),
  grove(110, 99, 10, 9),
  grove(152, 103, 9, 8),
  grove(168, 142, 14, 14),
  grove(26, 182, 13, 14),
  grove(92, 182, 9, 9),
  grove(150, 244, 13, 13),
  grove(26, 246, 12, 12),
];

/** In the central green. */
const central: readonly Grove[] = [
  grove(202, 206, 15, 28),
  grove(262, 205, 13, 16),
  grove(259, 184, 15, 28),
  grove(199, 183, 13, 22),
  grove(160, 208, 13, 16),
  grove(300, 185, 19, 30),
  grove(198, 152, 15, 22),
  grove(262, 152, 15, 22),
  grove(196, 245, 9, 9),
  grove(256, 266, 17, 34),
  grove(204, 266, 19, 26),
  grove(222, 325, 12, 14),
  grove(240, 345, 12, 14),
  grove(290, 76, 14, 20),
];

/** Groves end at the fence. */
const planted = { west: 1.8, south: 1.8, east: site.eastM - 1.8, north: site.northM - 1.8 } as const;

const mirrored = ({ centre, ...rest }: Grove): Grove => ({
  ...rest,
  centre: [site.eastM - centre[0], centre[1]],
});

/** Thick in the middle with the larger trees, thin at the rim. */
export function plantGroves(gardener: Gardener): void {
  for (const { centre, radiusM, trees } of [...central, ...courts, ...courts.map(mirrored)]) {
    let left = trees;
    for (let attempt = 0; attempt < trees * 12 && left > 0; attempt++) {
      const angle = gardener.between(0, 2 * Math.PI);
      const out = Math.sqrt(gardener.random());
      const at: EastNorth = [
        centre[0] + radiusM * out * Math.cos(angle),
        centre[1] + radiusM * out * Math.sin(angle),
      ];
      if (!boxHolds(planted, at)) continue;
      const size = gardener.between(0.9, 1.5) - 0.3 * out;
      if (gardener.tree(at, size, 1.2 + size * 0.4)) left--;
    }
  }
}
