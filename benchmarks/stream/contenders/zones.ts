import { Server, type Socket } from "socket.io";
import { io, type Socket as ClientSocket } from "socket.io-client";
import { framesParser } from "../../../client/link/frames-parser.ts";
import { type ChannelHead, namespace } from "../../../models/stream/messages.ts";
import { Credit } from "../../../server/stream/credit.ts";
import { FanOut } from "../../../server/stream/fan-out.ts";
import { socketProfile } from "../../../server/stream/limits.ts";
import { AudienceLog } from "../../../server/stream/records.ts";
import { SocketWire } from "../../../server/stream/socket-wire.ts";
import { StreamCounters } from "../../../server/stream/counters.ts";
import { textOnlyParser } from "../../../server/stream/text-only-parser.ts";
import { Watcher } from "../../../server/stream/watcher.ts";
import type { Contender, Seen } from "../contender.ts";
import { ChannelFrames } from "./channel-frames.ts";
import { FrameColumns } from "./frame-columns.ts";

/** Our watchers and wires with the points in so many channels, all of which every client watches. */
export function zonesOf(count: number): Contender {
  return {
    serve(busy, httpServer) {
      const frames = new ChannelFrames(busy, count);
      const fanOut = new FanOut();
      const counters = new StreamCounters();
      const clients = new Map<SocketWire, Watcher>();
      const server = new Server(httpServer, { ...socketProfile, parser: textOnlyParser });
      server.of(namespace).on("connection", (socket: Socket) => {
        const credits = frames.channels.map((channel) => new Credit(channel, null));
        const watcher = new Watcher(credits, new AudienceLog([], true), fanOut);
        const heads = frames.channels.map((channel) => channel.head());
        socket.on("watch", (answer: (told: typeof heads) => void) => answer(heads));
        socket.on("begin", () => void clients.set(new SocketWire(socket), watcher));
        socket.on("drawn", (drawn: Parameters<Watcher["drawn"]>[0]) =>
          watcher.drawn(drawn, performance.now()),
        );
      });
      return Promise.resolve({
        send(result) {
          frames.take(result);
          fanOut.begin(result.delta.to);
          const moment = {
            tick: result.delta.to,
            timeMs: result.delta.timeMs,
            nowMs: performance.now(),
            ticksPerSecond: 10,
            bufferedBytes: 262_144,
            counters,
          };
          for (const [wire, watcher] of clients) watcher.tick(moment, 1, wire);
        },
        close: () => void server.close(),
      });
    },
    async connect(url, seen) {
      const socket = io(`${url}${namespace}`, {
        transports: ["websocket"],
        parser: framesParser,
        reconnection: false,
        forceNew: true,
      });
      await new Promise((done, failed) =>
        socket.once("connect", () => done(null)).once("connect_error", failed),
      );
      const columns = await watchAll(socket, seen);
      return {
        pause: () => undefined,
        resume: () => undefined,
        counts: () => columns.counts(),
        close: () => void socket.disconnect(),
      };
    },
  };
}

/** Acknowledges every restart and every fifth message, as the page does. */
async function watchAll(socket: ClientSocket, seen: Seen): Promise<FrameColumns> {
  const heads = (await socket.emitWithAck("watch")) as readonly ChannelHead[];
  const columns = new FrameColumns(seen, heads);
  let messages = 0;
  await new Promise<void>((done) => {
    socket.on("frames", (bytes: Uint8Array) => {
      const restarted = columns.take(bytes);
      if (restarted || ++messages % 5 === 0) {
        const { ticks } = columns;
        socket.emit("drawn", {
          channels: heads.map(({ channel }, at) => ({ channel, tick: ticks[at] ?? 0 })),
        });
      }
      done();
    });
    socket.emit("begin");
  });
  return columns;
}
