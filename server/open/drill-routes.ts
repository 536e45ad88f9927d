import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { drillNames, drillPlans } from "../../models/drill/drill.ts";
import { may } from "../../models/duty/authority.ts";
import { text } from "../../models/language/text.ts";
import { askerOf } from "./asker.ts";
import { parsed } from "./query.ts";
import { Refusal } from "./refusal.ts";
import type { Rooms } from "./rooms.ts";

const named = z.strictObject({ name: z.enum(drillNames) });

/** Drills of the simulated devices: for a supervisor alone. */
export function addDrillRoutes(app: FastifyInstance, { access, drills }: Rooms): void {
  /** @returns the session, for the trail. */
  const supervisor = async (request: FastifyRequest): Promise<string> => {
    const { authority, session } = await askerOf(request, access);
    if (session === null || !may(authority, "run-drills")) throw new Refusal("not-allowed");
    return session.session;
  };
  const status = (): object => ({
    simulated: drills.simulated,
    running: drills.running,
    drills: drillNames.map((name) => ({ name, ...drillPlans[name] })),
  });

  app.get("/api/v1/drills", async (request) => {
    await supervisor(request);
    return status();
  });

  app.post("/api/v1/drills/:name", async (request) => {
    const who = await supervisor(request);
    const { name } = parsed(named, request.params);
    switch (await drills.start(name, who)) {
      case "started":
        return status();
      case "another-runs":
        throw new Refusal("drill-runs");
      case "nobody-plays":
        throw new Refusal("no-simulator");
    }
  });

  app.delete("/api/v1/drills/:name", async (request) => {
    const who = await supervisor(request);
    const { name } = parsed(named, request.params);
    if (!(await drills.end(name, who)))
      throw new Refusal("not-found", text("该演练未在进行", "that drill does not run"));
    return status();
  });
}
