import type { FastifyInstance } from "fastify";
import { Refusal } from "./refusal.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What changes something must come from a page of ours. A program's bearer token is no cookie: no foreign page can
 * make a browser send it, so it needs no Origin.
 */
export function addOriginCheck(app: FastifyInstance, isAllowed: (origin: string) => boolean): void {
  app.addHook("onRequest", (request, _reply, done) => {
    if (reading.has(request.method) || request.headers.authorization !== undefined) return done();
    const { origin } = request.headers;
    done(origin !== undefined && isAllowed(origin) ? undefined : new Refusal("foreign-origin"));
  });
}
