// The peer: a broker and a web server that parse each message, keep it in an object, and write that to a file.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Aedes } from "aedes";
import fastify from "fastify";
import { answerWith } from "../processes/answering.ts";
import type { Standing } from "./receiver.ts";

interface PostedReading {
  readonly device: string;
  readonly property: string;
  readonly value: unknown;
}

const state: Record<string, Record<string, { value: unknown; at: number }>> = {};
let readings = 0;
let [ticks, lateTicks] = [0, 0];
let folder = "";
let broker: Aedes;
let mqtt: Server;
const app = fastify({ bodyLimit: 4 * 1024 * 1024 });

function keep(device: string, property: string, value: unknown): void {
  (state[device] ??= {})[property] = { value, at: Date.now() };
  readings++;
}

function take(topic: string, payload: string): void {
  const [, , device = "", property] = topic.split("/");
  const value: unknown = JSON.parse(payload);
  if (property !== undefined) keep(device, property, value);
  else if (typeof value === "object" && value !== null) {
    for (const [name, each] of Object.entries(value)) keep(device, name, each);
  }
}

/** The beat that our ticks have, and once a second the state goes to disk. */
function beat(): void {
  let dueMs = performance.now() + 100;
  let writing = false;
  const ring = (): void => {
    ticks++;
    if (performance.now() - dueMs > 50) lateTicks++;
    if (ticks % 10 === 0 && !writing) {
      writing = true;
      void writeFile(join(folder, "state.json"), JSON.stringify(state)).finally(() => {
        writing = false;
      });
    }
    dueMs = Math.max(dueMs + 100, performance.now());
    setTimeout(ring, dueMs - performance.now());
  };
  setTimeout(ring, 100);
}

const handlers = {
  async open(): Promise<{ mqttUrl: string; httpUrl: string }> {
    folder = await mkdtemp(join(tmpdir(), "naive-ingest-"));
    broker = await Aedes.createBroker();
    broker.on("publish", (packet, client) => {
      if (client !== null) take(packet.topic, packet.payload.toString());
    });
    mqtt = createServer((socket) => void broker.handle(socket));
    await new Promise<void>((listening) => mqtt.listen(0, "127.0.0.1", listening));
    app.post<{ Body: readonly PostedReading[] }>("/api/v1/readings", ({ body }) => {
      for (const { device, property, value } of body) keep(device, property, value);
      return { accepted: body.length };
    });
    const httpUrl = await app.listen({ port: 0, host: "127.0.0.1" });
    beat();
    return { mqttUrl: `mqtt://127.0.0.1:${(mqtt.address() as AddressInfo).port}`, httpUrl };
  },

  standing(): Standing {
    const { user, system } = process.cpuUsage();
    return { readings, cpuS: (user + system) / 1e6, ticks, lateTicks };
  },

  holds: (device: string): Record<string, unknown> =>
    Object.fromEntries(Object.entries(state[device] ?? {}).map(([property, { value }]) => [property, value])),

  close: (): Promise<void> => rm(folder, { recursive: true, force: true }),
};
export type NaiveServer = typeof handlers;
answerWith(handlers);
