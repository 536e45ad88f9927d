import type { Server } from "node:http";
import type { Socket } from "node:net";

/** Counts what a web server sends over all its connections, protocol overhead included. */
export class WireMeter {
  readonly #open = new Set<Socket>();
  #closedBytes = 0;

  constructor(server: Server) {
    server.on("connection", (socket: Socket) => {
      this.#open.add(socket);
      socket.on("close", () => {
        this.#open.delete(socket);
        this.#closedBytes += socket.bytesWritten;
      });
    });
  }

  get bytes(): number {
    let bytes = this.#closedBytes;
    for (const socket of this.#open) bytes += socket.bytesWritten;
    return bytes;
  }
}
