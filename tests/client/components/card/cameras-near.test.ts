import { describe, expect, it } from "vitest";
import { camerasNear } from "../../../../client/components/card/cameras-near.ts";
import type { ReplicaDevice } from "../../../../client/replica/replica-view.ts";
import { buildingId, deviceId, kindId, partyId } from "../../../../models/ids.ts";
import { text } from "../../../../models/language/text.ts";

type At = readonly [number, number, number] | null;

let index = 0;
const device = (
  id: string,
  kind: string,
  building: string | null,
  storey: number | null,
  at: At,
): ReplicaDevice => ({
  index: index++,
  slots: [],
  device: {
    ...{ id: deviceId(id), kind: kindId(kind), name: text(id, id), party: partyId("PM-SEC") },
    ...{ via: null, fedBy: null, origin: "live", points: [] },
    place: {
      building: building === null ? null : buildingId(building),
      storey,
      dwelling: null,
      space: null,
      at,
    },
  },
});
const door = device("door", "door_access", "B-5", 1, [0, 0, 0]);
const named = (cameras: readonly ReplicaDevice[], of = door, most = 3) =>
  camerasNear([door, ...cameras], of, most).map(({ camera }) => camera.device.id);

describe("cameras nearby", () => {
  it("are those of the storey before nearer ones above and outside, at most so many", () => {
    const cameras = [
      device("above", "camera", "B-5", 2, [0, 1, 3]),
      device("outside", "camera", null, null, [3, 0, 4]),
      device("hall", "camera", "B-5", 1, [10, 0, 0]),
      device("far", "camera", null, null, [200, 0, 4]),
      device("lamp", "street_light", null, null, [1, 0, 4]),
    ];
    expect(named(cameras)).toEqual(["hall", "above", "outside"]);
    expect(named(cameras, door, 5)).toEqual(["hall", "above", "outside", "far"]);
  });

  it("never are the camera itself, nor one of which nothing says that it is near", () => {
    const nowhere = device("nowhere", "camera", null, null, null);
    const upstairs = device("upstairs", "camera", "B-5", 9, null);
    const own = device("own", "throw_camera", null, null, [0, 0, 9]);
    expect(named([nowhere, upstairs, own], own)).toEqual([]);
    expect(named([nowhere, upstairs])).toEqual(["upstairs"]);
    expect(camerasNear([upstairs], door, 3)[0]?.distanceM).toBeNull();
  });
});
