import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualView } from "../../../../client/view/usual-view.ts";
import { wayTo } from "../../../../client/desks/operator/way-here.ts";
import { xingheGarden } from "../../../../models/communities/index.ts";
import { communityDocument } from "../../../../models/community/community.ts";
import type { DevicePlace } from "../../../../models/device/device.ts";
import { buildingId, deviceId } from "../../../../models/ids.ts";
import { pages, type Selection } from "../../../../models/view/view-state.ts";
import { viewFromQuery, viewToQuery } from "../../../../models/view/view-url.ts";

const community = communityDocument(xingheGarden());
const usual = usualView(community, "operator");
const lift = deviceId("lift-B-5-1");
const building = buildingId("B-5");
const cell = community.buildings.find(({ id }) => id === building)!.gridCell!;
const inside: DevicePlace = { building, storey: 3, dwelling: null, space: null, at: null };
const way = (
  selection: Selection,
  page: (typeof pages)[number] = "map",
  place: DevicePlace | undefined = inside,
) => wayTo(selection, page, community, () => place);

describe("the way from the community to what is looked at", () => {
  it("leads by grid cell, building and storey to the device, and from it to its diagnosis", () => {
    const device = { kind: "device", device: lift } as const;
    expect(way(device, "diagnosis")).toEqual([
      { level: 1, selection: { kind: "none" }, page: "map" },
      { level: 2, selection: { kind: "cell", cell }, page: "map" },
      { level: 2, selection: { kind: "building", building, storey: null }, page: "map" },
      { level: 2, selection: { kind: "building", building, storey: 3 }, page: "map" },
      { level: 3, selection: device, page: "map" },
      { level: 4, selection: device, page: "diagnosis" },
    ]);
  });

  it("leaves out what there is not", () => {
    const levels = (...args: Parameters<typeof way>) => way(...args).map(({ level }) => level);
    const outside = { ...inside, building: null, storey: null };
    expect(levels({ kind: "none" })).toEqual([1]);
    expect(levels({ kind: "none" }, "diagnosis")).toEqual([1]);
    expect(levels({ kind: "cell", cell })).toEqual([1, 2]);
    expect(levels({ kind: "building", building, storey: null })).toEqual([1, 2, 2]);
    expect(levels({ kind: "building", building: buildingId("Z-9"), storey: null })).toEqual([1, 2]);
    expect(levels({ kind: "device", device: lift }, "map", outside)).toEqual([1, 3]);
    expect(levels({ kind: "object", object: "o" })).toEqual([1, 3]);
  });

  it("VW1 has an address for every step, which leads there and nowhere else", () => {
    const anything = fc.constantFrom<Selection>(
      { kind: "none" },
      { kind: "cell", cell },
      { kind: "building", building, storey: null },
      { kind: "building", building, storey: -1 },
      { kind: "device", device: lift },
    );
    fc.assert(
      fc.property(anything, fc.constantFrom(...pages), (selection, page) => {
        const steps = way(selection, page);
        const queries = steps.map((step) => viewToQuery({ ...usual, ...step }, usual));
        expect(new Set(queries).size).toBe(steps.length);
        for (const [k, { selection: to, page: on }] of steps.entries())
          expect(viewFromQuery(queries[k]!, usual)).toMatchObject({ selection: to, page: on });
        const last = steps.at(-1)!;
        expect(last.selection).toEqual(selection);
        for (const step of steps.slice(0, -1)) expect(step.page).toBe("map");
      }),
    );
  });
});
