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

declare module "@react-three/drei" {
  import type { ReactNode } from "react";
  import type { Color } from "three";

  interface InstancesProps {
    readonly limit: number;
    readonly range: number;
    readonly frustumCulled: boolean;
    readonly children: ReactNode;
  }
  interface InstanceProps {
    readonly ref: (instance: { readonly color: Color } | null) => void;
    readonly position: readonly [number, number, number];
    readonly color: string;
  }
  interface HtmlProps {
    readonly position: readonly [number, number, number];
    readonly center: boolean;
    readonly children: ReactNode;
  }
  export function Instances(props: InstancesProps): ReactNode;
  export function Instance(props: InstanceProps): ReactNode;
  export function Html(props: HtmlProps): ReactNode;
}

declare module "@deck.gl/core" {
  export const OrbitView: new (options: { orbitAxis: "Z"; near: number; far: number }) => object;
  export const Deck: new (options: object) => { setProps(changed: object): void };
}

declare module "@deck.gl/layers" {
  interface LayerProps<Row> {
    readonly id: string;
    readonly data: readonly Row[] | { readonly length: number; readonly attributes: object };
    readonly [option: string]: unknown;
  }
  type Layer = new <Row>(props: LayerProps<Row>) => object;
  export const ScatterplotLayer: Layer;
  export const SolidPolygonLayer: Layer;
  export const TextLayer: Layer;
}

declare module "cesium" {
  /** A value of theirs that is only handed on. */
  interface Opaque<Name extends string> {
    readonly [Symbol.toStringTag]?: Name;
  }
  type Cartesian3 = Opaque<"Cartesian3">;
  type Matrix4 = Opaque<"Matrix4">;
  type Primitive = Opaque<"Primitive">;
  type VertexFormat = Opaque<"VertexFormat">;
  interface Color {
    readonly red: number;
  }
  interface Collection<Item> {
    show: boolean;
    add(item: Item): object;
  }

  export const Cartesian3: {
    new (x: number, y: number, z: number): Cartesian3;
    fromDegrees(longitude: number, latitude: number, heightM: number): Cartesian3;
  };
  export const Matrix4: {
    new (): Matrix4;
    multiplyByTranslation(matrix: Matrix4, by: Cartesian3, result: Matrix4): Matrix4;
  };
  export const Color: { fromBytes(red: number, green: number, blue: number, alpha: number): Color };
  export const ColorGeometryInstanceAttribute: { fromColor(color: Color): object };
  export const HeadingPitchRange: new (heading: number, pitch: number, range: number) => object;
  export const Math: { toRadians(degrees: number): number };
  export const Transforms: { eastNorthUpToFixedFrame(at: Cartesian3): Matrix4 };
  export const PerInstanceColorAppearance: {
    readonly VERTEX_FORMAT: VertexFormat;
    new (options: { translucent: boolean }): object;
  };
  export const BoxGeometry: {
    fromDimensions(options: { dimensions: Cartesian3; vertexFormat: VertexFormat }): object;
  };
  export const GeometryInstance: new (options: {
    geometry: object;
    modelMatrix: Matrix4;
    attributes: object;
  }) => object;
  export const Primitive: new (options: {
    asynchronous: boolean;
    appearance: object;
    geometryInstances: readonly object[];
  }) => Primitive;
  export const PointPrimitiveCollection: new (options: {
    modelMatrix: Matrix4;
  }) => Collection<{ position: Cartesian3; color: Color | undefined; pixelSize: number }> & {
    get(index: number): { color: Color };
  };
  export const LabelCollection: new (options: {
    modelMatrix: Matrix4;
  }) => Collection<{ position: Cartesian3; text: string; font: string }>;
  export const CesiumWidget: new (
    place: Element,
    options: object,
  ) => {
    readonly scene: {
      readonly primitives: { add<Added>(primitive: Added): Added };
      readonly camera: { lookAtTransform(middle: Matrix4, from: object): void };
      requestRender(): void;
    };
  };
}
