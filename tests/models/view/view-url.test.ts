import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildingId, deviceId, gridCellId } from "../../../models/ids.ts";
import { layers, overlays, pages, pictures, type ViewState } from "../../../models/view/view-state.ts";
import { usualAlarmFilter } from "../../../models/view/alarm-filter.ts";
import { viewFromQuery, viewToQuery } from "../../../models/view/view-url.ts";
import { alarmFilters } from "./alarm-filters.ts";

const usual: ViewState = {
  camera: { target: [230, 200, 0], distanceM: 600, headingDeg: 330, tiltDeg: 25 },
  clock: { mode: "live" },
  selection: { kind: "none" },
  layers: new Set(layers),
  overlay: "none",
  picture: "scene",
  page: "map",
  alarmFilter: usualAlarmFilter,
};

const tenths = (min: number, max: number) => fc.integer({ min: min * 10, max: max * 10 }).map((n) => n / 10);
const name = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme-ascii" });
const born = <T>(make: (text: string) => T) =>
  name
    .filter((text) => {
      try {
        make(text);
        return true;
      } catch {
        return false;
      }
    })
    .map(make);
const views: fc.Arbitrary<ViewState> = fc.record({
  camera: fc.record({
    target: fc.tuple(tenths(-5000, 5000), tenths(-5000, 5000), tenths(-100, 400)),
    distanceM: tenths(1, 9000),
    headingDeg: tenths(0, 359),
    tiltDeg: tenths(0, 90),
  }),
  clock: fc.oneof(
    fc.constant({ mode: "live" as const }),
    fc.integer({ min: 0, max: 4e12 }).map((atMs) => ({ mode: "at" as const, atMs })),
  ),
  selection: fc.oneof(
    fc.constant({ kind: "none" as const }),
    born(deviceId).map((device) => ({ kind: "device" as const, device })),
    fc.record({
      kind: fc.constant("building" as const),
      building: born(buildingId),
      storey: fc.option(fc.integer({ min: -9, max: 99 })),
    }),
    born(gridCellId).map((cell) => ({ kind: "cell" as const, cell })),
    name.map((object) => ({ kind: "object" as const, object })),
  ),
  layers: fc.subarray([...layers]).map((some) => new Set(some)),
  overlay: fc.constantFrom(...overlays),
  picture: fc.constantFrom(...pictures),
  page: fc.constantFrom(...pages),
  alarmFilter: alarmFilters,
});

describe("the view in a link", () => {
  it("VW1 a view written to a link and read back is the same view", () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(viewFromQuery(viewToQuery(view, usual), usual)).toEqual(view);
      }),
    );
  });

  it("VW2 the usual view writes an empty link", () => {
    expect(viewToQuery(usual, usual)).toBe("");
  });

  it("VW3 whatever stands in a link, reading it gives a view", () => {
    const parts = fc.dictionary(fc.constantFrom("cam", "at", "sel", "layers", "overlay", "pic"), fc.string());
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          parts.map((some) => new URLSearchParams(some).toString()),
        ),
        (text) => {
          const view = viewFromQuery(text, usual);
          expect(viewFromQuery(viewToQuery(view, usual), usual).selection).toEqual(view.selection);
          expect(view.camera.distanceM).toBeGreaterThan(0);
        },
      ),
    );
    expect(viewFromQuery("cam=1,2,3&sel=device:&overlay=heat&pic=globe&page=moon", usual)).toEqual(usual);
  });

  it("VW4 a link says which picture is shown, and nothing else of the view depends on it", () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...pictures), (view, picture) => {
        const turned = viewFromQuery(viewToQuery({ ...view, picture }, usual), usual);
        expect(turned).toEqual({ ...view, picture });
      }),
    );
    expect(viewToQuery({ ...usual, picture: "plan" }, usual)).toBe("pic=plan");
  });

  it("VW5 a link says which page is open, and nothing else of the view depends on it", () => {
    fc.assert(
      fc.property(views, fc.constantFrom(...pages), (view, page) => {
        expect(viewFromQuery(viewToQuery({ ...view, page }, usual), usual)).toEqual({ ...view, page });
      }),
    );
    expect(viewToQuery({ ...usual, page: "alarms" }, usual)).toBe("page=alarms");
  });
});
