import { describe, expect, it } from "vitest";
import { placeBounds } from "../../../models/community/place-bounds.ts";
import { possiblyPlaced } from "../../../models/device/possible-place.ts";
import { readDescription } from "../../../models/device/description.ts";
import { deviceId } from "../../../models/ids.ts";
import { community, demoOf } from "../demo/xinghe-demo.ts";

const bounds = placeBounds(community);
const described = (at: object) => {
  const read = readDescription(deviceId("lamp-1"), { kind: "street_light", at }, () => null);
  if (!read.ok) throw new Error(read.problem.en);
  return possiblyPlaced(read.device, bounds);
};

describe("where a device can be", () => {
  it("is where every device of the demo is", () => {
    const { devices } = demoOf();
    const faults = devices.filter(
      ({ place: { building, storey, at } }) =>
        (storey !== null && bounds.storeyFault(building, storey)) || bounds.positionFault(at),
    );
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    [{ building: "B-5", storey: 99 }, "at: B-5 has no storey 99: it has 26"],
    [{ building: "B-5", storey: 27 }, "at: B-5 has no storey 27: it has 26"],
    [{ building: "B-5", storey: 26 }, undefined],
    [{ storey: 0 }, "at: there is no storey 0: 1 is the ground floor, -1 below it"],
    [{ storey: -7 }, "at: there is no storey -7: the lowest is -2"],
    [{ storey: 99 }, "at: there is no storey 99: the highest is 33"],
    [{ storey: -2 }, undefined],
    [
      { position: [99999, 0, 0] },
      "at: the position (east, north, up 99999, 0, 0 m) lies far outside the site; mend its coordinates",
    ],
    [{ position: [0, 0, 5000] }, expect.stringContaining("far outside")],
    [{ position: [-300, -300, 0] }, undefined],
  ])("%j: %s", (at, sentence) => expect(described(at).misplaced?.en).toEqual(sentence));

  it("keeps the device and what of its place can be", () => {
    const { device } = described({ building: "B-5", storey: 99, position: [10, 20, 3] });
    expect(device.place).toMatchObject({ building: "B-5", storey: null, at: [10, 20, 3] });
    expect(described({ storey: 3, position: [0, 99999, 0] }).device.place).toMatchObject({
      storey: 3,
      at: null,
    });
  });

  it("is not held to storeys nobody knows", () => {
    const unknown = placeBounds({
      ...community,
      spaces: [],
      buildings: [{ ...community.buildings[0]!, storeys: null }],
    });
    expect(unknown.storeyFault(String(community.buildings[0]!.id), 120)).toBeNull();
    expect([unknown.storeyFault(null, 200), unknown.storeyFault(null, -9)]).toEqual([null, null]);
    expect(unknown.storeyFault(null, -11)?.en).toContain("the lowest is -10");
  });
});
