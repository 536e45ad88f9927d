/** What was seen of a connection's bytes: how many messages began in them, or why they are no MQTT we accept. */
export type Metered = number | "oversize" | "malformed";

const publish = 3;

/**
 * Follows the fixed headers of MQTT 3.1.1 in a stream of bytes (section 2.2 of the standard: one byte of type, a length
 * of one to four bytes of seven bits each), without keeping any of them.
 */
export class PacketMeter {
  mostBytes: number;
  /** Bytes of the current packet still to come, headers aside. */
  #rest = 0;
  /** −1 before the type byte; otherwise how many bytes of the length were read. */
  #lengthBytes = -1;
  #length = 0;
  #type = 0;

  constructor(mostBytes: number) {
    this.mostBytes = mostBytes;
  }

  feed(bytes: Uint8Array): Metered {
    let messages = 0;
    let at = 0;
    while (at < bytes.length) {
      if (this.#rest > 0) {
        const skipped = Math.min(this.#rest, bytes.length - at);
        this.#rest -= skipped;
        at += skipped;
        continue;
      }
      const byte = bytes[at++] ?? 0;
      if (this.#lengthBytes < 0) {
        this.#type = byte >>> 4;
        if (this.#type === 0 || this.#type === 15) return "malformed";
        this.#lengthBytes = 0;
        this.#length = 0;
        continue;
      }
      this.#length += (byte & 127) * 128 ** this.#lengthBytes;
      this.#lengthBytes++;
      if (this.#length > this.mostBytes) return "oversize";
      if (byte > 127) {
        if (this.#lengthBytes === 4) return "malformed";
        continue;
      }
      this.#rest = this.#length;
      this.#lengthBytes = -1;
      if (this.#type === publish) messages++;
    }
    return messages;
  }
}
