import { io } from "socket.io-client";
import { seconds } from "../../models/quantity.ts";
import { namespace, type RefusalCode } from "../../models/stream/messages.ts";
import type { Clock } from "../clock.ts";
import { framesParser } from "./frames-parser.ts";
import type { LinkWire, OpenWire } from "./wire.ts";

const answerWithinMs = 10 * seconds;
/** A page that was held up so long finds the answer waiting behind its own timer: the answer is given a turn first. */
const graceMs = 2 * seconds;

export interface SocketIoOptions {
  /** What a program brings instead of a cookie. */
  readonly token?: string;
  /** Headers a browser would send by itself; only outside of one. */
  readonly extraHeaders?: Record<string, string>;
  readonly clock: Pick<Clock, "after">;
}

/** Opens Socket.IO connections to a server, e.g. `https://example.org`. Trying again is the link's business, not the library's. */
export function socketIoWire(server: string, options: SocketIoOptions): OpenWire {
  const { clock } = options;
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
    socket.on("company", (company) => events.company(company));
    socket.on("refused", ({ code }: { code: RefusalCode }) => events.refused(code));
    socket.on("connect_error", (error) => {
      if (error.message === "not-allowed" || error.message === "too-many-connections")
        events.refused(error.message);
      close();
    });
    socket.on("disconnect", close);
    return {
      ask: (event, payload, answered) => {
        let callOff = clock.after(answerWithinMs, () => {
          callOff = clock.after(graceMs, close);
        });
        socket.emit(event, payload, (answer: Parameters<typeof answered>[0]) => {
          callOff();
          if (open) answered(answer);
        });
      },
      tell: (event, payload) => void socket.emit(event, payload),
      close,
    };
  };
}
