import { decodeFrame } from "../../models/stream/frame-decode.ts";
import { Frame, FrameKind } from "../../models/stream/frame.ts";
import type { ChannelId, DeviceId, PropertyId } from "../../models/ids.ts";
import { dequantise } from "../../models/quantity.ts";
import { isVouchedFor } from "../../models/device/reading.ts";
import type { SegmentHeader } from "./segment-header.ts";
import { chunksFrom, type Segment } from "./segment-reader.ts";

/** Told of each value some points had, by their place among those asked for; NaN: nobody vouches for one. */
export type TraceTold = (k: number, value: number, atMs: number) => void;

/** A point in the frames of a series. */
interface Place {
  readonly k: number;
  readonly index: number;
  readonly resolution: number;
  /** Count that holds, as differences add up to it. */
  q: number;
}

/**
 * Follows some points of a device through a segment. Of each frame it looks at these points alone: nothing is applied
 * and nothing written anew, so an hour costs little more than reading it.
 */
export async function traceSegment(
  segment: Segment,
  channel: ChannelId,
  { device, properties }: { readonly device: DeviceId; readonly properties: readonly PropertyId[] },
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
  told: TraceTold,
): Promise<void> {
  const places = placesOf(segment.header, channel, device, properties);
  for (const [k] of properties.entries())
    if (!places.some((place) => place.k === k)) told(k, Number.NaN, fromMs);
  if (places.length === 0) return;
  const frame = new Frame();
  for await (const { chunk, frames } of chunksFrom(segment, fromMs)) {
    if (chunk.fromMs > untilMs) return;
    for (let at = 0; at < frames.byteLength; ) {
      at = decodeFrame(frames, at, frame);
      const frameMs = segment.header.startMs + frame.timeMs;
      if (frameMs > untilMs) return;
      for (const place of places) follow(place, frame, Math.max(frameMs, fromMs), told);
    }
  }
}

/** Looks a device up without spelling out the dictionary of all the others. */
function placesOf(
  { dictionary }: SegmentHeader,
  channel: ChannelId,
  device: DeviceId,
  properties: readonly PropertyId[],
): readonly Place[] {
  const found = dictionary.channels.find(({ id }) => id === channel);
  if (found === undefined) return [];
  return found.devices
    .filter((row) => row["id"] === device)
    .flatMap((row) =>
      row.properties.flatMap((number, offset) => {
        const spec = dictionary.specs[number];
        const k = properties.findIndex((property) => property === spec?.property);
        if (spec === undefined || k < 0) return [];
        return [{ k, index: found.firstPoint + row.firstPoint + offset, resolution: spec.resolution, q: 0 }];
      }),
    );
}

function follow(place: Place, { kind, count, indices, q, qualities }: Frame, atMs: number, told: TraceTold) {
  const row = rowOf(indices, count, place.index);
  if (row < 0) return;
  const said = q[row] ?? 0;
  place.q = kind === FrameKind.delta ? place.q + said : said;
  const value = isVouchedFor(qualities[row] ?? 0) ? dequantise(place.q, place.resolution) : Number.NaN;
  told(place.k, value, atMs);
}

/** Where an index stands among the ascending ones of a frame; -1 where it does not. */
function rowOf(indices: Uint32Array, count: number, index: number): number {
  let low = 0;
  let high = count - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = indices[middle] ?? 0;
    if (found === index) return middle;
    if (found < index) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
