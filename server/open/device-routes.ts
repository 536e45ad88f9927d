import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { asking } from "../../models/language/issue-words.ts";
import { text } from "../../models/language/text.ts";
import { may } from "../../models/duty/authority.ts";
import type { ChannelId, PropertyId } from "../../models/ids.ts";
import { hours } from "../../models/quantity.ts";
import { mostBuckets, type Trend } from "../../models/trend/trend.ts";
import { askerOf, coverHome } from "./asker.ts";
import { parsed, queryOf } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";
import { type MayRead, seenMessage } from "./seen-message.ts";
import { isOwn, seenDevice, type SeenDevice } from "./seen-device.ts";

const oneDevice = z.strictObject({ device: z.string().min(1).max(256) });
const onePoint = z.strictObject({ ...oneDevice.shape, property: z.string().min(1).max(256) });
const time = z.iso.datetime({ offset: true }).transform((written) => Date.parse(written));
const longest = 24 * hours;
const pastQuery = z
  .strictObject({
    /** Community time; the hour before `until` without. */
    from: time.optional(),
    /** Now without, and at the latest. */
    until: time.optional(),
    buckets: z.coerce.number().int().min(1).max(mostBuckets).default(60),
  })
  .refine(
    ({ from, until }) => from === undefined || until === undefined || until > from,
    asking("until 须晚于 from", "until must be after from"),
  );

/** A device in detail: the limits in force for it, and how its values went. For whoever may see it. */
export function addDeviceRoutes(app: FastifyInstance, rooms: Rooms): void {
  const { access, reads, twin, clock, limits, trends, messages } = rooms;

  app.get("/api/v1/devices/:device/limits", async (request) => {
    const { authority } = await askerOf(request, access);
    const { device, points } = seenDevice(twin, authority, parsed(oneDevice, request.params).device);
    // Who set what, and why, is for those who work by it.
    const isTold = may(authority, "answer-alarms");
    const seen = limits.inForce(device).filter(({ limit }) => points.has(limit.property));
    return {
      clock: new Date(clock.nowMs()).toISOString(),
      device: device.id,
      limits: seen.map(({ overrides, ...each }) => ({
        ...each,
        isOverridden: overrides.length > 0,
        overrides: isTold ? overrides : [],
      })),
    };
  });

  app.get("/api/v1/devices/:device/messages", async (request) => {
    const { authority } = await askerOf(request, access);
    if (!may(authority, "answer-alarms")) throw new Refusal("not-allowed");
    const { device, points } = seenDevice(twin, authority, parsed(oneDevice, request.params).device);
    const hidden = twin
      .placesOf(device.id)
      .some((place) => place.device.points.some(({ property }) => !points.has(property)));
    const seen: MayRead = { all: !hidden, property: (name) => isKnown(points, name) };
    return {
      clock: new Date(clock.nowMs()).toISOString(),
      messages: messages.look(device.id).map((message) => seenMessage(message, seen)),
    };
  });

  app.get("/api/v1/devices/:device/past", async (request) => {
    const { device } = parsed(oneDevice, request.params);
    return pastOf(request, device, null);
  });

  app.get("/api/v1/points/:device/:property/past", async (request) => {
    const { device, property } = parsed(onePoint, request.params);
    return pastOf(request, device, property);
  });

  /** @param property null for all that are numbers. */
  async function pastOf(request: FastifyRequest, name: string, property: string | null) {
    const { authority, session } = await askerOf(request, access);
    const query = queryOf(pastQuery, request);
    const nowMs = clock.nowMs();
    const untilMs = Math.min(query.until ?? nowMs, nowMs);
    const fromMs = query.from ?? untilMs - 1 * hours;
    if (untilMs - fromMs > longest || untilMs <= fromMs)
      throw new Refusal(
        "bad-request",
        text("时段须在 24 小时以内，且已开始", "ask for at most 24 hours, of the past"),
      );
    const seen = seenDevice(twin, authority, name);
    const channels = askedFor(seen, property);
    if ([...channels.keys()].some((channel) => isOwn(authority, channel))) await coverHome(reads, session);
    const points: { property: string; trend: Trend }[] = [];
    for (const [channel, properties] of channels) {
      const span = { fromMs, untilMs, buckets: query.buckets };
      const made = await trends.of({ channel, device: seen.device.id, properties, ...span });
      if (made === null) throw new Refusal("too-many-requests");
      for (const [k, trend] of made.entries()) points.push({ property: properties[k] ?? "", trend });
    }
    return { clock: new Date(nowMs).toISOString(), device: seen.device.id, points };
  }
}

const isKnown = (points: ReadonlyMap<string, unknown>, name: string): boolean => points.has(name);

/** The numbers asked for, by the channel they are heard on. @throws Refusal when there are none. */
function askedFor({ points }: SeenDevice, property: string | null): ReadonlyMap<ChannelId, PropertyId[]> {
  const channels = new Map<ChannelId, PropertyId[]>();
  for (const [name, { spec, channel }] of points) {
    if (property === null ? spec.type !== "number" : name !== property) continue;
    if (spec.type === "event") continue;
    channels.set(channel, [...(channels.get(channel) ?? []), name]);
  }
  if (property !== null && channels.size === 0) throw new Refusal("not-found");
  return channels;
}
