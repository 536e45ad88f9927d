import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server } from "node:http";
import { constants } from "node:zlib";
import compress from "@fastify/compress";
import rateLimit from "@fastify/rate-limit";
import fastify, { type FastifyHttpOptions, type FastifyInstance, type FastifyReply } from "fastify";
import { text } from "../../models/language/text.ts";
import { addBodyDeadline } from "./body-deadline.ts";
import { noteRefused } from "./asker.ts";
import { answerBrokenHttp } from "./broken-http.ts";
import { addAlarmRoutes } from "./alarm-routes.ts";
import { addChannelRoutes } from "./channel-routes.ts";
import { addCommunityFileRoutes, communityFilePath } from "./community-file-routes.ts";
import { addCommunityRoutes } from "./community-routes.ts";
import { addDeviceRoutes } from "./device-routes.ts";
import { addDrillRoutes } from "./drill-routes.ts";
import { addEnterRoute } from "./enter-route.ts";
import { addHealthRoutes } from "./health-routes.ts";
import { addRuleRoutes } from "./rule-routes.ts";
import { addMappingRoutes } from "./mapping-routes.ts";
import { addOriginCheck } from "./origin-check.ts";
import { addPageFiles } from "./page-files.ts";
import { addPagePolicy } from "./page-policy.ts";
import { addPointsRoute } from "./points-route.ts";
import { addReadingsRoute, readingsPath } from "./readings-route.ts";
import { errorBody, Refusal, refusalFor, statusOf } from "./refusal.ts";
import { addRegisterRoutes } from "./register-routes.ts";
import type { Rooms } from "./rooms.ts";
import { addSessionRoutes } from "./session-routes.ts";

export interface HttpPlan {
  /** PEM texts; null for plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Whether people always come by TLS, ours or a proxy's; browsers are then told to accept nothing else. */
  readonly alwaysSecure: boolean;
  readonly trustProxy: boolean;
  readonly requestsPerMinute: number;
  /** Exact Origins whose pages may change something; asked late, as the port may not be known yet. */
  readonly isAllowedOrigin: (origin: string) => boolean;
  /** Folder of the built page. */
  readonly pageFolder: string;
  /** Told of faults of our own, never of bad requests. */
  readonly logFault: (line: string) => void;
  /** @returns the function that calls it off. */
  readonly after: (ms: number, act: () => void) => () => void;
}

const bodyLimitBytes = 65_536;
const limits = { headersTimeout: 10_000, requestTimeout: 600_000, connectionsCheckingInterval: 5_000 };

/** The web server with every route, not yet listening. */
export async function createHttpServer(plan: HttpPlan, rooms: Rooms): Promise<FastifyInstance> {
  const options: FastifyHttpOptions<Server> = {
    serverFactory: (handler) =>
      plan.tls === null
        ? createServer(limits, handler)
        : createTlsServer({ ...plan.tls, ...limits, minVersion: "TLSv1.2" }, handler),
    bodyLimit: bodyLimitBytes,
    forceCloseConnections: true,
    // One proxy, whose own entry is the last; what the client wrote before it proves nothing.
    trustProxy: plan.trustProxy ? (_address, hop) => hop < 1 : false,
    clientErrorHandler: answerBrokenHttp,
    routerOptions: { maxParamLength: 1024 },
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      const refusal = refusalFor(error);
      void reply.code(statusOf(refusal.code)).send(errorBody(refusal.code, refusal.hint));
    },
  };
  const app: FastifyInstance = fastify(options);
  answerErrors(app, plan.logFault, rooms);
  await addPagePolicy(app, plan.alwaysSecure);
  await app.register(rateLimit, {
    max: plan.requestsPerMinute,
    timeWindow: "1 minute",
    errorResponseBuilder: (_request, { ttl }) => {
      const waitS = Math.ceil(ttl / 1000);
      return new Refusal("too-many-requests", text(`${waitS} 秒后再试`, `again in ${waitS} s`));
    },
  });
  await app.register(compress, {
    encodings: ["br", "gzip"],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  addOriginCheck(app, plan.isAllowedOrigin, new Set([readingsPath]));
  addBodyDeadline(app, plan.after, new Set([communityFilePath]));
  app.addHook("onSend", (_request, reply, payload, done) => {
    if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
    done(null, payload);
  });
  await addRoutes(app, plan, rooms);
  return app;
}

async function addRoutes(app: FastifyInstance, plan: HttpPlan, rooms: Rooms): Promise<void> {
  addHealthRoutes(app, rooms);
  addCommunityRoutes(app, rooms);
  await addCommunityFileRoutes(app, rooms);
  addSessionRoutes(app, rooms);
  addChannelRoutes(app, rooms);
  addPointsRoute(app, rooms);
  addDeviceRoutes(app, rooms);
  addRegisterRoutes(app, rooms);
  addAlarmRoutes(app, rooms);
  addMappingRoutes(app, rooms);
  addDrillRoutes(app, rooms);
  addRuleRoutes(app, rooms);
  await addReadingsRoute(app, rooms);
  addEnterRoute(app, rooms);
  addPageFiles(app, plan.pageFolder);
}

function answerErrors(app: FastifyInstance, logFault: (line: string) => void, rooms: Rooms): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalFor(error);
    if (refusal.code === "not-allowed") await noteRefused(request, rooms);
    if (refusal.code === "our-fault") {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      logFault(`${request.method} ${request.routeOptions.url ?? "?"}: ${what}`);
    }
    return reply.code(statusOf(refusal.code)).send(errorBody(refusal.code, refusal.hint));
  });
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody("not-found")));
}
