import type { IncomingMessage, Server as HttpServer } from "node:http";
import { Server, type Socket } from "socket.io";
import { anyone, type Authority } from "../../models/duty/duty.ts";
import type { SessionId } from "../../models/ids.ts";
import { namespace } from "../../models/stream/messages.ts";
import type { Access } from "../access/access.ts";
import type { Admission } from "./admission.ts";
import type { StreamCounters } from "./counters.ts";
import type { Hub } from "./hub.ts";
import { packetsInStore, packetsPerSecond, socketProfile, type StreamLimits } from "./limits.ts";
import { SocketWire } from "./socket-wire.ts";
import { textOnlyParser } from "./text-only-parser.ts";
import { TokenBucket } from "./token-bucket.ts";
import { websocketOnly } from "./websocket-only.ts";

export interface Doors {
  readonly httpServer: HttpServer;
  readonly access: Access;
  readonly admission: Admission;
  readonly limits: StreamLimits;
  readonly counters: StreamCounters;
  readonly timers: { nowMs(): number };
}

interface Identity {
  readonly authority: Authority;
  readonly signIn: SessionId | null;
  readonly name: string;
  /** How many changes of authority there had been when this was true. */
  readonly changes: number;
}

/** The one namespace on the web server: lets connections in, finds out who they are, and hands them to the hub. */
export class TwinNamespace {
  readonly #doors: Doors;
  readonly #hub: Hub;
  readonly #io: Server;
  readonly #identities = new WeakMap<Socket, Identity>();
  readonly #byPerson = new Map<SessionId, number>();
  readonly #stopAccess: () => void;
  #changes = 0;

  constructor(doors: Doors, hub: Hub) {
    this.#doors = doors;
    this.#hub = hub;
    this.#io = new Server(doors.httpServer, {
      ...socketProfile,
      parser: textOnlyParser,
      allowRequest: (request, decide) => {
        const turned = doors.admission.judge(request);
        decide(turned === null ? null : "not allowed", turned === null);
      },
    });
    this.#io.engine.use(websocketOnly);
    this.#io.engine.on("connection", (connection: EngineConnection) => this.#guard(connection));
    this.#io.of("/").use((_socket, next) => next(new Error("not-allowed")));
    const twin = this.#io.of(namespace);
    twin.use((socket, next) => void this.#meet(socket, next));
    twin.on("connection", (socket) => this.#join(socket));
    this.#stopAccess = doors.access.onChange((signIn, authority) => {
      this.#changes++;
      hub.authorise(signIn, authority);
    });
  }

  /** Counts the connection to its address, and ends it when it floods, whatever the packets are. */
  #guard(connection: EngineConnection): void {
    const { admission, counters, timers } = this.#doors;
    const left = admission.enter(connection.request);
    const bucket = new TokenBucket(packetsPerSecond, packetsInStore, timers.nowMs());
    connection.on("close", left);
    connection.on("packet", ({ type, data }) => {
      if (type === "message" && (typeof data !== "string" || /^[56]/.test(data)))
        counters.add("binary-refused");
      if (bucket.take(timers.nowMs())) return;
      counters.add("closed-too-many-messages");
      connection.close(true);
    });
  }

  async #meet(socket: Socket, next: (error?: Error) => void): Promise<void> {
    let refusal: Error | undefined;
    try {
      refusal = this.#admit(socket, await this.#identify(socket));
    } catch {
      refusal = new Error("not-allowed");
    }
    next(refusal);
  }

  async #identify(socket: Socket): Promise<Identity | null> {
    const { cookie } = socket.request.headers;
    const { token } = socket.handshake.auth as { token?: unknown };
    if (token !== undefined) {
      const credential = typeof token === "string" ? await this.#doors.access.credential(token) : null;
      return credential?.use === "read"
        ? { authority: anyone, signIn: null, name: "", changes: this.#changes }
        : null;
    }
    // A change while we asked may not be in the answer: ask again.
    for (;;) {
      const changes = this.#changes;
      // oxlint-disable-next-line no-await-in-loop
      const person = await this.#doors.access.signedIn(cookie);
      if (changes !== this.#changes) continue;
      return person === null
        ? { authority: anyone, signIn: null, name: "", changes }
        : { authority: person.authority, signIn: person.session, name: person.name, changes };
    }
  }

  #admit(socket: Socket, identity: Identity | null): Error | undefined {
    const { counters, limits } = this.#doors;
    if (identity === null) {
      counters.add("refused-not-allowed");
      return new Error("not-allowed");
    }
    if (identity.signIn !== null && (this.#byPerson.get(identity.signIn) ?? 0) >= limits.socketsPerPerson) {
      counters.add("refused-too-many");
      return new Error("too-many-connections");
    }
    this.#identities.set(socket, identity);
    return undefined;
  }

  #join(socket: Socket): void {
    const identity = this.#identities.get(socket);
    // Nobody is let in on what was true of them a moment ago; they knock again.
    if (identity === undefined || identity.changes !== this.#changes) {
      socket.disconnect(true);
      return;
    }
    const { signIn, name } = identity;
    if (signIn !== null) this.#byPerson.set(signIn, (this.#byPerson.get(signIn) ?? 0) + 1);
    const session = this.#hub.join(new SocketWire(socket), identity.authority, signIn, name);
    // Events go no further than this: no name a client invents ever reaches an emitter.
    socket.use(([event, ...rest]) => {
      const last: unknown = rest.at(-1);
      const answer = typeof last === "function" ? (last as (answer: unknown) => void) : null;
      session.receive(event, rest[0] === last && answer !== null ? undefined : rest[0], answer);
    });
    socket.on("error", () => undefined);
    socket.on("disconnect", () => {
      this.#hub.leave(session);
      if (signIn === null) return;
      const held = (this.#byPerson.get(signIn) ?? 0) - 1;
      if (held > 0) this.#byPerson.set(signIn, held);
      else this.#byPerson.delete(signIn);
    });
  }

  /** Ends all connections; the web server is its owner's to close, and must be closed after. */
  async close(): Promise<void> {
    this.#stopAccess();
    this.#hub.close();
    await this.#io.close();
  }
}

/** What we use of an Engine.IO connection. */
interface EngineConnection {
  readonly request: IncomingMessage;
  on(event: "close", listener: () => void): unknown;
  on(
    event: "packet",
    listener: (packet: { readonly type: string; readonly data?: unknown }) => void,
  ): unknown;
  close(discard: boolean): void;
}
