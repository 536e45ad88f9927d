import type { Ledger } from "../stage/ledger.ts";
import type { Server } from "../stage/server.ts";
import { pointsSeenBy, trailOf, trayOf, type SeenPoint, type TrailLine } from "./server-view.ts";

/** What is there now of what was acknowledged. */
export interface Remains {
  readonly points: ReadonlyMap<string, SeenPoint>;
  readonly tray: ReadonlySet<string>;
  /** By cookie, the session and its duty; `""` for nobody. */
  readonly sessions: ReadonlyMap<string, { readonly session: string; readonly duty: string }>;
  /** Tokens that are still believed. */
  readonly tokens: ReadonlySet<string>;
  readonly trail: readonly TrailLine[];
}

/** I1: what the server has acknowledged is there, in this form or a newer one. */
export function lost(ledger: Ledger, remains: Remains): string[] {
  const { points, tray, sessions, tokens } = remains;
  const devices = new Set([...points.values()].map(({ device }) => device));
  const readings = ledger.readings.filter(({ device, property, value, atMs }) => {
    const point = points.get(`${device}/${property}`);
    // Whose description a broker lost that was not ours to keep: its reading waits for another.
    if (!devices.has(device) && tray.has(`${device}/${property}`)) return false;
    const heldMs = point === undefined || point.at === null ? Number.NEGATIVE_INFINITY : Date.parse(point.at);
    return heldMs < atMs || (heldMs === atMs && Number(point?.value) !== value);
  });
  return [
    ...readings.map(({ device, property, value, atMs }) => {
      const held = points.get(`${device}/${property}`);
      return `I1 ${device}/${property} = ${value} of ${atMs} was acknowledged, and there is ${held?.value} of ${held?.at}`;
    }),
    ...[...ledger.devices].filter((id) => !devices.has(id)).map((id) => `I1 device ${id} is gone`),
    ...[...ledger.trayed].filter((key) => !tray.has(key)).map((key) => `I1 ${key} is not in the tray`),
    ...[...ledger.sessions]
      .filter(([cookie, duty]) => sessions.get(cookie)?.duty !== duty)
      .map(([, duty]) => `I1 a session as ${duty} is gone`),
    ...[...ledger.tokens].filter((token) => !tokens.has(token)).map(() => "I1 a token is no longer believed"),
  ];
}

/** I2 and the spine's part of I8: each sign-in happened once, and the trail tells of it once. */
export function doneTwice({ sessions, trail }: Remains): string[] {
  const signIns = new Map<string, number>();
  for (const { act, subject } of trail) {
    if (act === "signed-in") signIns.set(subject, (signIns.get(subject) ?? 0) + 1);
  }
  const twice = [...signIns].filter(([, times]) => times > 1);
  const untold = [...sessions.values()].filter(({ session }) => session !== "" && !signIns.has(session));
  return [
    ...twice.map(([session, times]) => `I2 session ${session} began ${times} times`),
    ...untold.map(({ session }) => `I8 the trail does not tell how session ${session} began`),
  ];
}

/** Looks for everything the ledger speaks of, with the eyes of an operator and of these people. */
export async function remainsOf(
  server: Server,
  ledger: Ledger,
  cookies: readonly string[],
): Promise<Remains> {
  const sessions = new Map<string, { session: string; duty: string }>();
  for (const cookie of ledger.sessions.keys()) {
    const found: unknown = await server.get("/api/v1/session", cookie);
    const { session, duty } = found as { session: string | null; duty: string };
    sessions.set(cookie, { session: session ?? "", duty });
  }
  const tokens = new Set<string>();
  for (const token of ledger.tokens) {
    const { ok } = await fetch(`${server.base}/health`, { headers: { authorization: `Bearer ${token}` } });
    if (ok) tokens.add(token);
  }
  const points = await pointsSeenBy(server, await server.enter("operator"));
  for (const cookie of cookies) {
    for (const [name, point] of await pointsSeenBy(server, cookie)) points.set(name, point);
  }
  return {
    points,
    tray: await trayOf(server),
    sessions,
    tokens,
    trail: await trailOf(server),
  };
}

/** I2: a one-time link that has let somebody in lets in nobody else. */
export async function linksUsedAgain(usedLinks: Iterable<string>): Promise<string[]> {
  const again: string[] = [];
  for (const link of usedLinks) {
    const { status } = await fetch(link, { redirect: "manual" });
    if (status === 303) again.push("I2 a one-time link let somebody in twice");
  }
  return again;
}
