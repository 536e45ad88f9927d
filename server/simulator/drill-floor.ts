import type { Demo } from "../../models/demo/demo.ts";
import type { DemoDevice } from "../../models/demo/devices/device.ts";
import type { DrillPlay } from "../../models/demo/drills/play.ts";
import { drillPlay } from "../../models/demo/drills/play.ts";
import type { Values } from "../../models/demo/values/reader.ts";
import type { RunningDrill } from "../../models/drill/drill.ts";
import type { DeviceId } from "../../models/ids.ts";
import { seconds } from "../../models/quantity.ts";

interface Hands {
  /** Has a device say all it reads. */
  readonly speak: (device: DeviceId, atMs: number) => void;
  /** Breaks all connections off, or lets them come back. */
  readonly cutOff: (is: boolean) => void;
}

/** So often it is looked at how the stories of a drill go on. */
const lookMs = 1 * seconds;

/** Plays a drill over what the devices would read without it: whoever something happens to speaks at once. */
export class DrillFloor {
  readonly #demo: Demo;
  readonly #hands: Hands;
  readonly #cast: DemoDevice[] = [];
  /** What each device of the cast last read otherwise. */
  readonly #told = new Map<DeviceId, string>();
  #play: DrillPlay | null = null;
  #cutOff = false;
  #nextLookMs = 0;

  constructor(demo: Demo, hands: Hands) {
    this.#demo = demo;
    this.#hands = hands;
  }

  play(drill: RunningDrill | null, atMs: number): void {
    const touched = [...this.#told.keys()];
    this.#told.clear();
    this.#cast.length = 0;
    this.#play = null;
    if (drill !== null && atMs < drill.untilMs) {
      const play = drillPlay(drill, this.#demo);
      this.#play = play;
      this.#cast.push(...this.#demo.devices.filter(({ id }) => play.cast.has(id)));
    }
    this.#nextLookMs = atMs;
    for (const id of touched) this.#hands.speak(id, atMs);
    this.#connect(atMs);
  }

  /** Called on every step. */
  follow(atMs: number): void {
    if (this.#play === null || atMs < this.#nextLookMs) return;
    if (atMs >= this.#play.running.untilMs) return this.play(null, atMs);
    this.#nextLookMs = atMs + lookMs;
    this.#connect(atMs);
    for (const device of this.#cast) {
      const reads = this.#play.readsAt(device, atMs);
      const told = reads === null ? undefined : JSON.stringify(reads);
      if (told === this.#told.get(device.id)) continue;
      if (told === undefined) this.#told.delete(device.id);
      else this.#told.set(device.id, told);
      this.#hands.speak(device.id, atMs);
    }
  }

  /** What a device reads with the drill over what it would read without. */
  over(device: DemoDevice, values: Values, atMs: number): Values {
    const reads = this.#play?.readsAt(device, atMs) ?? null;
    return reads === null ? values : { ...values, ...reads };
  }

  #connect(atMs: number): void {
    const cutOff = this.#play?.isCutOff(atMs) ?? false;
    if (cutOff === this.#cutOff) return;
    this.#cutOff = cutOff;
    this.#hands.cutOff(cutOff);
  }
}
