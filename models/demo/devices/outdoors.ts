import type { EastNorth, EastNorthUp } from "../../community/community.ts";
import type { DeviceId } from "../../ids.ts";
import type { Text } from "../../language/text.ts";
import { text } from "../../language/text.ts";
import type { Place, PlacedDevice } from "./device.ts";
import { besideGate } from "./gates.ts";
import type { House, Site } from "./site.ts";
import { alongRoads, oneTo, proudM, spread } from "./site.ts";

const lampCount = 320;
const lampUpM = 4.2;
const outdoors: Text = text("室外", "Outdoors");
const two = (number: number): string => String(number).padStart(2, "0");
const three = (number: number): string => String(number).padStart(3, "0");
const up = ([east, north]: readonly number[], upM: number): EastNorthUp => [east ?? 0, north ?? 0, upM];

/** Lamps, covers, hydrants, fences, stations: what stands in the open. */
export function devicesOutdoors(site: Site, place: Place, streetCircuit: DeviceId): readonly PlacedDevice[] {
  const { community } = site;
  const numbered = (
    kind: string,
    id: string,
    places: readonly EastNorthUp[],
    where: Text = outdoors,
    fedBy: DeviceId | null = null,
  ): PlacedDevice[] =>
    places.map((at, index) =>
      place({
        id: `XH-${id}-${places.length > 99 ? three(index + 1) : two(index + 1)}`,
        kind,
        where,
        number: index + 1,
        at,
        fedBy,
      }),
    );
  const roads = community.roads.filter(({ kind }) => kind === "road");
  const lamps = lampPlaces(site);
  const cameras = spread(lamps, 120).map((at) => up(at, 3.4));
  return [
    ...numbered("street_light", "lamp", lamps, text("道路", "Road"), streetCircuit),
    ...numbered(
      "manhole",
      "manhole",
      alongRoads(roads, 260, (road) => road.widthM / 4).map((at) => up(at, 0.05)),
    ),
    ...numbered(
      "hydrant",
      "hydrant",
      alongRoads(roads, 24, (road) => road.widthM / 2 + 0.8).map((at) => up(at, 0.6)),
    ),
    ...numbered(
      "firelane_camera",
      "lane-camera",
      alongRoads(roads, 20, (road) => road.widthM / 2 + 0.6).map((at) => up(at, 3.8)),
      text("消防通道", "Fire lane"),
    ),
    ...numbered("camera", "road-camera", cameras, text("道路", "Road")),
    ...numbered("camera", "corner-camera", cornerPlaces(site)),
    ...numbered(
      "camera",
      "garden-camera",
      gardenPlaces(site, 14).map((at) => up(at, 3.6)),
      text("花园", "Garden"),
    ),
    ...numbered(
      "camera",
      "gate-camera",
      site.community.gates.flatMap((gate) =>
        oneTo(4).map((number) => besideGate(site, gate)((number - 2.5) * 2.5, 3.2)),
      ),
      text("出入口", "Gate"),
    ),
    ...numbered("perimeter", "fence", fencePlaces(site, 24), text("周界", "Fence")),
    ...numbered("env_station", "station", stationPlaces(site), text("环境", "Environment")),
    ...numbered(
      "noise_monitor",
      "noise",
      fencePlaces(site, 8).concat(gardenPlaces(site, 4).map((at) => up(at, 3))),
    ),
    ...numbered(
      "irrigation",
      "irrigation",
      spread(greenPlaces(site), 30).map((at) => up(at, 0.3)),
      text("绿地", "Green"),
    ),
    ...numbered("pond", "pond", pondPlaces(site), text("中心水景", "Pond")),
    ...numbered(
      "waste_station",
      "waste",
      site.spaces(/^XH-waste-/).map(({ at }) => up(at, 1.4)),
    ),
    ...numbered("ebike_charger", "ebike", entrancePlaces(site, 60)),
    ...numbered("pa_display", "display", displayPlaces(site)),
    ...throwCameras(site, place),
  ];
}

function lampPlaces(site: Site): readonly EastNorthUp[] {
  const lamps = site.community.assets
    .filter(({ kind }) => kind === "lamp")
    .map(({ at }) => up(at, at[2] + lampUpM));
  if (lamps.length >= lampCount) return spread(lamps, lampCount);
  const roads = site.community.roads.filter(({ kind }) => kind === "road");
  return [
    ...lamps,
    ...alongRoads(roads, lampCount - lamps.length, (road) => road.widthM / 2 + 0.7).map((at) =>
      up(at, lampUpM),
    ),
  ];
}

