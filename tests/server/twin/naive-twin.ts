import type { Device } from "../../../models/device/device.ts";
import type { Limit, PointSpec } from "../../../models/device/kind.ts";
import { qualityByte } from "../../../models/device/reading.ts";

interface NaivePoint {
  readonly name: string;
  readonly device: string;
  readonly spec: PointSpec;
  value: number;
  quality: number;
  atMs: number;
  /** How long ticks have passed without a reading. */
  silentMs: number;
  beyondMs: number | null;
  alertFromMs: number | null;
  lastFromMs: number;
}

const minute = 60_000;

/** The rules of the twin once more, written for the eye: every point looked at on every tick, nothing remembered twice. */
export class NaiveTwin {
  readonly points: NaivePoint[] = [];
  readonly #via = new Map<string, string | null>();
  readonly #limit: Limit;
  readonly #reopened: string[] = [];
  #clockMs: number | null = null;
  timeMs = 0;

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  add(device: Device): void {
    this.#via.set(device.id, device.via);
    for (const spec of device.points) {
      const name = `${device.id}/${spec.property}`;
      if (this.points.some((point) => point.name === name)) continue;
      this.points.push({
        name,
        device: device.id,
        spec,
        value: Number.NaN,
        quality: qualityByte("missing"),
        atMs: 0,
        silentMs: 0,
        beyondMs: null,
        alertFromMs: null,
        lastFromMs: 0,
      });
    }
  }

  report(index: number, value: number, atMs: number, nowMs: number): string {
    const point = this.points[index]!;
    const suspect = atMs > nowMs + minute || atMs < Date.UTC(2000, 0, 2);
    const comparable = point.quality !== qualityByte("missing") && point.atMs <= nowMs + minute;
    if (comparable && !suspect && atMs < point.atMs) return "late";
    const takenMs = suspect ? Math.max(nowMs, comparable ? point.atMs : 0) : atMs;
    if (comparable && takenMs === point.atMs && value === point.value) return "duplicate";
    const beyond = value < point.spec.min || value > point.spec.max;
    const quality = beyond
      ? qualityByte("bad", "out-of-range")
      : suspect
        ? qualityByte("uncertain", "clock-suspect")
        : 0;
    Object.assign(point, { value, atMs: takenMs, silentMs: 0, quality });
    return beyond ? "out-of-range" : suspect ? "clock-suspect" : "taken";
  }

  gatewayGone(gateway: string): void {
    const behind = (device: string | null | undefined, hops: number): boolean =>
      device !== null &&
      device !== undefined &&
      hops < 9 &&
      (device === gateway || behind(this.#via.get(device), hops + 1));
    for (const point of this.points) {
      if (!behind(point.device, 0)) continue;
      if (point.quality === qualityByte("missing") || point.quality === qualityByte("stale", "restored"))
        continue;
      point.quality = qualityByte("stale", "gateway-silent");
    }
  }

  restore(name: string, value: number, atMs: number, nowMs: number): void {
    const point = this.points.find((each) => each.name === name);
    if (point?.quality !== qualityByte("missing")) return;
    Object.assign(point, { value, atMs, quality: qualityByte("stale", "restored") });
    if (this.#limit.condition.when !== "above" || value < this.#limit.condition.value) return;
    if (nowMs - atMs < 1_000 * this.#limit.onDelayS) return;
    point.alertFromMs = point.lastFromMs = Math.max(atMs, point.lastFromMs + 1);
    this.#reopened.push(`${name} ${point.alertFromMs} null`);
  }

  tick(nowMs: number): string[] {
    const passedMs = Math.min(minute, Math.max(0, nowMs - (this.#clockMs ?? nowMs)));
    this.#clockMs = nowMs;
    this.timeMs = Math.max(this.timeMs, nowMs);
    const told = this.#reopened.splice(0);
    for (const point of this.points) {
      point.silentMs += passedMs;
      if (point.silentMs > 3_000 * point.spec.periodS && (point.quality & 7) < 3)
        point.quality = qualityByte("stale");
      told.push(...this.#judge(point, passedMs));
    }
    return told;
  }

  #judge(point: NaivePoint, passedMs: number): string[] {
    if (point.spec.property !== this.#limit.property || this.#limit.condition.when !== "above") return [];
    if ((point.quality & 7) > 1) {
      point.beyondMs = null;
      return [];
    }
    if (point.value < this.#limit.condition.value) {
      point.beyondMs = null;
      if (point.alertFromMs === null) return [];
      const end = `${point.name} ${point.alertFromMs} ${Math.max(this.timeMs, point.alertFromMs)}`;
      point.alertFromMs = null;
      return [end];
    }
    point.beyondMs = point.beyondMs === null ? 0 : point.beyondMs + passedMs;
    if (point.alertFromMs !== null || point.beyondMs < 1_000 * this.#limit.onDelayS) return [];
    point.alertFromMs = point.lastFromMs = Math.max(this.timeMs, point.lastFromMs + 1);
    return [`${point.name} ${point.alertFromMs} null`];
  }
}
