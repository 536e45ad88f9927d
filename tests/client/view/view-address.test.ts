import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keepAddress } from "../../../client/view/view-address.ts";
import { createViewStore } from "../../../client/view/view-store.ts";
import { usualView } from "../../../client/view/usual-view.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";
import { deviceId } from "../../../models/ids.ts";
import { viewToQuery } from "../../../models/view/view-url.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";

const usual = usualView(communityDocument(xingheGarden()), "operator");

/** A browser that remembers entries, and how often it was written to. */
class HandBar {
  readonly entries = [""];
  at = 0;
  writes = 0;
  #listener: ((search: string) => void) | null = null;
  readonly replace = (search: string): void => {
    this.writes++;
    this.entries[this.at] = search;
  };
  readonly push = (search: string): void => {
    this.writes++;
    this.entries.splice(++this.at, Infinity, search);
  };
  readonly onMove = (listener: (search: string) => void): (() => void) => {
    this.#listener = listener;
    return () => (this.#listener = null);
  };
  move(by: 1 | -1): void {
    if (this.entries[this.at + by] === undefined) return;
    this.at += by;
    this.#listener?.(this.entries[this.at] ?? "");
  }
  get search(): URLSearchParams {
    return new URLSearchParams(this.entries[this.at]);
  }
}

const rig = () => {
  const clock = new HandClock();
  const view = createViewStore(usual);
  const bar = new HandBar();
  const stop = keepAddress(view, usual, clock, bar);
  return { clock, view, bar, stop };
};

describe("the address", () => {
  it("follows once the view has settled, and is bare for the usual view", () => {
    const { clock, view, bar, stop } = rig();
    for (let i = 0; i < 50; i++) {
      view.look({ ...usual.camera, headingDeg: i });
      clock.advance(20);
    }
    clock.advance(1000);
    expect([bar.writes, bar.entries.length]).toEqual([1, 1]);
    expect(bar.search.has("cam")).toBe(true);
    view.look(usual.camera);
    clock.advance(1000);
    expect(bar.entries).toEqual([""]);
    stop();
    view.look({ ...usual.camera, headingDeg: 9 });
    view.selectDevice(deviceId("lift-1"));
    clock.advance(1000);
    expect(bar.entries).toEqual([""]);
  });

  it("has an entry for another selection or page, and none for camera, layers, overlay, picture or filter", () => {
    const { clock, view, bar } = rig();
    view.toggle("trees");
    view.show("energy");
    view.turnTo("plan");
    view.filterAlarms({ ...usual.alarmFilter, words: "lift" });
    clock.advance(1000);
    expect(bar.entries).toHaveLength(1);
    view.selectDevice(deviceId("lift-1"));
    clock.advance(0);
    view.open("alarms");
    clock.advance(0);
    expect(bar.entries.map((each) => new URLSearchParams(each).get("sel"))).toEqual([
      null,
      "device:lift-1",
      "device:lift-1",
    ]);
    expect(bar.search.get("page")).toBe("alarms");
  });

  it("has one entry for a page and a selection that come in one turn, and none for a turn that ends where it began", () => {
    const { clock, view, bar } = rig();
    view.open("alarms");
    view.selectDevice(deviceId("lift-1"));
    clock.advance(0);
    expect(bar.entries).toHaveLength(2);
    view.open("map");
    view.open("alarms");
    clock.advance(0);
    expect(bar.entries).toHaveLength(2);
  });

  it("leads back to a place as it was left, and forward again, without an entry more", () => {
    const { clock, view, bar } = rig();
    const camera = { ...usual.camera, headingDeg: 77 };
    view.look(camera);
    view.selectDevice(deviceId("lift-1"));
    clock.advance(1000);
    bar.move(-1);
    clock.advance(1000);
    expect(view.get().selection.kind).toBe("none");
    expect(view.get().camera.headingDeg).toBe(77);
    bar.move(1);
    clock.advance(1000);
    expect(view.get().selection).toEqual({ kind: "device", device: "lift-1" });
    expect(bar.entries).toHaveLength(2);
  });

  it("stands, whatever is done and however one goes back and forth, for what is looked at once it has settled", () => {
    const step = fc.constantFrom(
      "lift-1",
      "lift-2",
      "none",
      "alarms",
      "map",
      "turn",
      "back",
      "forth",
      "wait",
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { clock, view, bar } = rig();
        for (const each of steps) {
          if (each === "back") bar.move(-1);
          else if (each === "forth") bar.move(1);
          else if (each === "wait") clock.advance(100);
          else if (each === "turn")
            view.look({ ...usual.camera, headingDeg: view.get().camera.headingDeg + 1 });
          else if (each === "alarms" || each === "map") view.open(each);
          else view.select(each === "none" ? { kind: "none" } : { kind: "device", device: deviceId(each) });
        }
        clock.advance(1000);
        expect(bar.search.toString()).toBe(viewToQuery(view.get(), usual));
      }),
    );
  });
});
