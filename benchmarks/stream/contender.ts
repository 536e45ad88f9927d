import type { Server } from "node:http";
import type { TickResult } from "../../server/twin/twin-reader.ts";
import type { BusyTwin } from "./busy-twin.ts";

/** One way to bring a twin's changes to many clients: its server half and its client half. */
export interface Contender {
  serve(busy: BusyTwin, httpServer: Server): Promise<Serving>;
  /** @returns once the client is connected and, where it begins with what the twin holds, has it. */
  connect(url: string, seen: Seen, join: Join): Promise<Connection>;
}

/** `state`: the client must be sent all that the twin holds. `changes`: it may begin from what all are told beforehand. */
export type Join = "state" | "changes";

export interface Serving {
  /** Sends what changed to every client. */
  send(result: TickResult): void;
  close(): void;
}

export interface Connection {
  /** Stops and resumes reading, as a client does whose thread hangs. */
  pause(): void;
  resume(): void;
  /** What the client holds, in whole steps of each point's resolution. */
  counts(): Float64Array;
  close(): void;
}

/** What each client is told beforehand, and whom it tells how far it is. */
export interface Seen {
  /** What the points held when the twin began; not to be changed. */
  readonly initial: Float64Array;
  readonly resolutions: Float64Array;
  readonly indexOf: ReadonlyMap<string, number>;
  /** The client has taken in all up to this tick. */
  at(tick: number): void;
}

/** The name a change carries in a self-explaining message. */
export const nameOf = (busy: BusyTwin, index: number): string =>
  `${busy.twin.deviceAt(index).device.id}/${busy.twin.specOf(index).property}`;

export const contenders = {
  ours: async () => (await import("./contenders/ours.ts")).ours,
  "Socket.IO, JSON": async () => (await import("./contenders/socket-io-json.ts")).socketIoJson,
  "Socket.IO, msgpack": async () => (await import("./contenders/socket-io-msgpack.ts")).socketIoMsgpack,
  Colyseus: async () => (await import("./contenders/colyseus.ts")).colyseus,
  "1 channel": async () => (await import("./contenders/zones.ts")).zonesOf(1),
  "8 channels": async () => (await import("./contenders/zones.ts")).zonesOf(8),
  "raw ws": async () => (await import("./contenders/raw-ws.ts")).rawWs,
} satisfies Readonly<Record<string, () => Promise<Contender>>>;

export type ContenderName = keyof typeof contenders;
