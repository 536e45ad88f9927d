/**
 * What the benchmarks use of their peers, so that the project's own checks need none of them installed. An ambient
 * declaration goes before the package's own types; that it is true shows when the benchmark runs.
 */
declare module "ws" {
  import type { EventEmitter } from "node:events";
  import type { Server } from "node:http";

  export class WebSocket extends EventEmitter {
    binaryType: string;
    constructor(url: string, options: { perMessageDeflate: boolean });
    send(bytes: Uint8Array): void;
    pause(): void;
    resume(): void;
    terminate(): void;
  }
  export class WebSocketServer extends EventEmitter {
    readonly clients: ReadonlySet<WebSocket>;
    constructor(options: { server: Server; perMessageDeflate: boolean });
    close(): void;
  }
}

declare module "socket.io-msgpack-parser" {
  const parser: { Encoder: new () => object; Decoder: new () => object };
  export default parser;
}

declare module "@colyseus/schema" {
  export const Encoder: { BUFFER_SIZE: number };
  export class MapSchema<V> {
    get(key: string): V | undefined;
    set(key: string, value: V): this;
  }
  interface TwinState {
    tick: number;
    q: MapSchema<number>;
  }
  export function schema(fields: { tick: "number"; q: { map: "number" } }): new () => TwinState;
}

declare module "@colyseus/core" {
  import type { MapSchema } from "@colyseus/schema";
  import type { WebSocketTransport } from "@colyseus/ws-transport";

  export class Room {
    state: { tick: number; q: MapSchema<number> };
    patchRate: number | null;
    onCreate(): void;
    broadcastPatch(): boolean;
  }
  export class Server {
    constructor(options: { transport: WebSocketTransport; greet: boolean; gracefullyShutdown: boolean });
    define(name: string, room: typeof Room): unknown;
    listen(port: number, host: string): Promise<void>;
    gracefullyShutdown(exit: boolean): Promise<void>;
  }
}

declare module "@colyseus/ws-transport" {
  import type { Server } from "node:http";
  export class WebSocketTransport {
    constructor(options: { server: Server; pingInterval: number });
    shutdown(): void;
  }
}

declare module "@colyseus/sdk" {
  import type { MapSchema } from "@colyseus/schema";
  interface TwinState {
    tick: number;
    q: MapSchema<number>;
  }
  interface Room {
    readonly state: TwinState;
    onStateChange(listener: (state: TwinState) => void): void;
    leave(consented: boolean): Promise<number>;
  }
  export class Client {
    constructor(url: string);
    joinOrCreate(name: string, options: object, state: new () => TwinState): Promise<Room>;
  }
}
