import type { CityMesh, CommunityDocument } from "../../../models/community/community.ts";
import { fieldOfViewDeg } from "../../../models/view/camera-fit.ts";
import type { Camera } from "../../../models/view/view-state.ts";
import type { ReplicaDevice } from "../../replica/replica-view.ts";
import { eyeOf, rayOf } from "../camera/camera-space.ts";
import type { SceneHit, ScreenPoint } from "../scene-props.ts";
import { BuildingPicker } from "./building-picker.ts";
import { DevicePicker } from "./device-picker.ts";
import { ObjectPicker } from "./object-picker.ts";
import type { Ray } from "./ray.ts";

/** What lies under a point of the screen: a device before a city object before a building. */
export class ScenePicker {
  readonly #community: CommunityDocument;
  readonly #buildings: BuildingPicker;
  #objects: ObjectPicker | null = null;
  #mesh: CityMesh | null = null;
  #devices: DevicePicker | null = null;
  #list: readonly ReplicaDevice[] = [];
  #bytes: Uint8Array = new Uint8Array(0);
  #typeScale = 1;

  constructor(community: CommunityDocument) {
    this.#community = community;
    this.#buildings = new BuildingPicker(community.mesh ? [] : community.buildings);
  }

  setTypeScale(scale: number): void {
    this.#typeScale = scale;
  }

  setMesh(mesh: CityMesh | null): void {
    this.#mesh = mesh;
    this.#objects = mesh ? new ObjectPicker(mesh) : null;
  }

  setDevices(
    list: readonly ReplicaDevice[],
    bytes: Uint8Array,
    places: Float32Array,
    reaches: Float32Array | null = null,
  ): void {
    this.#list = list;
    this.#bytes = bytes;
    this.#devices = new DevicePicker(places, (i) => list[i]?.device.place.building ?? null, reaches);
  }

  pick(
    camera: Camera,
    screen: ScreenPoint,
    widthPx: number,
    heightPx: number,
    withDevices: boolean,
  ): SceneHit | null {
    const ray = this.#ray(camera, screen, widthPx, heightPx);
    const object = this.#objects?.pick(ray) ?? null;
    const building = this.#buildings.pick(ray);
    const wallM = Math.min(object?.distanceM ?? Infinity, building?.distanceM ?? Infinity);
    const pixelsPerMetre = heightPx / (2 * Math.tan((fieldOfViewDeg * Math.PI) / 360));
    const index = withDevices
      ? (this.#devices?.pick(ray, this.#bytes, pixelsPerMetre, wallM, this.#typeScale) ?? -1)
      : -1;
    const device = this.#list[index]?.device.id;
    if (device !== undefined) return { kind: "device", device, screen };
    if (object && object.distanceM <= wallM) {
      const found = this.#mesh?.objects[object.object];
      if (found) return { kind: "object", object: found.id, building: found.building, screen };
    }
    const id = building && this.#community.buildings[building.building]?.id;
    return building && id !== null && id !== undefined
      ? { kind: "building", building: id, storey: building.storey, screen }
      : null;
  }

  #ray(camera: Camera, { x, y }: ScreenPoint, widthPx: number, heightPx: number): Ray {
    const [east, north, up] = eyeOf(camera);
    const d = rayOf(camera, (2 * x) / widthPx - 1, 1 - (2 * y) / heightPx, widthPx / heightPx);
    return { ox: east, oy: up, oz: -north, dx: d[0], dy: d[2], dz: -d[1] };
  }
}
