import { io } from "socket.io-client";
import { seconds } from "../../models/quantity.ts";
import { namespace, type RefusalCode } from "../../models/stream/messages.ts";
import { framesParser } from "./frames-parser.ts";
import type { LinkWire, OpenWire } from "./wire.ts";

const answerWithinMs = 10 * seconds;

export interface SocketIoOptions {
  /** What a program brings instead of a cookie. */
  readonly token?: string;
  /** Headers a browser would send by itself; only outside of one. */
  readonly extraHeaders?: Record<string, string>;
}

/** Opens Socket.IO connections to a server, e.g. `https://example.org`. Trying again is the link's business, not the library's. */
export function socketIoWire(server: string, options: SocketIoOptions = {}): OpenWire {
  return (events): LinkWire => {
    const socket = io(`${server}${namespace}`, {
      transports: ["websocket"],
      parser: framesParser,
      reconnection: false,
      forceNew: true,
      ...(options.token === undefined ? {} : { auth: { token: options.token } }),
      ...(options.extraHeaders === undefined ? {} : { extraHeaders: options.extraHeaders }),
    });
    let open = true;
    const close = (): void => {
      if (!open) return;
      open = false;
      socket.disconnect();
      events.closed();
    };
    socket.on("connect", () => events.opened());
    socket.on("frames", (bytes: Uint8Array) => events.frames(bytes));
    socket.on("welcome", (welcome) => events.welcome(welcome));
    socket.on("record", (record) => events.record(record));
    socket.on("overlay", (overlay) => events.overlay(overlay));
    socket.on("command", (record) => events.command(record));
    socket.on("refused", ({ code }: { code: RefusalCode }) => events.refused(code));
    socket.on("connect_error", (error) => {
      if (error.message === "not-allowed" || error.message === "too-many-connections")
        events.refused(error.message);
      close();
    });
    socket.on("disconnect", close);
    return {
      ask: (event, payload, answered) => {
        socket
          .timeout(answerWithinMs)
          .emit(event, payload, (error: Error | null, answer: Parameters<typeof answered>[0]) => {
            if (!open) return;
            if (error === null) answered(answer);
            else close();
          });
      },
      tell: (event, payload) => void socket.emit(event, payload),
      close,
    };
  };
}
