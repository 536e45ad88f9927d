import { describe, expect, it } from "vitest";
import { overScene } from "../../../client/components/over-scene.ts";

type Sides = readonly [left: number, top: number, right: number, bottom: number];

const boxed = ([left, top, right, bottom]: Sides) => ({
  getBoundingClientRect: () => ({ left, top, right, bottom, width: right - left, height: bottom - top }),
});

/** A scene at (300, 80) to (1200, 680), and panels on its page. */
function page(panels: readonly Sides[]): Element {
  const asked: string[] = [];
  const scene = {
    ...boxed([300, 80, 1200, 680]),
    ownerDocument: {
      querySelectorAll(selector: string) {
        asked.push(selector);
        return selector === "[data-over-scene]" ? panels.map(boxed) : [];
      },
    },
  };
  return scene as unknown as Element;
}

describe("panels over the scene", () => {
  it("are told in the scene's own pixels", () =>
    expect(overScene(page([[320, 600, 700, 670]]))).toEqual([
      { left: 20, top: 520, right: 400, bottom: 590 },
    ]));

  it("are left out when hidden, or when they lie beside it", () =>
    expect(
      overScene(
        page([
          [0, 0, 0, 0],
          [0, 0, 290, 900],
          [1300, 0, 1500, 900],
        ]),
      ),
    ).toEqual([]));
});
