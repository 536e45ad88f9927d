import type { FastifyInstance } from "fastify";
import { Refusal } from "./refusal.ts";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * What changes something must come from a page of ours. A program's bearer token is no cookie: no foreign page can
 * make a browser send it, so it needs no Origin. Nor does a program that forgot its token, at an address that asks for
 * one: it brings no cookie that could be misused, and is told what is missing.
 */
export function addOriginCheck(
  app: FastifyInstance,
  isAllowed: (origin: string) => boolean,
  byToken: ReadonlySet<string>,
): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const { origin, cookie, authorization } = request.headers;
    if (reading.has(request.method) || authorization !== undefined) return done();
    const forgetful = origin === undefined && cookie === undefined;
    if (forgetful && byToken.has(request.routeOptions.url ?? "")) return done();
    done(origin !== undefined && isAllowed(origin) ? undefined : new Refusal("foreign-origin"));
  });
}
