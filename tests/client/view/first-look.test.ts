import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstLook, shownIn } from "../../../client/view/first-look.ts";
import type {
  Building,
  CommunityDocument,
  EastNorth,
  EastNorthUp,
} from "../../../models/community/community.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { densestPart } from "../../../models/formats/densest-part.ts";
import { buildingId } from "../../../models/ids.ts";
import { fieldOfViewDeg } from "../../../models/view/camera-fit.ts";

const home = communityDocument(xingheGarden());

/** A model of cubes, framed as city models are. */
function model(places: readonly EastNorth[]): CommunityDocument {
  const part = densestPart(
    places.map(([e, n]) => ({ minE: e - 6, maxE: e + 6, minN: n - 6, maxN: n + 6, minU: 0, maxU: 12 })),
  );
  const buildings = places.map(([east, north], i): CommunityDocument["buildings"][number] => {
    const [e, n] = [east - part.centreE, north - part.centreN];
    return {
      ...home.buildings[0]!,
      id: buildingId(`b${i}`),
      footprint: [
        [
          [e - 6, n - 6],
          [e + 6, n - 6],
          [e + 6, n + 6],
          [e - 6, n + 6],
        ],
      ],
      baseM: 0,
      heightM: 12,
    };
  });
  return { ...home, buildings, frame: { centre: [0, 0, 0], radiusM: part.radiusM } };
}

/** Share of the picture's half width and half height at which a place appears, in a pane of 1.45. */
function seen(community: CommunityDocument, [e, n, u]: EastNorthUp): number {
  const { target, distanceM, headingDeg, tiltDeg } = firstLook(community);
  const [h, t] = [(headingDeg * Math.PI) / 180, (tiltDeg * Math.PI) / 180];
  const look = [Math.sin(h) * Math.cos(t), Math.cos(h) * Math.cos(t), -Math.sin(t)] as const;
  const [x, y, z] = [e - target[0], n - target[1], u - target[2]].map((d, i) => d + look[i]! * distanceM);
  const along = x! * look[0] + y! * look[1] + z! * look[2];
  const reach = along * Math.tan((fieldOfViewDeg * Math.PI) / 360);
  const across = x! * Math.cos(h) - y! * Math.sin(h);
  const up = x! * Math.sin(h) * Math.sin(t) + y! * Math.cos(h) * Math.sin(t) + z! * Math.cos(t);
  return along <= 0 ? Infinity : Math.max(Math.abs(across / reach / 1.45), Math.abs(up / reach));
}

const middleOf = ({ footprint }: Building): EastNorthUp => {
  const [ring] = footprint;
  return [(ring![0]![0] + ring![2]![0]) / 2, (ring![0]![1] + ring![2]![1]) / 2, 6];
};

const place = (reach: number) =>
  fc.tuple(fc.integer({ min: -reach, max: reach }), fc.integer({ min: -reach, max: reach }));

describe("the first look at a model that stands alone", () => {
  it("has every building of a model no larger than one look, but for strays among many", () => {
    fc.assert(
      fc.property(fc.array(place(600), { minLength: 3, maxLength: 49 }), (places) => {
        const community = model(places);
        for (const building of community.buildings)
          expect(seen(community, middleOf(building))).toBeLessThan(1);
      }),
      { numRuns: 40 },
    );
  });

  it("has the densest part of one scattered over kilometres, and fills the picture with it", () => {
    fc.assert(
      fc.property(
        fc.array(place(5000), { minLength: 20, maxLength: 50 }),
        fc.array(place(70), { minLength: 8, maxLength: 16 }),
        (scattered, group) => {
          const community = model([...scattered, ...group]);
          const shown = shownIn(community);
          expect(shown.length).toBeGreaterThanOrEqual(3);
          const places = shown.map((building) => seen(community, middleOf(building)));
          expect(Math.max(...places)).toBeLessThan(1);
          expect(Math.max(...places)).toBeGreaterThan(0.4);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("is not pushed away by one stray among hundreds", () => {
    const block = Array.from({ length: 200 }, (_, i): EastNorth => [(i % 20) * 20, Math.floor(i / 20) * 20]);
    const alone = firstLook(model(block)).distanceM;
    expect(firstLook(model([...block, [900, 100]])).distanceM).toBeLessThan(alone * 1.15);
  });
});
