import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { sessionId } from "../../models/ids.ts";
import { may } from "../../models/duty/authority.ts";
import { deskOf, duties } from "../../models/duty/duty.ts";
import type { Session } from "../access/session-store.ts";
import { text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { parsed } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const newDuty = z.strictObject({ duty: z.enum(duties) });
const oneSession = z.strictObject({ session: z.string().regex(/^[0-9a-f]{16}$/) });

/** Who one is; signing out; and, for an administrator, everybody's sessions. */
export function addSessionRoutes(app: FastifyInstance, { access, community }: Rooms): void {
  app.get("/api/v1/session", async (request) => {
    const { authority, session } = await askerOf(request, access);
    const home = community.dwellings.find(({ id }) => id === authority.dwelling);
    return {
      signedIn: session !== null,
      session: session?.session ?? null,
      duty: authority.duty,
      desk: deskOf[authority.duty],
      dwelling:
        home === undefined
          ? null
          : { id: home.id, name: home.name, building: home.building, storey: home.storey },
      endsAtMs: session?.expiresAtMs ?? null,
      community: community.id,
    };
  });

  app.post("/api/v1/session/end", async (request, reply) => {
    const { session } = await askerOf(request, access);
    if (session !== null) await access.end(session.session, "signed-out", session.session);
    reply.header("set-cookie", access.goneCookie(request.protocol === "https"));
    reply.header("clear-site-data", '"storage"');
    return { ended: session !== null };
  });

  const administrator = async (request: FastifyRequest): Promise<Session> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "see-sessions")) throw new Refusal("not-allowed");
    return session;
  };

  app.get("/api/v1/sessions", async (request) => {
    const own = await administrator(request);
    const sessions = access.openSessions.map(({ session, authority, beganAtMs, expiresAtMs }) => ({
      session,
      duty: authority.duty,
      beganAtMs,
      expiresAtMs,
      own: session === own.session,
    }));
    return { sessions };
  });

  app.post("/api/v1/sessions/:session/end", async (request) => {
    const own = await administrator(request);
    const { session } = parsed(oneSession, request.params);
    if (!(await access.end(sessionId(session), "ended-by-administrator", own.session)))
      throw new Refusal("not-found");
    return { ended: true };
  });

  app.post("/api/v1/sessions/:session/duty", async (request) => {
    const own = await administrator(request);
    const { session } = parsed(oneSession, request.params);
    const { duty } = parsed(newDuty, request.body);
    // A home is not an administrator's to give, nor a duty theirs to take.
    if (duty === "resident")
      throw new Refusal(
        "not-allowed",
        text("居民须用自己的登录链接登录", "a resident is signed in by a link of their own"),
      );
    if (session === own.session)
      throw new Refusal("not-allowed", text("您的职责须由他人更改", "somebody else must change your duty"));
    const changed = await access.changeDuty(sessionId(session), { duty, dwelling: null }, own.session);
    if (!changed) throw new Refusal("not-found");
    return { duty };
  });
}
