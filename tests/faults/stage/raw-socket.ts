import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** A WebSocket to the stream that says whatever a case wants, well formed or not. */
export class RawSocket {
  /** Texts the server sent. */
  readonly heard: string[] = [];
  /** Bytes that came in all. */
  bytesHeard = 0;
  readonly ended: Promise<void>;
  readonly socket: Socket;
  #listeners: (() => void)[] = [];
  #rest = Buffer.alloc(0);
  #isOpen = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    this.ended = new Promise((resolve) => socket.once("close", () => resolve()));
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => this.#take(bytes));
  }

  /** @returns null when the server does not let it in. */
  static async open(
    base: string,
    headers: Readonly<Record<string, string>> = {},
    query = "EIO=4&transport=websocket",
  ): Promise<RawSocket | null> {
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname);
    const raw = new RawSocket(socket);
    const lines = [
      `GET /socket.io/?${query} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${randomBytes(16).toString("base64")}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n`);
    const isOpen = new Promise<RawSocket>((resolve) =>
      raw.#listeners.push(() => raw.#isOpen && resolve(raw)),
    );
    const refused = raw.ended.then(() => null);
    return Promise.race([isOpen, refused]);
  }

  #take(bytes: Buffer): void {
    this.bytesHeard += bytes.length;
    this.#rest = Buffer.concat([this.#rest, bytes]);
    if (!this.#isOpen) {
      const end = this.#rest.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!this.#rest.subarray(0, end).toString().startsWith("HTTP/1.1 101"))
        return void this.socket.destroy();
      this.#isOpen = true;
      this.#rest = this.#rest.subarray(end + 4);
    }
    while (this.#readFrame());
    for (const listener of this.#listeners) listener();
  }

  #readFrame(): boolean {
    const rest = this.#rest;
    if (rest.length < 2) return false;
    const short = rest[1]! & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (rest.length < head) return false;
    const length =
      short === 126 ? rest.readUInt16BE(2) : short === 127 ? Number(rest.readBigUInt64BE(2)) : short;
    if (rest.length < head + length) return false;
    const payload = rest.subarray(head, head + length);
    const kind = rest[0]! & 15;
    if (kind === 1) this.#heard(payload.toString());
    // The server says goodbye.
    if (kind === 8) this.socket.destroy();
    this.#rest = rest.subarray(head + length);
    return true;
  }

  #heard(text: string): void {
    this.heard.push(text);
    // The ping of the layer below is answered, so that only what is tried ends the connection.
    if (text === "2") this.say("3");
  }

  /** One text message, masked as a client must. */
  say(text: string): void {
    this.frame(0x81, Buffer.from(text));
  }

  /** A frame of this first byte; `declared` bytes are announced, whatever is sent. */
  frame(first: number, payload: Buffer, declared = payload.length): void {
    const head = Buffer.alloc(14);
    head[0] = first;
    head[1] = 0x80 | 127;
    head.writeBigUInt64BE(BigInt(declared), 2);
    // A mask of zeros changes nothing.
    if (!this.socket.destroyed) this.socket.write(Buffer.concat([head, payload]));
  }

  /** Joins the namespace of the stream. */
  join(): this {
    this.say("40/twin,");
    return this;
  }

  close(): void {
    this.socket.destroy();
  }
}
