import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "../../models/language/text.ts";

const sentence = text(
  '此处只接受 WebSocket 连接：请在 Socket.IO 客户端中设置 transports: ["websocket"]。',
  'Only WebSocket connections are taken here: give the Socket.IO client transports: ["websocket"].',
);
const body = JSON.stringify({ error: { code: "websocket-only", sentence } });

/**
 * Tells a client that would poll what to change; the library itself says only that the transport is unknown. Requests
 * to become a WebSocket go on.
 */
export function websocketOnly(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  if (request.headers.upgrade !== undefined) return next();
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  response.writeHead(400, headers).end(body);
}
