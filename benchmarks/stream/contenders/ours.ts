import type { Server } from "node:http";
import { io, type Socket } from "socket.io-client";
import { DrawnTicks } from "../../../client/link/drawn-ticks.ts";
import { framesParser } from "../../../client/link/frames-parser.ts";
import { namespace, protocol, type Answer, type Welcome } from "../../../models/stream/messages.ts";
import type { Access } from "../../../server/access/access.ts";
import { Presence } from "../../../server/presence/presence.ts";
import { createStream, type Stream } from "../../../server/stream/stream.ts";
import type { BusyTwin } from "../busy-twin.ts";
import type { Contender, Seen } from "../contender.ts";
import { FrameColumns } from "./frame-columns.ts";

const noLimit = 1_000_000;

/** Everybody is the public, as all the points are public. */
const access: Access = {
  signedIn: () => Promise.resolve(null),
  credential: () => Promise.resolve(null),
  onChange: () => () => undefined,
  makeLink: () => Promise.reject(new Error("there are no links here")),
};

function streamOf(busy: BusyTwin, httpServer: Server): Stream {
  return createStream({
    twin: busy.twin,
    clock: { nowMs: () => busy.nowMs, rate: 1 },
    community: "benchmark",
    catalogueSpec: (kind, property) => busy.specs.get(kind)?.find((spec) => spec.property === property),
    limitOf: () => undefined,
    overlays: {
      body: () => ({ status: "shown", fromMs: 0, untilMs: 0, intervals: [] }),
      onChange: () => () => undefined,
    },
    run: 1,
    tickMs: 100,
    timers: { nowMs: () => performance.now() },
    isDemo: () => false,
    drill: () => null,
    reads: { covers: () => true, cover: () => Promise.resolve() },
    refusals: { note: () => undefined },
    presence: new Presence(
      (look) => look,
      () => performance.now(),
    ),
    alarms: {
      open: new Map(),
      ask: () => Promise.resolve({ ok: false, code: "not-allowed" }),
      takeFresh: () => [],
    },
    commands: {
      ask: () => Promise.resolve({ ok: false, code: "not-allowed" }),
      recent: () => [],
      takeFresh: () => [],
    },
    httpServer,
    access,
    allowedOrigins: new Set(),
    limits: {
      socketsPerPerson: noLimit,
      socketsPerAddress: noLimit,
      socketsPerSecond: noLimit,
      trustProxy: false,
    },
  });
}

/** The product's own stream on real sockets, and a client of its own codec that acknowledges as the page does. */
export const ours: Contender = {
  serve(busy, httpServer) {
    const stream = streamOf(busy, httpServer);
    return Promise.resolve({
      send: (result) => stream.onTick(result),
      close: () => void stream.close(),
    });
  },
  async connect(url, seen) {
    const socket = io(`${url}${namespace}`, {
      transports: ["websocket"],
      parser: framesParser,
      reconnection: false,
      forceNew: true,
    });
    const columns = await watch(socket, seen);
    const { ws } = (socket.io.engine as unknown as Engine).transport;
    return {
      pause: () => ws.pause(),
      resume: () => ws.resume(),
      counts: () => columns.counts(),
      close: () => void socket.disconnect(),
    };
  },
};

/** What we use of a client's connection below Socket.IO, outside of a browser. */
interface Engine {
  readonly transport: { readonly ws: { pause(): void; resume(): void } };
}

/** Says hello, watches, and follows from then on. @returns once the first KEY is taken in. */
async function watch(socket: Socket, seen: Seen): Promise<FrameColumns> {
  await new Promise((done, failed) => socket.once("connect", () => done(null)).once("connect_error", failed));
  const hello = (await socket.emitWithAck("hello", { protocol, frames: 1 })) as Answer<Welcome>;
  if (!hello.ok) throw new Error(`hello was refused: ${hello.code}`);
  const { channels } = hello.value;
  const columns = new FrameColumns(seen, channels);
  const drawn = new DrawnTicks();
  const begun = new Promise<void>((done) => {
    socket.on("frames", (bytes: Uint8Array) => {
      const restarted = columns.take(bytes);
      const tick = columns.tick ?? 0;
      const due = drawn.due(
        channels.map(({ channel }) => ({ channel, tick, restarted })),
        false,
      );
      if (due.length > 0) socket.emit("drawn", { channels: due });
      done();
    });
  });
  const asked = channels.map(({ channel, epoch }) => ({ channel, epoch, tick: null }));
  await socket.emitWithAck("watch", { channels: asked, records: null });
  await begun;
  return columns;
}
