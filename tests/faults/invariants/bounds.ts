import type { Server } from "../stage/server.ts";

const mostBytes = 600 * 1024 * 1024;

interface Health {
  readonly status: string;
  readonly problems?: readonly { readonly address: string; readonly id: string }[];
}

/** Faults of our own that no device or client may bring about. */
const ours = /ending after a fault|problem twin tick|uncaught|unhandled/i;

/** I7: the server answers, holds no more memory than it may, is not failing, and has had no fault of its own. */
export function beyondBounds(health: Health, memoryBytes: number | null, said: readonly string[]): string[] {
  return [
    ...(health.status === "failing" ? [`I7 the server is failing: ${JSON.stringify(health.problems)}`] : []),
    ...(memoryBytes !== null && memoryBytes > mostBytes
      ? [`I7 the server holds ${Math.round(memoryBytes / 1024 / 1024)} MB`]
      : []),
    ...said.filter((line) => ours.test(line)).map((line) => `I7 the server said: ${line}`),
  ];
}

export const healthOf = async (server: Server): Promise<Health> => (await server.get("/health")) as Health;
