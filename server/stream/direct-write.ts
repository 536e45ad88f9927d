import type { Socket } from "socket.io";

/**
 * What of Engine.IO and ws, below Socket.IO, the direct way leans on. None of it is promised by them, so everything is
 * looked at before it is used, and a test sees that the installed versions have it.
 */
interface Connection {
  readonly readyState?: string;
  readonly writeBuffer?: readonly unknown[];
  readonly transport?: {
    readonly name?: string;
    readonly perMessageDeflate?: unknown;
    readonly socket?: {
      readonly readyState?: number;
      readonly bufferedAmount?: number;
      readonly _sender?: { sendFrame?(parts: readonly Buffer[]): void };
    };
  };
}

const openWebSocket = 1;

const connectionOf = (socket: Socket): Connection => socket.conn as unknown as Connection;

/** Packets that wait in Engine.IO because the connection did not take the ones before. */
export const packetsWaiting = (socket: Socket): number => connectionOf(socket).writeBuffer?.length ?? 0;

/** Bytes handed to the connection that the kernel has not taken yet, those of direct writes among them. */
export const bytesWaiting = (socket: Socket): number =>
  connectionOf(socket).transport?.socket?.bufferedAmount ?? 0;

/**
 * Hands a finished WebSocket frame to the connection, past the queue of packets of its own that Engine.IO keeps for
 * each socket; what waits in that queue keeps its place before it.
 * @returns false when this connection must be written to in the usual way now.
 */
export function writeDirectly(socket: Socket, frame: Buffer): boolean {
  const { readyState, writeBuffer, transport } = connectionOf(socket);
  if (readyState !== "open" || writeBuffer?.length !== 0) return false;
  if (transport?.name !== "websocket" || Boolean(transport.perMessageDeflate)) return false;
  const { socket: webSocket } = transport;
  if (webSocket?.readyState !== openWebSocket) return false;
  const sender = webSocket["_sender"];
  if (sender?.sendFrame === undefined) return false;
  sender.sendFrame([frame]);
  return true;
}

/** A binary message of a server as one finished WebSocket frame (RFC 6455, 5.2): final, not masked. */
export function webSocketFrame(bytes: Uint8Array): Buffer {
  const { length } = bytes;
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = 0x82;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(bytes, headLength);
  return frame;
}
