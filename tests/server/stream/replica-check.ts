import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import type { ReplicaView } from "../../../client/replica/replica-view.ts";
import { missingQuality } from "../../../models/device/reading.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import type { PointId } from "../../../models/ids.ts";
import { dequantise, quantise } from "../../../models/quantity.ts";
import type { TwinState } from "../../../models/twin/twin-state.ts";
import { tickMs, type Town } from "./town.ts";

/** Value and quality a point should show when the twin is in this state. */
function due(town: Town, point: PointId, { values, qualities }: TwinState): readonly [number, number] {
  const index = town.twin.indexOf(point)!;
  const { resolution } = town.twin.specOf(index);
  const quality = qualities[index] ?? missingQuality;
  const steps = Math.max(-(2 ** 51), Math.min(2 ** 51, quantise(values[index]!, resolution)));
  return [quality === missingQuality ? Number.NaN : dequantise(steps, resolution) + 0, quality];
}

function pictures(town: Town, authority: Authority, replica: ReplicaView): { shown: unknown; due: unknown } {
  const visible = town.visiblePoints(authority).map((point) => [point, due(town, point, town.twin.state)]);
  const shown: [string, readonly number[]][] = [];
  for (const { device, slots } of replica.devices.get()) {
    for (const [k, slot] of slots.entries()) {
      shown.push([
        `${device.id}/${device.points[k]!.property}`,
        [replica.value(slot), replica.quality(slot)],
      ]);
    }
  }
  return { shown: Object.fromEntries(shown), due: Object.fromEntries(visible) };
}

/** Whether values and qualities are equal already. */
export function isEqualToTwin(town: Town, authority: Authority, replica: ReplicaView): boolean {
  const both = pictures(town, authority, replica);
  return isDeepStrictEqual(both.shown, both.due);
}

/** ST5: value, quality and time of every point this person may see, and no other point. */
export function expectEqualToTwin(town: Town, authority: Authority, replica: ReplicaView): void {
  const both = pictures(town, authority, replica);
  expect(both.shown).toEqual(both.due);
  expectEqualAt(town, town.twin.state, town.visiblePoints(authority), replica);
}

/** ST5: these points, as the twin was at a tick. */
export function expectEqualAt(
  town: Town,
  past: TwinState,
  points: readonly PointId[],
  replica: ReplicaView,
): void {
  for (const point of points) {
    const slot = replica.slotOf(point)!;
    expect([replica.value(slot), replica.quality(slot)], `${point} at tick ${past.tick}`).toEqual(
      due(town, point, past),
    );
    const sourceMs = past.timesMs[town.twin.indexOf(point)!] ?? 0;
    // A source time within the tick of its frame is told as the frame's.
    expect(replica.atMs(slot) - sourceMs).toBeGreaterThanOrEqual(0);
    expect(replica.atMs(slot) - sourceMs).toBeLessThanOrEqual(tickMs);
  }
}
