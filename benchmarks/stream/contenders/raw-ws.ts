import { WebSocket, WebSocketServer } from "ws";
import type { Contender } from "../contender.ts";
import { ChannelFrames } from "./channel-frames.ts";
import { columnsFor, type FrameColumns } from "./frame-columns.ts";

/** The least there can be: the same frame handed to each WebSocket, with no session, window or acknowledgement. */
export const rawWs: Contender = {
  serve(busy, httpServer) {
    const server = new WebSocketServer({ server: httpServer, perMessageDeflate: false });
    const frames = new ChannelFrames(busy, 1);
    const [channel] = frames.channels;
    let newcomers: WebSocket[] = [];
    server.on("connection", (socket) => {
      newcomers.push(socket);
    });
    return Promise.resolve({
      send(result) {
        frames.take(result);
        const frame = channel?.frame() ?? null;
        const key = newcomers.length === 0 ? null : (channel?.catchUp(null) ?? null);
        for (const socket of server.clients) {
          const bytes = newcomers.includes(socket) ? key : frame;
          if (bytes !== null) socket.send(bytes);
        }
        newcomers = [];
      },
      close: () => server.close(),
    });
  },
  async connect(url, seen) {
    const socket = new WebSocket(url.replace("http", "ws"), { perMessageDeflate: false });
    socket.binaryType = "nodebuffer";
    let columns: FrameColumns | null = null;
    await new Promise<void>((done, failed) => {
      socket.on("error", failed);
      socket.on("message", (bytes: Uint8Array) => {
        columns ??= columnsFor(bytes, seen);
        columns.take(bytes);
        done();
      });
    });
    return {
      pause: () => socket.pause(),
      resume: () => socket.resume(),
      counts: () => columns?.counts() ?? new Float64Array(0),
      close: () => socket.terminate(),
    };
  },
};
