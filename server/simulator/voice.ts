import { seconds } from "../../models/quantity.ts";
import type { DemoDevice } from "../../models/demo/devices/device.ts";
import type { Values } from "../../models/demo/values/reader.ts";
import type { Pace } from "./pace.ts";
import { paceOf } from "./pace.ts";

/** Points of a device that report together. */
interface Group {
  readonly periodMs: number;
  readonly properties: ReadonlySet<string>;
  nextMs: number;
}

/** Decides what a device says: each point by its period, states and lively numbers as they change. */
export class Voice {
  readonly device: DemoDevice;
  readonly #pace: Pace;
  readonly #stretch: number;
  readonly #groups: readonly Group[];
  #last: Values = {};

  constructor(device: DemoDevice, stretch: number) {
    this.device = device;
    this.#pace = paceOf(device.kind);
    this.#stretch = stretch;
    const byPeriod = new Map<number, Set<string>>();
    for (const { property, type, periodS } of device.kind.points) {
      if (type === "event") continue;
      const properties = byPeriod.get(periodS);
      if (properties) properties.add(property);
      else byPeriod.set(periodS, new Set([property]));
    }
    this.#groups = [...byPeriod].map(([periodS, properties]) => ({
      periodMs: periodS * seconds,
      properties,
      nextMs: 0,
    }));
  }

  /** Everything, at the beginning; the regular reports then start at a phase of the device's own. */
  first(values: Values, atMs: number): Values {
    for (const group of this.#groups) {
      group.nextMs = atMs + (0.2 + 0.8 * this.#phase) * this.#intervalOf(group);
    }
    this.#last = values;
    return values;
  }

  /** What of these values is to be told now; null when nothing is. */
  told(values: Values, atMs: number): Values | null {
    let said: Record<string, number | boolean | string> | null = null;
    for (const group of this.#groups) {
      const due = group.nextMs <= atMs;
      if (due) group.nextMs = atMs + this.#intervalOf(group);
      for (const property of group.properties) {
        const value = values[property];
        if (value === undefined || !(due || this.#isNews(property, value))) continue;
        said ??= {};
        said[property] = value;
      }
    }
    this.#last = values;
    return said;
  }

  /** When the device should look at itself again. */
  nextMs(atMs: number): number {
    let next = atMs + this.#pace.everyMs * this.#stretch;
    for (const { nextMs } of this.#groups) if (nextMs < next) next = nextMs;
    return Math.max(atMs + 1, next);
  }

  #isNews(property: string, value: number | boolean | string): boolean {
    if (value === this.#last[property]) return false;
    return typeof value !== "number" || this.#pace.lively.has(property);
  }

  #intervalOf({ periodMs }: Group): number {
    return periodMs * Math.max(this.#pace.patience, this.#stretch);
  }

  get #phase(): number {
    return (this.device.seed % 4096) / 4096;
  }
}
