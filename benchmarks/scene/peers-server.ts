import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocketServer } from "ws";
import { boxOf } from "../../models/community/geometry.ts";
import type { Building, Community } from "../../models/community/community.ts";
import { communityDocument } from "../../models/community/community.ts";
import type { Changes, ManyDevices } from "./many-devices.ts";
import type { PeerBox, PeerScene } from "./peers/peer-scene.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const cesium = fileURLToPath(new URL("../node_modules/cesium/Build/Cesium/", import.meta.url));

/** The peers' pages, what they show, and the changes as they come, ready to be used: indices, then states. */
export class PeersServer {
  readonly url: string;
  readonly #http;
  readonly #sockets;
  private constructor(url: string, http: ReturnType<typeof createServer>, sockets: WebSocketServer) {
    this.url = url;
    this.#http = http;
    this.#sockets = sockets;
  }

  static async open(pages: string, community: Community, devices: ManyDevices): Promise<PeersServer> {
    const document = JSON.stringify(communityDocument(community));
    const answers: Readonly<Record<string, () => string | Uint8Array>> = {
      "/scene": () => JSON.stringify(sceneOf(community, devices)),
      "/community": () => document,
      "/places": () => bytesOf(devices.places),
      "/building-of": () => bytesOf(devices.buildingOf),
      "/states": () => devices.states,
    };
    const http = createServer((request, response) => void answer(request, response, answers, pages));
    const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
    await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
    return new PeersServer(`http://127.0.0.1:${(http.address() as AddressInfo).port}`, http, sockets);
  }

  send({ indices, states }: Changes): void {
    const message = new Uint8Array(indices.byteLength + states.byteLength);
    message.set(bytesOf(indices));
    message.set(states, indices.byteLength);
    for (const socket of this.#sockets.clients) socket.send(message);
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
    this.#http.close();
    this.#http.closeAllConnections();
  }
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array | Uint16Array | Uint32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

function sceneOf({ frame, place }: Community, { buildings }: ManyDevices): PeerScene {
  return {
    boxes: buildings.map(boxed),
    centre: [...frame.centre],
    radiusM: frame.radiusM,
    latitudeDeg: place?.latitudeDeg ?? 0,
    longitudeDeg: place?.longitudeDeg ?? 0,
  };
}

function boxed({ footprint, baseM, heightM, name }: Building): PeerBox {
  const { west, east, south, north } = boxOf(footprint[0] ?? []);
  return {
    name: name.en,
    middle: [(west + east) / 2, (south + north) / 2, baseM + heightM / 2],
    size: [east - west, north - south, heightM],
  };
}

async function answer(
  { url = "/" }: IncomingMessage,
  response: ServerResponse,
  answers: Readonly<Record<string, () => string | Uint8Array>>,
  pages: string,
): Promise<void> {
  const { pathname } = new URL(url, "http://peers");
  // Isolated, so that the page's clock is fine enough for what takes microseconds.
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-embedder-policy", "require-corp");
  const own = answers[pathname];
  if (own) {
    response.end(own());
    return;
  }
  const [folder, path] = pathname.startsWith("/cesium-assets/")
    ? [cesium, pathname.slice("/cesium-assets".length)]
    : [pages, pathname];
  const file = join(folder, normalize(path).replace(/\/$/, "/index.html"));
  try {
    const bytes = await readFile(file);
    response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
    response.end(bytes);
  } catch {
    response.statusCode = 404;
    response.end();
  }
}
