import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** One nonce for scripts and styles alike, because the page has one placeholder for it. */
const nonces = new WeakMap<IncomingMessage, string>();
export const nonceOf = (request: FastifyRequest): string => nonces.get(request.raw) ?? "";

const permissions = ["camera", "microphone", "geolocation", "payment", "usb", "serial", "midi"];

/** The policy a browser holds our page to: nothing foreign, nothing inline without the nonce, no frames around us. */
export async function addPagePolicy(app: FastifyInstance, alwaysSecure: boolean): Promise<void> {
  // Before helmet, whose policy asks for the nonce.
  app.addHook("onRequest", (request, reply, done) => {
    nonces.set(request.raw, randomBytes(16).toString("base64url"));
    reply.header("permissions-policy", permissions.map((name) => `${name}=()`).join(", "));
    done();
  });
  const nonce = (request: IncomingMessage, _response: ServerResponse): string =>
    `'nonce-${nonces.get(request) ?? ""}'`;
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'none'"],
        "script-src": ["'self'", nonce],
        "style-src": ["'self'", nonce],
        "img-src": ["'self'", "data:", "blob:"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'", "blob:"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
      },
    },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
    hsts: alwaysSecure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}
