import { describe, expect, it } from "vitest";
import {
  deviceSpeech,
  filterDevices,
  orderDevices,
  type DeviceFilter,
  type DeviceLook,
  type DeviceSpeech,
} from "../../../client/components/list/device-filter.ts";
import { withoutPrefix } from "../../../client/components/without-prefix.ts";
import { DeviceFlag } from "../../../client/replica/replica-view.ts";
import { kindOf } from "../../../models/device/catalogue.ts";
import { kindId } from "../../../models/ids.ts";
import type { Language } from "../../../models/language/text.ts";
import { smallReplica } from "./small-replica.ts";

const replica = smallReplica([
  { id: "lift-10", kind: "lift", building: "A-1" },
  { id: "lift-2", kind: "lift", building: "B-1", severity: 3 },
  { id: "cam-1", kind: "camera", building: "A-1", flags: DeviceFlag.stale },
  { id: "cam-2", kind: "camera", building: "B-1", flags: DeviceFlag.uncertain },
]);
const devices = replica.devices.get();
const languages = ["zh-CN", "en"] as const;
const speechIn = (language: Language): readonly DeviceSpeech[] =>
  devices.map(({ device }) => {
    const place = `${device.place.building} ${language === "en" ? "Floor 3" : "3 层"}`;
    return deviceSpeech(device.id, device.name[language], kindOf(device.kind)!.name[language], place);
  });
/** Cameras have never said anything of themselves; the second lift last spoke before the first. */
const look: DeviceLook = { bytes: replica.deviceBytes(), atMs: Float64Array.of(9000, 4000, 0, 0) };

function find(part: Partial<DeviceFilter>, language: Language = "en"): string[] {
  const filter: DeviceFilter = { words: "", kind: null, standing: "every", order: "name", ...part };
  const speech = speechIn(language);
  const ordered = orderDevices(speech, filter.order, new Intl.Collator(language, { numeric: true }));
  return filterDevices(devices, speech, look, filter, ordered).map((i) => devices[i]!.device.id);
}

describe("the list of devices", () => {
  it("is in the order of names, numbers as numbers", () => {
    expect(find({})).toEqual(["cam-1", "cam-2", "lift-2", "lift-10"]);
  });

  it("puts the worst first, the rest by name", () => {
    expect(find({ order: "state" })).toEqual(["lift-2", "cam-1", "cam-2", "lift-10"]);
  });

  it("keeps those in whose words every word occurs", () => {
    expect(find({ words: "  a-1  LIFT" })).toEqual(["lift-10"]);
    expect(find({ words: "a-1 boiler" })).toEqual([]);
  });

  it.each(languages)("is found by name, kind, id and place in %s", (language) => {
    const [lift, floor] = language === "en" ? ["Lift", "floor 3"] : ["电梯", "3 层"];
    expect(find({ words: lift }, language).toSorted()).toEqual(["lift-10", "lift-2"]);
    expect(find({ words: `${lift} b-1` }, language)).toEqual(["lift-2"]);
    expect(find({ words: `${floor} CAM-1` }, language)).toEqual(["cam-1"]);
    expect(find({ words: floor }, language)).toHaveLength(4);
  });

  it("knows the wide letters of a Chinese keyboard", () => {
    expect(find({ words: "Ｂ－１　电梯" }, "zh-CN")).toEqual(["lift-2"]);
  });

  it("puts the oldest value first and those that never had one last, both by name", () => {
    expect(find({ order: "age" })).toEqual(["lift-2", "lift-10", "cam-1", "cam-2"]);
  });

  it.each(languages)(
    "is in the order of kinds and of places in %s, the same ones as they came",
    (language) => {
      expect(find({ order: "place" }, language)).toEqual(["lift-10", "cam-1", "lift-2", "cam-2"]);
      const byKind = find({ order: "kind" }, language).map((id) => id.split("-")[0]);
      expect(new Set(byKind.slice(0, 2)).size).toBe(1);
      expect(new Set(byKind).size).toBe(2);
    },
  );

  it("keeps a kind, or a standing", () => {
    expect(find({ kind: kindId("camera") })).toEqual(["cam-1", "cam-2"]);
    expect(find({ standing: "alerting" })).toEqual(["lift-2"]);
    expect(find({ standing: "stale" })).toEqual(["cam-1"]);
    expect(find({ standing: "poor" })).toEqual(["cam-2"]);
    expect(find({ standing: "abnormal" })).toEqual(["cam-1", "cam-2", "lift-2"]);
  });
});

describe("names in a list", () => {
  it("do without the name of the place they are all in", () => {
    expect(withoutPrefix("Garden A-1 lift", "Garden")).toBe("A-1 lift");
    expect(withoutPrefix("Gardening shed", "Garden")).toBe("Gardening shed");
    expect(withoutPrefix("Garden", "Garden")).toBe("Garden");
  });
});
