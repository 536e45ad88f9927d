import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eyeOf, rayOf } from "../../../../client/scene/camera/camera-space.ts";
import { BuildingPicker } from "../../../../client/scene/picking/building-picker.ts";
import { ScenePicker } from "../../../../client/scene/picking/scene-picker.ts";
import type { SceneHit } from "../../../../client/scene/scene-props.ts";
import { communityDocument } from "../../../../models/community/community.ts";
import type { Camera } from "../../../../models/view/view-state.ts";
import { twoHouses } from "../../../models/community/two-houses.ts";
import { smallReplica } from "../../components/small-replica.ts";

const community = communityDocument(twoHouses);
const [widthPx, heightPx] = [800, 600];
/** From the south, level with the upper floor; the western house spans 10 … 30 m, the eastern 70 … 90 m. */
const camera: Camera = { target: [20, 15, 5], distanceM: 60, headingDeg: 0, tiltDeg: 3 };
const middle = { x: widthPx / 2, y: heightPx / 2 };

/** One device before the western house's south wall, in the middle of the picture, and one far behind that house. */
function pickerOf(severityBehind = 0) {
  const replica = smallReplica([
    { id: "front", kind: "camera" },
    { id: "behind", kind: "camera", severity: severityBehind },
  ]);
  const picker = new ScenePicker(community);
  return {
    picker,
    place: (front: readonly number[], behind: readonly number[]) =>
      picker.setDevices(
        replica.devices.get(),
        replica.deviceBytes(),
        Float32Array.from([...front, ...behind]),
      ),
  };
}

const pick = (picker: ScenePicker, at = middle, withDevices = true): SceneHit | null =>
  picker.pick(camera, at, widthPx, heightPx, withDevices);
const nowhere = [Number.NaN, Number.NaN, Number.NaN];

describe("what is under the pointer", () => {
  it("is a device before the building it hangs on, unless devices are not shown", () => {
    const { picker, place } = pickerOf();
    place([20, 5, -14], nowhere);
    expect(pick(picker)).toMatchObject({ kind: "device", device: "front", screen: middle });
    expect(pick(picker, middle, false)).toMatchObject({ kind: "building", building: "west" });
  });

  it("is the building where the device is behind it, and the device where that is urgent", () => {
    // On the same ray as the middle of the picture, past the house.
    const behind = [20, 5 - 25 * Math.tan((3 * Math.PI) / 180), -40];
    const calm = pickerOf();
    calm.place(nowhere, behind);
    expect(pick(calm.picker)).toMatchObject({ kind: "building", building: "west" });
    const urgent = pickerOf(4);
    urgent.place(nowhere, behind);
    expect(pick(urgent.picker)).toMatchObject({ kind: "device", device: "behind" });
  });

  it("is a storey of the building, and nothing in the sky", () => {
    const { picker } = pickerOf();
    expect(pick(picker)).toMatchObject({ kind: "building", building: "west", storey: 2 });
    expect(pick(picker, { x: middle.x, y: middle.y + 60 })).toMatchObject({ storey: 1 });
    expect(pick(picker, { x: middle.x, y: 5 })).toBeNull();
  });

  it("is the object of a city model where there is one, with the building it belongs to", () => {
    const { picker } = pickerOf();
    const positions = Float32Array.from([0, 12, 0, 40, 12, 0, 20, 12, 40]);
    picker.setMesh({
      positions,
      normals: new Float32Array(9),
      surfaces: new Uint8Array(3),
      objectOf: new Uint32Array(3),
      objects: [
        {
          id: "wall-1",
          type: "BuildingPart",
          building: twoHouses.buildings[1]!.id,
          lod: "2",
          firstVertex: 0,
          vertexCount: 3,
          extent: { min: [0, 12, 0], max: [40, 12, 40] },
          attributes: {},
        },
      ],
    });
    expect(pick(picker)).toMatchObject({ kind: "object", object: "wall-1", building: "east" });
    picker.setMesh(null);
    expect(pick(picker)).toMatchObject({ kind: "building", building: "west" });
  });

  it("is what the ray through that pixel meets, wherever the camera is", () => {
    const cameras = fc.record({
      target: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 40 }), fc.constant(3)),
      distanceM: fc.integer({ min: 20, max: 300 }),
      headingDeg: fc.integer({ min: 0, max: 359 }),
      tiltDeg: fc.integer({ min: 8, max: 85 }),
    });
    const alone = new BuildingPicker(twoHouses.buildings);
    const { picker } = pickerOf();
    fc.assert(
      fc.property(cameras, fc.nat({ max: 799 }), fc.nat({ max: 599 }), (from, x, y) => {
        const [east, north, up] = eyeOf(from);
        const d = rayOf(from, (2 * x) / 800 - 1, 1 - (2 * y) / 600, 800 / 600);
        const hit = alone.pick({ ox: east, oy: up, oz: -north, dx: d[0], dy: d[2], dz: -d[1] });
        const found = picker.pick(from, { x, y }, 800, 600, true);
        const expected = hit && { building: twoHouses.buildings[hit.building]!.id, storey: hit.storey };
        if (expected) expect(found).toMatchObject({ kind: "building", ...expected });
        else expect(found).toBeNull();
      }),
    );
  });
});
