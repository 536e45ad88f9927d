import type { Socket } from "socket.io";
import { namespace } from "../../models/stream/messages.ts";
import { bytesWaiting, packetsWaiting, webSocketFrame, writeDirectly } from "./direct-write.ts";
import { packetText } from "./text-only-parser.ts";
import type { Outgoing, Wire } from "./wire.ts";

/** Made once per message, however many connections it is written to. */
const texts = new WeakMap<Outgoing, string>();
const frames = new WeakMap<Uint8Array, Buffer>();

function textOf(message: Outgoing): string {
  const known = texts.get(message);
  if (known !== undefined) return known;
  const text = packetText(namespace, message.event, message.payload);
  texts.set(message, text);
  return text;
}

function frameOf(bytes: Uint8Array): Buffer {
  const known = frames.get(bytes);
  if (known !== undefined) return known;
  const frame = webSocketFrame(bytes);
  frames.set(bytes, frame);
  return frame;
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
    if (writeDirectly(this.#socket, frameOf(bytes))) return;
    this.#socket.conn.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  }

  send(message: Outgoing): void {
    this.#socket.conn.write(textOf(message));
  }

  close(): void {
    this.#socket.disconnect(true);
  }

  get waitingMessages(): number {
    return packetsWaiting(this.#socket);
  }

  get bufferedBytes(): number {
    return bytesWaiting(this.#socket);
  }
}
