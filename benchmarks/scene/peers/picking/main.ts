// Our picker and the usual one, on the same devices and the same rays.
import {
  InstancedMesh,
  Matrix4,
  MeshBasicMaterial,
  PerspectiveCamera,
  Raycaster,
  SphereGeometry,
  Vector3,
} from "three";
import { eyeOf, rayOf } from "../../../../client/scene/camera/camera-space.ts";
import { ScenePicker } from "../../../../client/scene/picking/scene-picker.ts";
import { bytesPerDevice, type ReplicaDevice } from "../../../../client/replica/replica-view.ts";
import { devicePlaces } from "../../../../client/scene/layers/devices/device-places.ts";
import { usualView } from "../../../../client/view/usual-view.ts";
import type { CommunityDocument } from "../../../../models/community/community.ts";
import { fieldOfViewDeg } from "../../../../models/view/camera-fit.ts";
import { deviceId, kindId, partyId } from "../../../../models/ids.ts";
import { radiusM } from "../peer-scene.ts";

/** What so many pointer moves took, ms each, and how many of them met a device. */
export interface Picked {
  readonly tookMs: readonly number[];
  readonly met: number;
}

declare global {
  interface Window {
    picking?: Record<"ours" | "raycast", (moves: number) => Picked>;
  }
}

const [widthPx, heightPx] = [1600, 900];
const fetched = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();
const community = (await (await fetch("/community")).json()) as CommunityDocument;
const at = new Float32Array(await fetched("/places"));
const buildingOf = new Uint16Array(await fetched("/building-of"));
const buildings = community.buildings.filter(({ footprint }) => footprint.length > 0);
const { camera } = usualView(community, "operator");

const devices: ReplicaDevice[] = Array.from(buildingOf, (building, index) => ({
  index,
  device: {
    id: deviceId(`dev-${index}`),
    kind: kindId("irrigation"),
    name: { "zh-CN": "", en: "" },
    place: {
      building: buildings[building]?.id ?? null,
      storey: null,
      dwelling: null,
      space: null,
      at: [at[index * 3] ?? 0, at[index * 3 + 1] ?? 0, at[index * 3 + 2] ?? 0],
    },
    party: partyId("PM-ENG"),
    via: null,
    fedBy: null,
    origin: "live",
    points: [],
  },
  slots: [],
}));
const places = devicePlaces(devices, community.buildings, 0);

const picker = new ScenePicker(community);
picker.setDevices(devices, new Uint8Array(devices.length * bytesPerDevice), places);

const mesh = new InstancedMesh(
  new SphereGeometry(radiusM, 8, 6),
  new MeshBasicMaterial(),
  Math.max(1, devices.length),
);
const matrix = new Matrix4();
for (const { index } of devices)
  mesh.setMatrixAt(
    index,
    matrix.makeTranslation(places[index * 3] ?? 0, places[index * 3 + 1] ?? 0, places[index * 3 + 2] ?? 0),
  );
mesh.computeBoundingSphere();
const raycaster = new Raycaster();

const seenFrom = new PerspectiveCamera(fieldOfViewDeg, widthPx / heightPx, 1, 8000);
const [east, north, up] = eyeOf(camera);
seenFrom.position.set(east, up, -north);
seenFrom.lookAt(camera.target[0], camera.target[2], -camera.target[1]);
seenFrom.updateMatrixWorld();

/** Every other move of the pointer goes to a device, whether it is seen there or hidden; the others go anywhere. */
function pointerAt(move: number): { readonly x: number; readonly y: number } {
  const index = (move * 7919) % devices.length;
  const there = new Vector3().fromArray(places, index * 3).project(seenFrom);
  const seen = move % 2 === 0 && Math.abs(there.x) < 1 && Math.abs(there.y) < 1;
  return seen
    ? { x: ((there.x + 1) / 2) * widthPx, y: ((1 - there.y) / 2) * heightPx }
    : { x: widthPx * ((move * 0.618) % 1), y: heightPx * ((move * 0.755) % 1) };
}

/** The same walk of the pointer for both. */
function measured(moves: number, meets: (x: number, y: number) => boolean): Picked {
  const tookMs: number[] = [];
  let met = 0;
  for (let n = 0; n < moves; n++) {
    const { x, y } = pointerAt(n);
    const fromMs = performance.now();
    const meet = meets(x, y);
    tookMs.push(performance.now() - fromMs);
    if (meet) met++;
  }
  return { tookMs, met };
}

window.picking = {
  ours: (moves) =>
    measured(moves, (x, y) => picker.pick(camera, { x, y }, widthPx, heightPx, true)?.kind === "device"),
  raycast: (moves) =>
    measured(moves, (x, y) => {
      const d = rayOf(camera, (2 * x) / widthPx - 1, 1 - (2 * y) / heightPx, widthPx / heightPx);
      raycaster.set(new Vector3(east, up, -north), new Vector3(d[0], d[2], -d[1]));
      return raycaster.intersectObject(mesh).length > 0;
    }),
};
