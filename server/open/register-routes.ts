import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { may } from "../../models/duty/authority.ts";
import { askerOf } from "./asker.ts";
import { queryOf } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const trailQuery = z.strictObject({
  /** Sequence number to go on from, towards the past. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** What only one duty may read: the tray, and the trail. */
export function addRegisterRoutes(app: FastifyInstance, { access, tray }: Rooms): void {
  app.get("/api/v1/tray", async (request) => {
    const { authority } = await askerOf(request, access);
    if (!may(authority, "see-tray")) throw new Refusal("not-allowed");
    return { devices: tray.list() };
  });

  app.get("/api/v1/trail", async (request) => {
    const { authority } = await askerOf(request, access);
    if (!may(authority, "see-trail")) throw new Refusal("not-allowed");
    const { before, limit } = queryOf(trailQuery, request);
    return { entries: await access.trail(before ?? null, limit) };
  });
}
