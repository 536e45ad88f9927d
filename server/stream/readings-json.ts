import type { PointSpec } from "../../models/device/kind.ts";
import { qualityOf } from "../../models/device/reading.ts";
import { dequantise } from "../../models/quantity.ts";
import type { JsonReading } from "../../models/stream/messages.ts";
import type { Channel } from "./channel.ts";
import type { SubscriptionSet } from "./fan-out.ts";
import type { Outgoing } from "./wire.ts";

/** Readings of one message; a snapshot comes as several. */
const readingsPerMessage = 1000;

/** Readings as JSON for clients that speak no frames, made once per set of channels and tick. */
export class ReadingsJson {
  readonly #made = new Map<SubscriptionSet, Map<number | null, readonly Outgoing[]>>();

  begin(): void {
    this.#made.clear();
  }

  /** What changed after `since` (null: everything that has a value), as messages; at least one, for the clock's sake. */
  messages(set: SubscriptionSet, since: number | null, clockMs: number): readonly Outgoing[] {
    const ofSet = this.#made.get(set) ?? new Map<number | null, readonly Outgoing[]>();
    this.#made.set(set, ofSet);
    const messages = ofSet.get(since) ?? make(set.channels, since, clockMs);
    ofSet.set(since, messages);
    return messages;
  }
}

function make(channels: readonly Channel[], since: number | null, clockMs: number): readonly Outgoing[] {
  const clock = new Date(clockMs).toISOString();
  const readings: JsonReading[] = [];
  for (const channel of channels) {
    channel.eachSince(since, (dense) => {
      const reading = readingOf(channel, dense);
      if (reading !== null) readings.push(reading);
    });
  }
  const messages: Outgoing[] = [];
  do {
    const payload = { clock, readings: readings.splice(0, readingsPerMessage) };
    messages.push({ event: "readings", payload });
  } while (readings.length > 0);
  return messages;
}

function readingOf(channel: Channel, dense: number): JsonReading | null {
  const point = channel.plan.points[dense];
  const { q, qualities, timesMs } = channel.state;
  if (point === undefined) return null;
  return {
    device: point.device,
    property: point.spec.property,
    value: spokenValue(point.spec, q[dense] ?? 0),
    quality: qualityOf(qualities[dense] ?? 0),
    at: new Date(timesMs[dense] ?? 0).toISOString(),
  };
}

function spokenValue(spec: PointSpec, count: number): number | boolean | string | null {
  switch (spec.type) {
    case "number":
      return dequantise(count, spec.resolution);
    case "boolean":
      return count !== 0;
    case "enum":
      return spec.values[count] ?? null;
    case "event":
      return null;
  }
}
