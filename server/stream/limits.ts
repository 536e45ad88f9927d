import { seconds } from "../../models/quantity.ts";

/** Limits on connections that the settings decide. */
export interface StreamLimits {
  readonly socketsPerPerson: number;
  readonly socketsPerAddress: number;
  /** New connections per second, all together. */
  readonly socketsPerSecond: number;
  /** Whether a proxy in front says who is asking (`X-Forwarded-For`). */
  readonly trustProxy: boolean;
}

/** The handshake and its limits, the same everywhere: WebSocket only, no recovery by the library, small messages. */
export const socketProfile = {
  transports: ["websocket"] as ["websocket"],
  serveClient: false,
  allowEIO3: false,
  connectTimeout: 10 * seconds,
  maxHttpBufferSize: 65_536,
  perMessageDeflate: false,
  pingInterval: 10 * seconds,
  pingTimeout: 8 * seconds,
  cleanupEmptyChildNamespaces: true,
};

/** Packets of any kind one connection may send: twice what a busy client does, and some in store. */
export const packetsPerSecond = 50;
export const packetsInStore = 200;
