import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { allowedOrigins, publicBase, type Front } from "../open/allowed-origins.ts";
import { createHttpServer } from "../open/http-server.ts";
import type { Rooms } from "../open/rooms.ts";
import type { Settings } from "../settings.ts";
import { reasonOf, StartRefused } from "./start-refused.ts";

const pageFolder = fileURLToPath(new URL("../../dist/client/", import.meta.url));

/** Addresses by which others reach this machine. */
export function ownAddresses(): string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.filter(({ internal }) => !internal).map(({ address }) => address);
}

/** How people reach the server; its port is known once it listens. */
export class FrontDoor {
  readonly #settings: Settings;
  #port: number;
  #origins: ReadonlySet<string>;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#port = settings.port;
    this.#origins = allowedOrigins(this.#front());
  }

  get isAlwaysSecure(): boolean {
    return this.#settings["tls-cert"] !== null || this.#settings["public-url"]?.startsWith("https:") === true;
  }

  get base(): string {
    return publicBase(this.#front());
  }

  listensOn(port: number): void {
    this.#port = port;
    this.#origins = allowedOrigins(this.#front());
  }

  has(origin: string): boolean {
    return this.#origins.has(origin);
  }

  #front(): Front {
    const { host, "public-url": publicUrl, "tls-cert": cert } = this.#settings;
    const scheme = cert === null ? "http" : "https";
    return { scheme, host, port: this.#port, publicUrl, ownAddresses: ownAddresses() };
  }
}

export interface WebDoor {
  readonly front: FrontDoor;
  readonly log: (line: string) => void;
  readonly after: (ms: number, act: () => void) => () => void;
}

/** @throws StartRefused when the certificate cannot be read. */
export function buildWeb(
  settings: Settings,
  rooms: Rooms,
  { front, log, after }: WebDoor,
): Promise<FastifyInstance> {
  return createHttpServer(
    {
      tls: tlsOf(settings),
      alwaysSecure: front.isAlwaysSecure,
      trustProxy: settings["trust-proxy"],
      requestsPerMinute: settings["requests-per-minute"],
      isAllowedOrigin: (origin) => front.has(origin),
      pageFolder,
      logFault: log,
      after,
    },
    rooms,
  );
}

function tlsOf({ "tls-cert": cert, "tls-key": key }: Settings): { cert: string; key: string } | null {
  if (cert === null || key === null) return null;
  return { cert: pem("--tls-cert", cert), key: pem("--tls-key", key) };
}

function pem(option: string, file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new StartRefused(`${option} ${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** @returns the port. @throws StartRefused when it is taken or may not be had. */
export async function listen(app: FastifyInstance, { host, port }: Settings): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    throw new StartRefused(
      `${host}:${port} cannot be listened on: ${reasonOf(error)}; choose another with --port or --host.`,
    );
  }
  return (app.server.address() as AddressInfo).port;
}
