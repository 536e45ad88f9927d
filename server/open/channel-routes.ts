import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { ChannelId } from "../../models/ids.ts";
import { ownChannel, publicChannel } from "../../models/ids.ts";
import { audienceOf, channelsOf } from "../../models/duty/authority.ts";
import type { DictionaryDocument } from "../stream/stream.ts";
import { askerOf, coverHome } from "./asker.ts";
import { parsed, queryOf } from "./query.ts";
import { ReadyBody } from "./ready-body.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const channelQuery = z.strictObject({ epoch: z.coerce.number().int().min(0).optional() });
const oneOverlay = z.strictObject({ overlay: z.enum(["energy", "occupancy", "alerts"]) });

/** Dictionaries of the channels and bodies of the overlays: what the stream pushes, for whoever asks by HTTP. */
export function addChannelRoutes(
  app: FastifyInstance,
  { access, reads, dictionaries, overlays }: Rooms,
): void {
  const ready = new Map<ChannelId, { readonly epoch: number; readonly body: ReadyBody }>();
  const readyOf = (channel: ChannelId, { epoch, json }: DictionaryDocument): ReadyBody => {
    const known = ready.get(channel);
    if (known?.epoch === epoch) return known.body;
    const body = new ReadyBody(Buffer.from(json), "application/json; charset=utf-8");
    ready.set(channel, { epoch, body });
    return body;
  };

  app.get<{ Params: { channel: string } }>("/api/v1/channels/:channel", async (request, reply) => {
    const { authority, session } = await askerOf(request, access);
    const { epoch } = queryOf(channelQuery, request);
    const channel = request.params.channel as ChannelId;
    // Asked before whether there is such a channel: a foreign home and one that is not there answer alike.
    if (!channelsOf(authority).includes(channel)) throw new Refusal("not-allowed");
    if (authority.dwelling !== null && channel === ownChannel(authority.dwelling))
      await coverHome(reads, session);
    // While devices introduce themselves epochs pass quickly: who asks for the last one is told the present one, by name.
    const dictionary = dictionaries.dictionary(channel);
    if (dictionary === null) throw new Refusal("old-epoch");
    // What only some may see is asked for each time, so that nothing of it is left for the next person.
    const lasting = channel === publicChannel && epoch === dictionary.epoch;
    const cacheControl = lasting ? "public, max-age=31536000, immutable" : "private, no-cache";
    return readyOf(channel, dictionary).send(request, reply, cacheControl);
  });

  app.get("/api/v1/overlays/:overlay", async (request) => {
    const { authority } = await askerOf(request, access);
    const { overlay } = parsed(oneOverlay, request.params);
    return overlays.body(overlay, audienceOf(authority));
  });
}