const cornerPlaces = (site: Site): readonly EastNorthUp[] =>
  site.houses.flatMap(({ box, building }) => [
    [box.west - proudM, box.south - proudM, building.plinthM + 3.2] as const,
    [box.east + proudM, box.north + proudM, building.plinthM + 3.2] as const,
    ...(building.use === "public"
      ? ([
          [box.east + proudM, box.south - proudM, building.plinthM + 3.2],
          [box.west - proudM, box.north + proudM, building.plinthM + 3.2],
          [(box.west + box.east) / 2, box.south - proudM, building.plinthM + 3.4],
          [(box.west + box.east) / 2, box.north + proudM, building.plinthM + 3.4],
        ] as const)
      : []),
  ]);

const gardenPlaces = (site: Site, count: number): readonly EastNorth[] =>
  spread(
    site
      .spaces(/^XH-(playground|fitness|square|pond)/)
      .flatMap(({ at }) =>
        oneTo(4).map(
          (corner): EastNorth => [at[0] + (corner % 2 === 0 ? 9 : -9), at[1] + (corner > 2 ? 7 : -7)],
        ),
      ),
    count,
  );

/** Middles of `count` stretches of the site's boundary. */
function fencePlaces({ community: { extent } }: Site, count: number): readonly EastNorthUp[] {
  const [width, depth] = [extent.max[0] - extent.min[0], extent.max[1] - extent.min[1]];
  return oneTo(count).map((number) => {
    let alongM = ((number - 0.5) / count) * 2 * (width + depth);
    if (alongM < width) return [extent.min[0] + alongM, extent.min[1] + 0.4, 1.9];
    alongM -= width;
    if (alongM < depth) return [extent.max[0] - 0.4, extent.min[1] + alongM, 1.9];
    alongM -= depth;
    if (alongM < width) return [extent.max[0] - alongM, extent.max[1] - 0.4, 1.9];
    return [extent.min[0] + 0.4, extent.max[1] - (alongM - width), 1.9];
  });
}

/** Four in the gardens, two on the highest roofs. */
function stationPlaces(site: Site): readonly EastNorthUp[] {
  const roofs = site.residential.toSorted((a, b) => b.building.heightM - a.building.heightM).slice(0, 2);
  return [
    ...spread(gardenPlaces(site, 14), 4).map((at) => up(at, 3)),
    ...roofs.map(
      ({ box, building }): EastNorthUp => [
        (box.west + box.east) / 2,
        (box.south + box.north) / 2,
        building.heightM + 3,
      ],
    ),
  ];
}

/** Middles of green areas and points around them, so that large lawns have several valves. */
const greenPlaces = ({ community }: Site): readonly EastNorth[] =>
  community.green
    .filter(({ kind }) => kind !== "land")
    .flatMap(({ ring }) => {
      const middle = ring.reduce(
        (sum, [east, north]) => [sum[0] + east / ring.length, sum[1] + north / ring.length] as const,
        [0, 0] as const,
      );
      return [
        middle,
        ...spread(ring, 2).map(
          ([east, north]): EastNorth => [(east + middle[0]) / 2, (north + middle[1]) / 2],
        ),
      ];
    });

const pondPlaces = (site: Site): readonly EastNorthUp[] =>
  site.spaces(/^XH-pond$/).flatMap(({ at }) => [up([at[0] - 8, at[1]], 0.4), up([at[0] + 8, at[1]], 0.4)]);

const entrancePlaces = (site: Site, count: number): readonly EastNorthUp[] =>
  spread(
    site.residential.flatMap((house) =>
      oneTo(house.building.units).map((unit) => up([house.unitEastM(unit) + 5, house.box.north + 1.2], 1.1)),
    ),
    count,
  );

const displayPlaces = (site: Site): readonly EastNorthUp[] => [
  ...site.publicHouses.map(({ box }) => up([(box.west + box.east) / 2 + 3, box.south - 0.4], 2.4)),
  ...site.community.gates.map((gate) => besideGate(site, gate)(4, 2.6)),
  ...spread(site.residential, 30 - site.publicHouses.length - site.community.gates.length).map((house) =>
    up([house.unitEastM(1) - 2.5, house.box.north + 0.3], 2.4),
  ),
];

/** Three before each residential front, looking up. */
const throwCameras = (site: Site, place: Place): PlacedDevice[] =>
  site.residential.flatMap((house: House) =>
    oneTo(3).map((number) =>
      place({
        id: `XH-${house.building.id}-throw-0${number}`,
        kind: "throw_camera",
        where: house.building.name,
        number,
        building: house.building.id,
        at: [
          house.box.west + ((number - 0.5) / 3) * (house.box.east - house.box.west),
          house.box.south - 7,
          3.2,
        ],
      }),
    ),
  );
