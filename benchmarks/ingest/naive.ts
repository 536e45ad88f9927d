import { Child } from "../processes/child.ts";
import type { NaiveServer } from "./naive-server.ts";
import type { Receiver } from "./receiver.ts";

/** What one writes first: aedes and Fastify with a handler of a few lines. */
export async function naive(): Promise<Receiver> {
  const server = new Child<NaiveServer>(new URL("naive-server.ts", import.meta.url));
  const doors = await server.ask("open");
  return {
    ...doors,
    mqttPassword: null,
    httpToken: null,
    standing: () => server.ask("standing"),
    holds: (station) => server.ask("holds", station),
    async close() {
      await server.ask("close");
      server.stop();
    },
  };
}
