import { Server, type ServerOptions } from "socket.io";
import { io, type Socket } from "socket.io-client";
import type { Contender, Join } from "../contender.ts";
import { type NamedChange, NamedChanges, NamedValues } from "./named-changes.ts";

/** What we use of a client's connection below Socket.IO, outside of a browser. */
interface Engine {
  readonly transport: { readonly ws: { pause(): void; resume(): void } };
}

/** The usual way: one Socket.IO event a tick to everybody, with an object per change; a newcomer is sent everything. */
export function socketIoNamed(parser?: ServerOptions["parser"]): Contender {
  const profile = { transports: ["websocket" as const], ...(parser === undefined ? {} : { parser }) };
  return {
    serve(busy, httpServer) {
      const server = new Server(httpServer, profile);
      const changes = new NamedChanges(busy);
      server.on("connection", (socket) => {
        socket.on("join", () => socket.emit("changes", busy.twin.state.tick, changes.all()));
      });
      return Promise.resolve({
        send: (result) => void server.emit("changes", result.delta.to, changes.of(result)),
        close: () => void server.close(),
      });
    },
    async connect(url, seen, join) {
      const values = new NamedValues(seen);
      const socket = io(url, { ...profile, reconnection: false, forceNew: true });
      await ready(socket, join, values);
      const { ws } = (socket.io.engine as unknown as Engine).transport;
      return {
        pause: () => ws.pause(),
        resume: () => ws.resume(),
        counts: () => values.counts(),
        close: () => void socket.disconnect(),
      };
    },
  };
}

function ready(socket: Socket, join: Join, values: NamedValues): Promise<void> {
  return new Promise((done, failed) => {
    socket.on("connect_error", failed);
    socket.on("connect", () => {
      if (join === "state") socket.emit("join");
      else done();
    });
    socket.on("changes", (tick: number, changes: readonly NamedChange[]) => {
      values.take(tick, changes);
      done();
    });
  });
}
