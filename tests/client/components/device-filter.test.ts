import { describe, expect, it } from "vitest";
import {
  filterDevices,
  orderDevices,
  type DeviceFilter,
  type DeviceSpeech,
} from "../../../client/components/list/device-filter.ts";
import { withoutPrefix } from "../../../client/components/without-prefix.ts";
import { DeviceFlag } from "../../../client/replica/replica-view.ts";
import { kindId } from "../../../models/ids.ts";
import { smallReplica } from "./small-replica.ts";

const replica = smallReplica([
  { id: "lift-10", kind: "lift", building: "A-1" },
  { id: "lift-2", kind: "lift", building: "B-1", severity: 3 },
  { id: "cam-1", kind: "camera", building: "A-1", flags: DeviceFlag.stale },
  { id: "cam-2", kind: "camera", building: "B-1", flags: DeviceFlag.uncertain },
]);
const devices = replica.devices.get();
const speech: readonly DeviceSpeech[] = devices.map(({ device }) => {
  const place = device.place.building ?? "";
  const name = device.name.en;
  return { name, kind: device.kind, place, haystack: `${name} ${device.id} ${place}`.toLowerCase() };
});
const collator = new Intl.Collator("en", { numeric: true });
const find = (part: Partial<DeviceFilter>): string[] => {
  const filter: DeviceFilter = { words: "", kind: null, standing: "every", order: "name", ...part };
  const ordered = orderDevices(speech, filter.order, collator);
  return filterDevices(devices, speech, replica.deviceBytes(), filter, ordered).map(
    (i) => devices[i]!.device.id,
  );
};

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
