import { describe, expect, it } from "vitest";
import { xingheGarden } from "../../../models/communities/index.ts";
import { boxesMeet, boxOf, grown } from "../../../models/community/geometry.ts";

const { surroundings, roads, green } = xingheGarden();
const boxes = surroundings.map(({ centre: [x, y], sizeM: [w, d] }) => ({
  west: x - w / 2,
  south: y - d / 2,
  east: x + w / 2,
  north: y + d / 2,
}));

describe("the city around Xinghe Garden", () => {
  it("has 900 to 1,300 boxes, none within 30 m of the site", () => {
    expect(surroundings.length).toBeGreaterThanOrEqual(900);
    expect(surroundings.length).toBeLessThanOrEqual(1300);
    const around = grown({ west: 0, south: 0, east: 460, north: 400 }, 30);
    expect(boxes.filter((box) => boxesMeet(box, around))).toEqual([]);
  });

  it("keeps its streets and its parks free", () => {
    const free = [
      ...roads
        .filter(({ kind }) => kind === "street")
        .map(({ id, centreLine, widthM }) => ({ id, box: grown(boxOf(centreLine), widthM / 2) })),
      ...green.filter(({ kind }) => kind === "land").map(({ id, ring }) => ({ id, box: boxOf(ring) })),
    ];
    for (const { id, box } of free)
      expect(
        boxes.filter((other) => boxesMeet(box, other)),
        id,
      ).toEqual([]);
  });

  it("reaches about 2 km, and is thinner far away than near", () => {
    const away = surroundings.map(({ centre }) => Math.hypot(centre[0] - 230, centre[1] - 200));
    expect(Math.max(...away)).toBeGreaterThan(1700);
    expect(Math.max(...away)).toBeLessThan(2000);
    const perKm2 = (from: number, to: number): number =>
      away.filter((m) => m >= from && m < to).length / (Math.PI * ((to / 1000) ** 2 - (from / 1000) ** 2));
    expect(perKm2(300, 900)).toBeGreaterThan(1.5 * perKm2(1400, 2000));
  });

  it("has low houses and towers", () => {
    const heights = surroundings.map(({ sizeM }) => sizeM[2]);
    expect(heights.filter((heightM) => heightM < 25).length).toBeGreaterThan(150);
    expect(heights.filter((heightM) => heightM > 60).length).toBeGreaterThan(150);
  });
});
