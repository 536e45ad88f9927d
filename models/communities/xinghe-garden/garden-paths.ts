import type { EastNorth, Road } from "../../community/community.ts";
import { closed, ellipse, roundedRectangle, winding } from "../curves.ts";
import { path } from "./entrance-paths.ts";
import { pond, site } from "./fixture.ts";

/** The western half of the garden walks; the eastern half mirrors it, as the buildings do. */
const western: readonly (readonly [id: string, through: readonly EastNorth[]])[] = [
  [
    "court-D1",
    [
      [87.5, 97],
      [70, 89],
      [50, 97],
      [30, 89],
      [15.5, 98],
      [14, 112.5],
    ],
  ],
  [
    "court-D2",
    [
      [92.5, 97],
      [112, 89],
      [132, 97],
      [152, 89],
      [167, 97],
      [172, 112.5],
    ],
  ],
  [
    "court-D5",
    [
      [87.5, 153],
      [70, 148.5],
      [50, 155],
      [30, 149],
      [15.5, 154],
      [14, 165],
    ],
  ],
  [
    "court-D6",
    [
      [92.5, 153],
      [112, 156],
      [132, 149],
      [152, 156],
      [168, 148],
      [172, 140],
      [183.5, 134],
    ],
  ],
  [
    "court-C1-1",
    [
      [86.5, 235],
      [66, 238],
      [47, 233.5],
      [28, 238],
      [15, 234],
      [13, 225],
    ],
  ],
  [
    "court-C1-2",
    [
      [91.5, 235],
      [110, 238],
      [131, 233.5],
      [150, 238],
      [168, 234],
      [183.5, 238],
    ],
  ],
  [
    "court-C1-5",
    [
      [51.5, 299],
      [70, 306],
      [89, 297],
      [108, 306],
      [131, 298],
      [150, 307],
      [173, 297],
      [190, 305],
      [205, 299],
    ],
  ],
  [
    "pocket",
    [
      [131, 298],
      [127, 313],
      [133, 327],
      [130, 342],
      [131, 356.5],
    ],
  ],
  [
    "court-A1",
    [
      [46.5, 300],
      [32, 306],
      [18, 298],
      [13, 290],
      [14, 285],
    ],
  ],
  [
    "north",
    [
      [43.5, 391],
      [58, 384],
      [78, 391],
      [96, 383],
      [105, 388.5],
      [113, 394],
      [131, 395],
    ],
  ],
  [
    "north-inner",
    [
      [151.2, 391],
      [165, 384],
      [178, 391],
      [188, 394.2],
      [206, 394.2],
    ],
  ],
  [
    "south-west",
    [
      [14, 35.5],
      [12, 24],
      [14, 12],
      [26, 8],
      [43.5, 7.75],
    ],
  ],
];

const mirrored = (line: readonly EastNorth[]): readonly EastNorth[] =>
  line.map(([east, north]) => [site.eastM - east, north]);

const bothSides = western.flatMap(([id, through]) => {
  const line = winding(through);
  return [path(`west-${id}`, line), path(`east-${id}`, mirrored(line))];
});

/** The running loop around the central green, and the walk around the pond. */
const loops: readonly Road[] = [
  path("running-loop", closed(roundedRectangle({ west: 142, south: 174, east: 318, north: 216 }, 18, 8))),
  {
    ...path("pond", closed(ellipse(pond.centre, pond.eastM / 2 + 3.5, pond.northM / 2 + 2.4, 48))),
    widthM: 2,
  },
];

const central: readonly Road[] = [
  path(
    "pond-west",
    winding([
      [201.5, 196],
      [194, 200],
      [186, 197],
      [178, 193],
      [172, 191],
    ]),
  ),
  path(
    "pond-east",
    winding([
      [258.5, 196],
      [266, 192],
      [274, 195],
      [282, 200],
      [288, 203],
    ]),
  ),
  path(
    "pond-north",
    winding(
      [
        [230, 213.4],
        [230, 219],
      ],
      2,
    ),
  ),
  path(
    "pond-south",
    winding(
      [
        [230, 178.6],
        [230, 171],
      ],
      2,
    ),
  ),
  path(
    "kindergarten-west",
    winding([
      [188.5, 142],
      [196, 147],
      [199, 156],
      [206, 165],
    ]),
  ),
  path(
    "kindergarten-east",
    winding([
      [271.5, 142],
      [264, 147],
      [261, 156],
      [254, 165],
    ]),
  ),
  path(
    "B5-west",
    winding([
      [230, 251],
      [216, 254],
      [204, 249],
      [188.5, 252],
    ]),
  ),
  path(
    "B5-north",
    winding([
      [230, 251],
      [226, 260],
      [233, 269],
      [230, 279],
    ]),
  ),
  path(
    "north-axis-south",
    winding([
      [230, 311],
      [228, 319],
      [230, 327],
    ]),
  ),
  path(
    "north-axis-north",
    winding([
      [230, 343],
      [232, 349],
      [230, 356.5],
    ]),
  ),
  path(
    "lotus",
    winding([
      [188.5, 272],
      [196, 275.6],
      [207, 276],
      [217, 272],
      [221, 264],
      [227, 258],
    ]),
  ),
  path(
    "B6-east",
    winding([
      [230, 311],
      [242, 313],
      [251, 311],
    ]),
  ),
  path("square-west", [
    [246, 62],
    [237.5, 62],
  ]),
  path(
    "square-east",
    winding([
      [282, 62],
      [292, 68],
      [298, 78],
      [294, 94],
      [288, 112.5],
    ]),
  ),
];

export const gardenPaths: readonly Road[] = [...bothSides, ...loops, ...central];
