import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { Link } from "../../../client/link/link.ts";
import { httpDictionaries } from "../../../client/link/dictionaries.ts";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import { Replica } from "../../../client/replica/replica.ts";
import { type Clock, wallClock } from "../../../client/clock.ts";
import { channelsOf } from "../../../models/duty/authority.ts";
import { anyone, type Authority } from "../../../models/duty/duty.ts";
import type { ChannelId, SessionId } from "../../../models/ids.ts";
import { sessionId } from "../../../models/ids.ts";
import type { Access } from "../../../server/access/access.ts";
import type { StreamLimits } from "../../../server/stream/limits.ts";
import { createStream, type Stream } from "../../../server/stream/stream.ts";
import { kindOf, tickMs, Town } from "./town.ts";

/** Sign-ins by cookie, as a table a test changes. */
class Register implements Access {
  readonly people = new Map<string, Authority>();
  readonly #listeners = new Set<(session: SessionId, authority: Authority | null) => void>();

  signedIn(cookie: string | undefined): ReturnType<Access["signedIn"]> {
    const name = cookie?.replace("session=", "") ?? "";
    const authority = this.people.get(name);
    return Promise.resolve(authority === undefined ? null : { session: sessionId(name), authority, name });
  }
  credential(token: string): ReturnType<Access["credential"]> {
    return Promise.resolve(
      token === "reader"
        ? { name: "r", use: "read" }
        : token === "meter"
          ? { name: "m", use: "ingest" }
          : null,
    );
  }
  onChange(listener: (session: SessionId, authority: Authority | null) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  makeLink(): Promise<string> {
    return Promise.reject(new Error("no links here"));
  }

  change(name: string, authority: Authority | null): void {
    if (authority === null) this.people.delete(name);
    else this.people.set(name, authority);
    for (const listener of this.#listeners) listener(sessionId(name), authority);
  }
}

const pageClock: Clock = {
  now: () => performance.now(),
  after(delayMs, ring) {
    const timer = setTimeout(ring, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, ring) {
    const timer = setInterval(ring, periodMs);
    return () => clearInterval(timer);
  },
};

/** A town with its stream on a real port of the loopback, ticking. */
export class Harbour {
  readonly town = new Town();
  readonly access = new Register();
  readonly origins = new Set<string>();
  readonly http: Server = createServer((request, response) => void this.#serve(request, response));
  stream!: Stream;
  url = "";
  /** Whether the clients draw what arrives. */
  drawing = true;
  readonly #tcp = new Set<Socket>();
  readonly #links: Link[] = [];
  #ticking: ReturnType<typeof setInterval> | null = null;

  static async open(limits: Partial<StreamLimits> = {}): Promise<Harbour> {
    const harbour = new Harbour();
    const { town } = harbour;
    harbour.stream = createStream({
      ...town.options,
      timers: { nowMs: () => performance.now() },
      httpServer: harbour.http,
      access: harbour.access,
      allowedOrigins: harbour.origins,
      limits: {
        socketsPerPerson: 20,
        socketsPerAddress: 1000,
        socketsPerSecond: 1000,
        trustProxy: false,
        ...limits,
      },
    });
    harbour.http.on("connection", (socket) => harbour.#tcp.add(socket));
    await new Promise<void>((listening) => harbour.http.listen(0, "127.0.0.1", listening));
    harbour.url = `http://127.0.0.1:${(harbour.http.address() as AddressInfo).port}`;
    harbour.origins.add(harbour.url);
    harbour.#ticking = setInterval(() => harbour.tick(), tickMs / 4);
    return harbour;
  }

  tick(): void {
    this.town.nowMs += tickMs;
    this.stream.onTick(this.town.twin.tick(this.town.nowMs));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new URL(request.url ?? "", "http://x");
    const channel = decodeURIComponent(at.pathname.split("/").at(-1) ?? "") as ChannelId;
    const authority = (await this.access.signedIn(request.headers.cookie))?.authority ?? anyone;
    const found = channelsOf(authority).includes(channel)
      ? this.stream.dictionary(channel, Number(at.searchParams.get("epoch")))
      : null;
    response.writeHead(found === null ? 404 : 200, { "content-type": "application/json" }).end(found?.json);
  }

  /** The product's own client, signed in as `name` (null: nobody). */
  client(name: string | null): { link: Link; replica: Replica } {
    const headers: Record<string, string> = {
      origin: this.url,
      ...(name === null ? {} : { cookie: `session=${name}` }),
    };
    const fetching: typeof fetch = (input, init) => fetch(input, { ...init, headers });
    const replica = new Replica({ kindOf, monotonicMs: () => performance.now() });
    replica.onArrival(() => void (this.drawing && replica.commit()));
    const link = new Link({
      openWire: socketIoWire(this.url, { clock: wallClock, extraHeaders: headers }),
      loadDictionary: httpDictionaries(fetching, this.url),
      sink: replica,
      clock: pageClock,
      random: () => 0,
    });
    this.#links.push(link);
    link.start();
    return { link, replica };
  }

  /** Cuts all connections without a word. */
  dropSockets(): void {
    for (const socket of this.#tcp) socket.destroy();
    this.#tcp.clear();
  }

  async close(): Promise<void> {
    if (this.#ticking !== null) clearInterval(this.#ticking);
    for (const link of this.#links) link.close();
    await this.stream.close();
    this.http.close();
  }
}

/** Lets sockets have their turn. */
export const turn = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Waits until something holds, looking again after each turn of the event loop; the test's own time limit ends it. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((again) => setTimeout(again, 5));
}
