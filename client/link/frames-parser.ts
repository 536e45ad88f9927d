import * as parser from "socket.io-parser";
import { namespace } from "../../models/stream/messages.ts";

/** The usual Socket.IO parser, except that a bare binary message is the event `frames` of our namespace. */
class FramesDecoder extends parser.Decoder {
  override add(message: unknown): void {
    const bytes = bytesOf(message);
    if (bytes === null) super.add(message);
    else
      this.emitReserved("decoded", {
        type: parser.PacketType.EVENT,
        nsp: namespace,
        data: ["frames", bytes],
      });
  }
}

function bytesOf(message: unknown): Uint8Array | null {
  if (message instanceof ArrayBuffer) return new Uint8Array(message);
  return ArrayBuffer.isView(message)
    ? new Uint8Array(message.buffer, message.byteOffset, message.byteLength)
    : null;
}

export const framesParser = { Encoder: parser.Encoder, Decoder: FramesDecoder };
