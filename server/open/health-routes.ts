import type { FastifyInstance } from "fastify";
import { askerOf, maySeeProblems } from "./asker.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

/** How the server itself is. */
export function addHealthRoutes(app: FastifyInstance, rooms: Rooms): void {
  const { access, problems, twin, clock, version, metrics } = rooms;

  app.get("/health", async (request, reply) => {
    const { status } = problems;
    const seen = maySeeProblems(request, await askerOf(request, access));
    reply.code(status === "failing" ? 503 : 200);
    return {
      status,
      ...(seen
        ? {
            problems: problems.list().map(({ address, id, sentence, gravity = "degraded", sinceMs }) => ({
              address,
              id,
              sentence,
              gravity,
              sinceMs,
            })),
          }
        : {}),
      clock: new Date(clock.nowMs()).toISOString(),
      points: twin.pointCount,
      devices: twin.deviceCount,
      sessions: access.openSessions.length,
      ...(seen ? { readings: rooms.readingCounts(), figures: rooms.figures() } : {}),
      version,
    };
  });

  app.get("/metrics", async (request, reply) => {
    if (!maySeeProblems(request, await askerOf(request, access))) throw new Refusal("not-allowed");
    return reply.type(metrics.contentType).send(await metrics.page());
  });
}
