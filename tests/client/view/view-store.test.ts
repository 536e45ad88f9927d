import { describe, expect, it } from "vitest";
import { createViewStore, sameSelection } from "../../../client/view/view-store.ts";
import { usualView } from "../../../client/view/usual-view.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { buildingId, deviceId, gridCellId } from "../../../models/ids.ts";

const usual = usualView(communityDocument(xingheGarden()), "operator");

describe("what one looks at", () => {
  it("tells of a selection once, not again when it is the same", () => {
    const view = createViewStore(usual);
    let told = 0;
    view.subscribe(() => told++);
    view.selectDevice(deviceId("lift-1"));
    view.selectDevice(deviceId("lift-1"));
    view.selectBuilding(buildingId("B-5"), 3);
    view.selectBuilding(buildingId("B-5"), 3);
    expect(told).toBe(2);
    view.selectBuilding(buildingId("B-5"));
    expect(told).toBe(3);
  });

  it("is one thing at a time", () => {
    const kinds = [
      { kind: "none" },
      { kind: "device", device: deviceId("a") },
      { kind: "device", device: deviceId("b") },
      { kind: "building", building: buildingId("a"), storey: null },
      { kind: "building", building: buildingId("a"), storey: 1 },
      { kind: "cell", cell: gridCellId("a") },
      { kind: "cell", cell: gridCellId("b") },
      { kind: "object", object: "a" },
    ] as const;
    for (const a of kinds) for (const b of kinds) expect(sameSelection(a, b)).toBe(a === b);
  });

  it("switches layers and goes to another hour and back", () => {
    const view = createViewStore(usual);
    view.toggle("trees");
    expect(view.get().layers.has("trees")).toBe(false);
    expect(usual.layers.has("trees")).toBe(true);
    view.setMoment(5);
    expect(view.get().clock).toEqual({ mode: "at", atMs: 5 });
    view.setMoment(null);
    expect(view.get().clock).toEqual({ mode: "live" });
  });
});

describe("scene and plan", () => {
  it("VW4 are turned to without losing camera, selection, layers or overlay", () => {
    const view = createViewStore(usual);
    view.selectBuilding(buildingId("B-5"), 3);
    view.toggle("trees");
    const before = view.get();
    view.turnTo("plan");
    expect(view.get()).toEqual({ ...before, picture: "plan" });
    view.turnTo("scene");
    expect(view.get()).toEqual(before);
  });
});

describe("storey bands", () => {
  const bands = (view: ReturnType<typeof createViewStore>) => view.get().layers.has("storey-bands");

  it("come with occupancy and go with it", () => {
    const view = createViewStore(usual);
    expect(bands(view)).toBe(false);
    view.show("occupancy");
    expect(bands(view)).toBe(true);
    view.show("energy");
    expect([bands(view), view.get().overlay]).toEqual([false, "energy"]);
  });

  it("stay when they were switched on by hand, and stay off when they were switched off by hand", () => {
    const view = createViewStore(usual);
    view.toggle("storey-bands");
    view.show("occupancy");
    view.show("none");
    expect(bands(view)).toBe(true);
    view.toggle("storey-bands");
    view.show("occupancy");
    view.toggle("storey-bands");
    expect(bands(view)).toBe(false);
    view.toggle("storey-bands");
    view.show("none");
    expect(bands(view)).toBe(true);
  });
});
