import type { CommunityDocument } from "../../../models/community/community.ts";
import { kindId } from "../../../models/ids.ts";
import { ActivityByte, bytesPerDevice, type ReplicaDevice } from "../../replica/replica-view.ts";
import type { BarrierLayer } from "../layers/barriers/barrier-layer.ts";
import { Told } from "../layers/lamps/lamp-layer.ts";
import type { LampLights } from "../layers/lamps/lamp-lights.ts";
import { lampFinder } from "./nearest-lamp.ts";
import { roadHeading } from "./road-heading.ts";

const lampKind = kindId("street_light");
const barrierKind = kindId("vehicle_gate");

/** The layers whose things do what their devices say. */
interface Following {
  readonly lamps: Pick<LampLights, "tell" | "forget">;
  readonly barriers: Pick<BarrierLayer, "set" | "lift">;
}

/** Things of the picture that are a device: lamps shine and barriers rise as their devices say. */
export class Things {
  readonly #community: CommunityDocument;
  readonly #layers: Following;
  readonly #lampAt: ReturnType<typeof lampFinder>;
  #bytes: Uint8Array = new Uint8Array(0);
  #lampOf = new Int32Array(0);
  #barrierOf = new Int32Array(0);

  constructor(community: CommunityDocument, layers: Following) {
    this.#community = community;
    this.#layers = layers;
    this.#lampAt = lampFinder(community.assets);
  }

  /** `bytes` is the replica's own buffer and stays shared. */
  setDevices(devices: readonly ReplicaDevice[], bytes: Uint8Array): void {
    this.#bytes = bytes;
    this.#lampOf = new Int32Array(devices.length).fill(-1);
    this.#barrierOf = new Int32Array(devices.length).fill(-1);
    const barriers = devices.flatMap(({ device }) => {
      const { at } = device.place;
      return device.kind === barrierKind && at
        ? [{ at, headingDeg: roadHeading(this.#community.roads, at) }]
        : [];
    });
    let barrier = 0;
    for (const { index, device } of devices) {
      if (device.kind === lampKind) this.#lampOf[index] = this.#lampAt(device.place.at);
      else if (device.kind === barrierKind && device.place.at) this.#barrierOf[index] = barrier++;
    }
    this.#layers.lamps.forget();
    this.#layers.barriers.set(barriers);
    for (const { index } of devices) this.#follow(index);
  }

  /** Whether a device is one of the things that can be seen itself. */
  isSeen(index: number): boolean {
    return (this.#lampOf[index] ?? -1) >= 0;
  }

  /** So many devices changed. True when a barrier moved; lamps are shown by whoever settles them. */
  noteChanged(indices: Uint32Array, count: number): boolean {
    let moved = false;
    for (let at = 0; at < count; at++) moved = this.#follow(indices[at] ?? 0) || moved;
    return moved;
  }

  #follow(index: number): boolean {
    const lamp = this.#lampOf[index] ?? -1;
    const barrier = this.#barrierOf[index] ?? -1;
    if (lamp < 0 && barrier < 0) return false;
    const activity = this.#bytes[index * bytesPerDevice + 3] ?? ActivityByte.untold;
    if (lamp >= 0) this.#layers.lamps.tell(lamp, toldBy(activity));
    const { idle, full } = ActivityByte;
    return barrier >= 0 && this.#layers.barriers.lift(barrier, Math.max(0, activity - idle) / (full - idle));
  }
}

function toldBy(activity: number): Told {
  if (activity === ActivityByte.untold) return Told.nothing;
  return activity === ActivityByte.idle ? Told.off : Told.on;
}
