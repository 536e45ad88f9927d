import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { may } from "../../models/duty/authority.ts";
import type { Checked } from "../audit/audit.ts";
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
export function addRegisterRoutes(app: FastifyInstance, { access, audit, tray }: Rooms): void {
  app.get("/api/v1/tray", async (request) => {
    const { authority } = await askerOf(request, access);
    if (!may(authority, "see-tray")) throw new Refusal("not-allowed");
    return { devices: tray.list() };
  });

  const auditor = async (request: FastifyRequest): Promise<void> => {
    const { authority } = await askerOf(request, access);
    if (!may(authority, "see-trail")) throw new Refusal("not-allowed");
  };

  app.get("/api/v1/trail", async (request) => {
    await auditor(request);
    const { before, limit } = queryOf(trailQuery, request);
    return { entries: await audit.read(before ?? null, limit) };
  });

  app.get("/api/v1/trail/chain", async (request) => {
    await auditor(request);
    return chainAnswer(audit.checked ?? (await audit.check()));
  });

  app.post("/api/v1/trail/check", async (request) => {
    await auditor(request);
    return chainAnswer(await audit.check());
  });
}

/** What is known of the chain; `finding` is null while nothing is wrong with it. */
function chainAnswer({ atMs, entries, head, sentence, anchoredFrom }: Checked) {
  return { checkedAtMs: atMs, entries, head, finding: sentence, anchoredFrom };
}
