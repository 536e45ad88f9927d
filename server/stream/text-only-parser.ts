import * as parser from "socket.io-parser";

/** Thrown at a client that sends bytes; the connection is closed by it. */
class BinaryRefused extends Error {
  override readonly name = "BinaryRefused";
}

/** The usual Socket.IO parser for what clients send, text only: no attachments are ever waited for. */
class TextOnlyDecoder extends parser.Decoder {
  override add(message: unknown): void {
    const announcesBinary = typeof message === "string" && /^[56]/.test(message);
    if (typeof message !== "string" || announcesBinary)
      throw new BinaryRefused("binary messages are not taken here");
    super.add(message);
  }
}

export const textOnlyParser = { Encoder: parser.Encoder, Decoder: TextOnlyDecoder };

const encoder = new parser.Encoder();

/** An event as the text of its packet, to be written to many connections as it is. */
export function packetText(namespace: string, event: string, payload: unknown): string {
  const [text] = encoder.encode({ type: parser.PacketType.EVENT, nsp: namespace, data: [event, payload] });
  if (typeof text !== "string") throw new TypeError(`event ${event} is not text`);
  return text;
}
