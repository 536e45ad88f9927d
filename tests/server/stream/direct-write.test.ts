import { createServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket as ServerSocket } from "socket.io";
import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { framesParser } from "../../../client/link/frames-parser.ts";
import { namespace, type Welcome } from "../../../models/stream/messages.ts";
import { bytesWaiting, packetsWaiting } from "../../../server/stream/direct-write.ts";
import { socketProfile } from "../../../server/stream/limits.ts";
import { SocketWire } from "../../../server/stream/socket-wire.ts";
import { textOnlyParser } from "../../../server/stream/text-only-parser.ts";
import { until } from "./harbour.ts";

let http: HttpServer;
let server: Server;
let client: Socket;
let socket: ServerSocket;
let wire: SocketWire;
/** Packets that went through Engine.IO's own queue. */
let packets: number;
/** What the client got, in order: a frame's first byte, or a welcome's run. */
let got: number[];
let bytesGot: Uint8Array[];

beforeEach(async () => {
  [packets, got, bytesGot] = [0, [], []];
  http = createServer();
  server = new Server(http, { ...socketProfile, parser: textOnlyParser });
  const joined = new Promise<ServerSocket>((tell) => server.of(namespace).on("connection", tell));
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
  client = io(`http://127.0.0.1:${(http.address() as AddressInfo).port}${namespace}`, {
    transports: ["websocket"],
    parser: framesParser,
    reconnection: false,
    forceNew: true,
  });
  client.on("frames", (bytes: Uint8Array) => {
    got.push(bytes[0] ?? -1);
    bytesGot.push(bytes);
  });
  client.on("welcome", ({ run }: Welcome) => void got.push(run));
  socket = await joined;
  await until(() => client.connected && packetsWaiting(socket) === 0);
  socket.conn.on("packetCreate", () => void packets++);
  wire = new SocketWire(socket);
});
afterEach(async () => {
  client.disconnect();
  await server.close();
});

const welcome = (run: number) => ({ event: "welcome" as const, payload: { run } as Welcome });
const filled = (length: number, byte: number) => new Uint8Array(length).fill(byte);
interface Reader {
  pause(): void;
  resume(): void;
  terminate(): void;
}
/** The connection below Socket.IO, outside of a browser. */
const tcp = () => (client.io.engine as unknown as { transport: { ws: Reader } }).transport.ws;

describe("a frame on its way to a client", () => {
  it("ST10 goes past the library's own packets with the versions installed", async () => {
    for (let n = 0; n < 10; n++) wire.write(filled(20, n));
    await until(() => got.length === 10);
    expect(got).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(packets).toBe(0);
  });

  it.each([0, 1, 125, 126, 65_535, 65_536, 300_000])(
    "ST1 arrives as it was, %d bytes long",
    async (length) => {
      const bytes = Uint8Array.from({ length }, (_, at) => at % 251);
      wire.write(bytes);
      await until(() => bytesGot.length === 1);
      expect(Buffer.compare(bytesGot[0]!, bytes)).toBe(0);
    },
  );

  it("ST15 keeps its place among events, whichever way each of them takes", async () => {
    const sent: number[] = [];
    for (let n = 0; n < 200; n++) {
      if (n % 3 === 0) wire.send(welcome(n));
      else wire.write(filled(1 + n * 7, n));
      sent.push(n);
      // oxlint-disable-next-line no-await-in-loop
      if (n % 20 === 19) await new Promise((next) => setImmediate(next));
    }
    await until(() => got.length === sent.length);
    expect(got).toEqual(sent);
    expect(packets).toBeGreaterThan(0);
  });

  it("ST7 counts as waiting while the client does not read, and all of it arrives in order when it does", async () => {
    tcp().pause();
    let written = 0;
    while (bytesWaiting(socket) < 1_000_000) wire.write(filled(200_000, written++ % 251));
    wire.send(welcome(7));
    wire.write(filled(10, 9));
    expect(wire.bufferedBytes).toBeGreaterThan(1_000_000);
    tcp().resume();
    await until(() => got.length === written + 2);
    expect(got).toEqual([...Array.from({ length: written }, (_, n) => n % 251), 7, 9]);
    expect(wire.bufferedBytes).toBe(0);
  });

  it("ST7 is dropped with the connection when that is cut under it, and harms nobody", async () => {
    tcp().pause();
    while (bytesWaiting(socket) < 1_000_000) wire.write(filled(200_000, 1));
    const left = new Promise((tell) => socket.once("disconnect", tell));
    tcp().terminate();
    wire.close();
    wire.write(filled(10, 2));
    wire.send(welcome(3));
    await left;
    wire.write(filled(10, 2));
    expect(wire.waitingMessages).toBe(0);
  });
});
