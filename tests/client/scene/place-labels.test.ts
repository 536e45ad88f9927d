import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LabelWish, placeLabels } from "../../../client/scene/layers/labels/place-labels.ts";
import { mostIn } from "../../../client/scene/layers/labels/label-layer.ts";
import type { ScreenRect } from "../../../client/scene/scene-props.ts";

const screen = { left: 6, top: 6, right: 1594, bottom: 894 };
const px = (max: number) => fc.integer({ min: 0, max });
const wish = fc.record({
  x: px(1600),
  y: px(900),
  width: px(120),
  height: fc.constant(23),
  weight: px(1000),
});
const rect = fc
  .record({ left: px(1500), top: px(850), width: px(500), height: px(200) })
  .map(({ left, top, width, height }) => ({ left, top, right: left + width + 1, bottom: top + height + 1 }));

const wishes = (list: readonly Omit<LabelWish, "id">[]): LabelWish[] =>
  list.map((each, id) => ({ ...each, id, width: each.width + 30 }));
const meet = (a: ScreenRect, b: ScreenRect): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

describe("names over roofs", () => {
  it("meet neither each other nor a panel, nor leave the picture, nor hang off their leader", () => {
    fc.assert(
      fc.property(
        fc.array(wish, { maxLength: 60 }),
        fc.array(rect, { maxLength: 12 }),
        fc.array(rect, { maxLength: 4 }),
        fc.constantFrom(1, 2.25),
        (list, towers, panels, scale) => {
          const placed = placeLabels(wishes(list), towers, panels, screen, 20, { scale, bearable: 0.9 });
          expect(placed.length).toBeLessThanOrEqual(20);
          placed.forEach((label, i) => {
            expect(placed.slice(i + 1).some((other) => meet(label, other))).toBe(false);
            expect(panels.some((panel) => meet(label, panel))).toBe(false);
            expect(label.left).toBeGreaterThanOrEqual(screen.left);
            expect(label.right).toBeLessThanOrEqual(screen.right);
            expect(label.top).toBeGreaterThanOrEqual(screen.top);
            expect(label.left).toBeLessThan(label.x);
            expect(label.right).toBeGreaterThan(label.x);
            expect(label.bottom).toBeLessThan(label.y);
          });
        },
      ),
    );
  });

  const one = { x: 800, y: 400, width: 60, height: 23, weight: 1, id: 0 };

  it("step aside rather than lie on a tower", () => {
    const tower = { left: 802, right: 900, top: 200, bottom: 500 };
    const [label] = placeLabels([one], [tower], [], screen, 20);
    expect(label && meet({ ...label, left: label.left + 12, right: label.right - 12 }, tower)).toBe(false);
  });

  it("are left out when their roof is under a panel", () => {
    const panel = { left: 700, right: 900, top: 395, bottom: 600 };
    expect(placeLabels([one], [], [panel], screen, 20)).toEqual([]);
  });

  it("give way to a heavier one", () => {
    const two = [one, { ...one, id: 1, x: 806, weight: 9 }];
    expect(placeLabels(two, [], [], { ...screen, top: 330 }, 20).map(({ id }) => id)[0]).toBe(1);
  });

  it("are fewer in a smaller pane, as many on a wall with larger type, and never none", () => {
    expect(mostIn({ widthPx: 1600, heightPx: 840 }, 1)).toBe(20);
    expect(mostIn({ widthPx: 890, heightPx: 560 }, 1)).toBe(11);
    expect(mostIn({ widthPx: 3840, heightPx: 2000 }, 2.25)).toBe(20);
    expect(mostIn({ widthPx: 360, heightPx: 300 }, 1)).toBe(5);
  });
});
