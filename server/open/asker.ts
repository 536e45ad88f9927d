import type { FastifyRequest } from "fastify";
import { anyone, type Authority } from "../../models/duty/duty.ts";
import { may } from "../../models/duty/authority.ts";
import type { Credential } from "../access/access.ts";
import type { Doorkeeper } from "../access/doorkeeper.ts";
import type { Session } from "../access/session-store.ts";
import type { PersonalReads } from "../audit/personal-reads.ts";
import type { Refusals } from "../audit/refusals.ts";
import { Refusal } from "./refusal.ts";

/** Who asks: a person by cookie, a program by bearer token, or nobody in particular. */
export interface Asker {
  readonly authority: Authority;
  readonly session: Session | null;
  readonly credential: Credential | null;
}

const bearerOf = (request: FastifyRequest): string | null => {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const token = /^Bearer +([^\s]+)$/i.exec(header)?.[1];
  if (token === undefined) throw new Refusal("bad-token");
  return token;
};

/** @throws Refusal when a token is shown that is not valid. */
export async function askerOf(request: FastifyRequest, access: Doorkeeper): Promise<Asker> {
  const token = bearerOf(request);
  if (token !== null) {
    const credential = await access.credential(token);
    if (credential === null) throw new Refusal("bad-token");
    // A program sees what anyone may; its token is for what it does, not for whom it stands.
    return { authority: anyone, session: null, credential };
  }
  const session = access.sessionIn(request.headers.cookie);
  return { authority: session?.authority ?? anyone, session, credential: null };
}

/** Has the trail told who asked for what their duty does not allow. */
export async function noteRefused(
  request: FastifyRequest,
  { access, refusals }: { readonly access: Doorkeeper; readonly refusals: Pick<Refusals, "note"> },
): Promise<void> {
  // A token that is taken back meanwhile has its own answer the next time.
  const asker = await askerOf(request, access).catch(() => null);
  if (asker === null) return;
  const { authority, session, credential } = asker;
  const detail = credential === null ? { duty: authority.duty } : { use: credential.use };
  refusals.note({
    act: "duty-refused",
    who: session?.session ?? credential?.name ?? "",
    subject: `${request.method} ${request.url.split("?", 1)[0] ?? ""}`,
    detail,
  });
}

/** Has the trail told that somebody reads what is of their home. @throws when it cannot be: nothing may be given then. */
export async function coverHome(reads: Pick<PersonalReads, "cover">, session: Session | null): Promise<void> {
  const home = session?.authority.dwelling ?? null;
  if (session === null || home === null) throw new Refusal("not-allowed");
  await reads.cover(session.session, home, "own-home");
}

/**
 * Straight from this machine: not through a proxy on it that speaks for others, and not by a page whose foreign name
 * was made to lead here.
 */
function isFromLoopback(request: FastifyRequest): boolean {
  const { forwarded, "x-forwarded-for": forwardedFor } = request.headers;
  if (forwarded !== undefined || forwardedFor !== undefined) return false;
  if (!/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(request.hostname)) return false;
  return /^(?:::1|(?:::ffff:)?127(?:\.\d+){3})$/.test(request.socket.remoteAddress ?? "");
}

/** Whether problems and metrics may be told. */
export const maySeeProblems = (request: FastifyRequest, asker: Asker): boolean =>
  isFromLoopback(request) || asker.credential?.use === "read" || may(asker.authority, "see-problems");
