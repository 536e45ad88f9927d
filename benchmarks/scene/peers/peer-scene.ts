/** A building as a peer draws it: a box. */
export interface PeerBox {
  readonly name: string;
  /** East, north, up, metres. */
  readonly middle: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/** What every peer is given to draw, besides the devices. */
export interface PeerScene {
  readonly boxes: readonly PeerBox[];
  readonly centre: readonly number[];
  readonly radiusM: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

/** What the benchmark asks of a page. */
export interface PeerPage {
  /** Turns the camera a little further around the place; the picture follows. */
  turn(): void;
  /** Names over the buildings; absent where the contender has no such thing. */
  labels?(shown: boolean): void;
  /** Whether each device is shown at work, read from what the contender itself holds. */
  shown(): number[];
}

declare global {
  interface Window {
    peer?: PeerPage;
  }
}

/** Radii of the place that the eye is away, and how high it looks from: as our own first look at it. */
export const eye = { radii: 2, tiltDeg: 18, turnDeg: 2 } as const;

export interface Told {
  readonly scene: PeerScene;
  /** East, north, up of each device. */
  readonly places: Float32Array;
  readonly states: Uint8Array;
}

const fetched = async (path: string): Promise<ArrayBuffer> => (await fetch(path)).arrayBuffer();

/** Fetches what there is to draw and follows what changes. */
export async function follow(
  open: (told: Told) => PeerPage,
  take: (indices: Uint32Array, states: Uint8Array) => void,
): Promise<void> {
  const socket = new WebSocket(location.origin.replace("http", "ws"));
  socket.binaryType = "arraybuffer";
  await new Promise((opened) => socket.addEventListener("open", opened, { once: true }));
  const [scene, places, states] = await Promise.all([
    fetch("/scene").then((answer) => answer.json() as Promise<PeerScene>),
    fetched("/places"),
    fetched("/states"),
  ]);
  const page = open({ scene, places: new Float32Array(places), states: new Uint8Array(states) });
  socket.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    const count = data.byteLength / 5;
    take(new Uint32Array(data, 0, count), new Uint8Array(data, count * 4));
  });
  window.peer = page;
}

/** Red, green and blue of a device that rests and of one at work, 0 to 255. */
export const colours = [
  [120, 135, 150],
  [255, 160, 40],
] as const;
export const radiusM = 1.1;
