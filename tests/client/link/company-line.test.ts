import { describe, expect, it } from "vitest";
import { CompanyLine } from "../../../client/link/company-line.ts";
import { tellLook } from "../../../client/view/tell-look.ts";
import { createViewStore } from "../../../client/view/view-store.ts";
import { usualView } from "../../../client/view/usual-view.ts";
import { nobodyElse, atTheMap, type Look } from "../../../models/presence/presence.ts";
import { alarmIdOf, type AlarmId, deviceId } from "../../../models/ids.ts";
import { signal } from "../../../models/signal.ts";
import { xingheGarden } from "../../../models/communities/index.ts";
import { communityDocument } from "../../../models/community/community.ts";

const rig = () => {
  const told: Look[] = [];
  const rings: (() => void)[] = [];
  const wire = {
    ask: () => undefined,
    tell: (_event: string, look: never) => void told.push(look),
    close() {},
  };
  const state = { open: true };
  const line = new CompanyLine(
    () => (state.open ? wire : null),
    (_delayMs, act) => rings.push(act),
  );
  return { line, told, state, ring: () => rings.shift()?.() };
};
const page = (name: Look["page"]): Look => ({ ...atTheMap, page: name });

describe("what colleagues are told of what one looks at", () => {
  it("PR5 goes out at once, then at most once in a while, the newest in place of those between", () => {
    const { line, told, ring } = rig();
    line.tell(page("alarms"));
    line.tell(page("measures"));
    line.tell(page("map"));
    expect(told).toEqual([page("alarms")]);
    ring();
    expect(told).toEqual([page("alarms"), page("map")]);
    ring();
    expect(told).toHaveLength(2);
  });

  it("PR4 is told again once a new connection watches, and colleagues are unknown in between", () => {
    const { line, told, state, ring } = rig();
    line.tell(page("alarms"));
    line.take({ colleagues: [], more: 3 });
    state.open = false;
    line.cut();
    expect(line.company.get()).toBe(nobodyElse);
    ring();
    line.tell(page("measures"));
    state.open = true;
    line.begin();
    expect(told).toEqual([page("alarms"), page("measures")]);
  });

  it("PR3 is page, selection, the alarm one writes on and until when one hears none: not where the camera stands", () => {
    const told: Look[] = [];
    const view = createViewStore(usualView(communityDocument(xingheGarden()), "operator"));
    const writingOn = signal<AlarmId | null>(null);
    const sound = signal<{ blocked: boolean; mutedUntilMs: number | null }>({
      blocked: false,
      mutedUntilMs: null,
    });
    tellLook({ tell: (look) => void told.push(look) }, view, writingOn, sound);
    view.look({ ...view.get().camera, headingDeg: 33 });
    view.toggle("trees");
    view.selectDevice(deviceId("lift-1"));
    writingOn.set(alarmIdOf("lift-1/load#high"));
    sound.set({ blocked: true, mutedUntilMs: null });
    writingOn.set(null);
    sound.set({ blocked: true, mutedUntilMs: 600_000 });
    expect(told).toEqual([
      atTheMap,
      { ...atTheMap, selection: { kind: "device", device: "lift-1" } },
      { ...atTheMap, selection: { kind: "device", device: "lift-1" }, writingOn: "lift-1/load#high" },
      { ...atTheMap, selection: { kind: "device", device: "lift-1" } },
      { ...atTheMap, selection: { kind: "device", device: "lift-1" }, mutedUntilMs: 600_000 },
    ]);
  });
});
