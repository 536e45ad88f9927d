import type { Socket } from "socket.io";
import { namespace } from "../../models/stream/messages.ts";
import { packetText } from "./text-only-parser.ts";
import type { Outgoing, Wire } from "./wire.ts";

const texts = new WeakMap<Outgoing, string>();

function textOf(message: Outgoing): string {
  const known = texts.get(message);
  if (known !== undefined) return known;
  const text = packetText(namespace, message.event, message.payload);
  texts.set(message, text);
  return text;
}

/**
 * A Socket.IO connection as a wire. Frames go as bare binary messages of the layer below, which only a client that
 * asked for frames understands; events go as the text any Socket.IO client reads.
 */
export class SocketWire implements Wire {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  write(bytes: Uint8Array): void {
    this.#socket.conn.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  send(message: Outgoing): void {
    this.#socket.conn.write(textOf(message));
  }

  close(): void {
    this.#socket.disconnect(true);
  }

  get waitingMessages(): number {
    // Reached by its bracketed name: the library keeps it, but does not promise it.
    return (
      (this.#socket.conn as unknown as { readonly writeBuffer?: readonly unknown[] }).writeBuffer?.length ?? 0
    );
  }

  get bufferedBytes(): number {
    const { transport } = this.#socket.conn as unknown as {
      readonly transport?: { readonly socket?: { readonly bufferedAmount?: number } };
    };
    return transport?.socket?.bufferedAmount ?? 0;
  }
}
