import { z } from "zod";
import { visibilities, type PointSpec, type Visibility } from "../../models/device/kind.ts";
import { publicChannel, staffChannel, type ChannelId } from "../../models/ids.ts";
import type { ChannelDictionary, DictionaryDevice } from "../../models/stream/messages.ts";
import type { ChannelPlan } from "../stream/channel-plan.ts";

/** The channels of one visibility, one after the other: each one's points are consecutive. */
export interface SeriesPlan {
  readonly channels: readonly { readonly id: ChannelId; readonly plan: ChannelPlan }[];
  readonly points: number;
}

export function seriesOf(channel: ChannelId): Visibility {
  if (channel === publicChannel) return "public";
  return channel === staffChannel ? "staff" : "personal";
}

/** The plans of all channels, sorted into series. */
export function seriesPlan(plans: ReadonlyMap<ChannelId, ChannelPlan>, visibility: Visibility): SeriesPlan {
  const channels = [...plans]
    .filter(([id]) => seriesOf(id) === visibility)
    .map(([id, plan]) => ({ id, plan }));
  const points = channels.reduce((sum, { plan }) => sum + plan.points.length, 0);
  return { channels, points };
}

const deviceRow = z.looseObject({ properties: z.array(z.int()), firstPoint: z.int() });
const header = z.object({
  version: z.literal(1),
  run: z.int(),
  seq: z.int(),
  /** Community time of tick 0 of the frames. */
  startMs: z.number(),
  /** Length of a tick in community time. */
  tickMs: z.number(),
  dictionary: z.object({
    visibility: z.enum(visibilities),
    /** Full specifications, so that numbers keep their meaning when the catalogue has moved on. */
    specs: z.array(z.looseObject({ property: z.string(), resolution: z.number() })),
    channels: z.array(
      z.object({
        id: z.string(),
        firstPoint: z.int(),
        points: z.int(),
        devices: z.array(deviceRow),
      }),
    ),
  }),
});
export type SegmentHeader = z.infer<typeof header>;

/** @throws ZodError or SyntaxError when it is none. */
export const readHeader = (text: string): SegmentHeader => header.parse(JSON.parse(text));

/** The dictionary of a series as JSON, each specification written once. */
export function dictionaryText(visibility: Visibility, { channels }: SeriesPlan): string {
  const specs: PointSpec[] = [];
  const numberOf = new Map<PointSpec, number>();
  const number = (spec: PointSpec): number => {
    const known = numberOf.get(spec);
    if (known !== undefined) return known;
    specs.push(spec);
    numberOf.set(spec, specs.length - 1);
    return specs.length - 1;
  };
  let firstPoint = 0;
  const rows = channels.map(({ id, plan }) => {
    const devices = plan.devices.map((device) => {
      const own = plan.points.slice(device.firstPoint, device.firstPoint + device.properties.length);
      return { ...device, properties: own.map(({ spec }) => number(spec)) };
    });
    const row = { id, firstPoint, points: plan.points.length, devices };
    firstPoint += plan.points.length;
    return row;
  });
  return JSON.stringify({ visibility, specs, channels: rows });
}

/** A channel's dictionary as clients know it; null when the channel had no points. */
export function channelDictionary(
  { dictionary, seq, startMs }: SegmentHeader,
  channel: ChannelId,
): { readonly dictionary: ChannelDictionary; readonly firstPoint: number } | null {
  const found = dictionary.channels.find(({ id }) => id === channel);
  if (found === undefined) return null;
  // What we wrote ourselves, under a check sum, has the shape it was written in.
  const devices = found.devices.map((device) => ({
    ...device,
    properties: device.properties.map((spec) => dictionary.specs[spec]),
  })) as unknown as DictionaryDevice[];
  return {
    dictionary: { channel, epoch: seq, epochStartMs: startMs, devices, points: found.points },
    firstPoint: found.firstPoint,
  };
}
