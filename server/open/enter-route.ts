import type { FastifyInstance } from "fastify";
import { enterPage } from "./enter-page.ts";
import { nonceOf } from "./page-policy.ts";
import type { Rooms } from "./rooms.ts";

const statusOf = { unknown: 404, used: 410, expired: 410, wait: 429 } as const;

/** A one-time link: exchanged for a session, once. */
export function addEnterRoute(app: FastifyInstance, { access }: Rooms): void {
  // Without HEAD: whoever only looks where a link leads must not use it up.
  app.get<{ Params: { secret: string } }>(
    "/enter/:secret",
    { exposeHeadRoute: false },
    async (request, reply) => {
      reply.header("cache-control", "no-store");
      if (
        /prefetch|preview/i.test(String(request.headers["sec-purpose"] ?? request.headers["purpose"] ?? ""))
      )
        return reply.code(503).send();
      const entry = await access.enter(request.params.secret, request.headers.cookie, request.ip);
      if (entry.ok) {
        const cookie = access.sessionCookie(entry, request.protocol === "https");
        return reply.header("set-cookie", cookie).redirect("/", 303);
      }
      const waitS = entry.why === "wait" ? Math.ceil(entry.waitMs / 1000) : 0;
      if (waitS > 0) reply.header("retry-after", waitS);
      return reply
        .code(statusOf[entry.why])
        .type("text/html; charset=utf-8")
        .send(enterPage(entry.why, waitS, nonceOf(request)));
    },
  );
}
