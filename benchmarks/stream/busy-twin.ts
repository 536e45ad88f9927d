import { catalogue } from "../../models/device/catalogue.ts";
import type { PointSpec } from "../../models/device/kind.ts";
import { goodQuality } from "../../models/device/reading.ts";
import { deviceId, type KindId } from "../../models/ids.ts";
import { countOf } from "../../models/stream/channel-state.ts";
import type { TickResult } from "../../server/twin/twin-reader.ts";
import { Twin } from "../../server/twin/twin.ts";

/** So long that no point falls silent while it is measured. */
const neverSilentS = 86_400;

/** A twin of public points whose values walk a few steps of their resolution, the same walk every time. */
export class BusyTwin {
  readonly twin = new Twin({ limitsOf: () => [], localHour: () => 12 });
  readonly specs: ReadonlyMap<KindId, readonly PointSpec[]>;
  nowMs = Date.UTC(2026, 5, 1);
  #seed = 12_345;

  constructor(points: number) {
    const kinds = [...catalogue.values()].map((kind) => ({
      kind,
      points: kind.points
        .filter((point) => point.type !== "event")
        .map((point) => ({ ...point, visibility: "public" as const, periodS: neverSilentS })),
    }));
    this.specs = new Map(kinds.map(({ kind, points: some }) => [kind.id, some]));
    const speaking = kinds.filter((each) => each.points.length > 0);
    for (let n = 0; this.twin.pointCount < points; n++) {
      const each = speaking[n % speaking.length];
      if (each === undefined) throw new Error("the catalogue is empty");
      this.twin.addDevice({
        id: deviceId(`dev-${n}`),
        kind: each.kind.id,
        name: each.kind.name,
        place: { building: null, storey: null, dwelling: null, space: null, at: null },
        party: each.kind.party,
        via: null,
        fedBy: null,
        origin: "live",
        points: each.points,
      });
    }
    for (let i = 0; i < this.twin.pointCount; i++) this.#report(i, this.#middle(i));
  }

  /** What each point holds, in whole steps of its resolution. */
  counts(): Float64Array {
    const { values } = this.twin.state;
    return Float64Array.from({ length: this.twin.pointCount }, (_, i) =>
      countOf(values[i] ?? Number.NaN, this.twin.specOf(i).resolution),
    );
  }

  /** Lets `count` different points change, and ends the tick. */
  tick(count: number): TickResult {
    const changed = new Set<number>();
    while (changed.size < count) changed.add(Math.floor(this.#random() * this.twin.pointCount));
    for (const index of changed) this.#report(index, this.#next(index));
    this.nowMs += 100;
    return this.twin.tick(this.nowMs);
  }

  #middle(index: number): number {
    const { type, min, max } = this.twin.specOf(index);
    return type === "number" ? (min + max) / 2 : 0;
  }

  #next(index: number): number {
    const { type, min, max, resolution } = this.twin.specOf(index);
    const now = this.twin.state.values[index] ?? 0;
    if (type !== "number") return now === 0 ? 1 : 0;
    const steps = Math.floor(this.#random() * 7) - 3;
    return Math.min(max, Math.max(min, now + (steps === 0 ? 1 : steps) * resolution));
  }

  #report(index: number, value: number): void {
    this.twin.report(index, value, goodQuality, this.nowMs, this.nowMs);
  }

  #random(): number {
    this.#seed = (Math.imul(this.#seed, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#seed / 2 ** 32;
  }
}
