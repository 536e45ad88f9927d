import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { GatewayConnection } from "../../../server/simulator/gateway-connection.ts";

/** A port of this machine where nobody listens. */
async function deafPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

async function triedFor(attempts: number): Promise<{ waits: number[]; connection: GatewayConnection }> {
  const waits: number[] = [];
  const broker = `mqtt://127.0.0.1:${await deafPort()}`;
  const { connection } = await new Promise<{ connection: GatewayConnection }>((resolve) => {
    const made = new GatewayConnection({
      broker,
      token: "a-token",
      root: "courtyard/x",
      gateway: "GW",
      doors: {
        wallNowMs: () => 0,
        every: () => () => undefined,
        after(ms, act) {
          waits.push(ms);
          if (waits.length < attempts) setImmediate(act);
          else resolve({ connection: made });
          return () => undefined;
        },
        log: () => undefined,
      },
      onUp: () => undefined,
      onDown: () => undefined,
      onMessage: () => undefined,
    });
  });
  return { waits, connection };
}

describe("the connection of a gateway", () => {
  it("SI7 waits longer before each attempt, half a minute at most", async () => {
    const { waits, connection } = await triedFor(8);
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
    await connection.close();
  });

  it("SI8 counts what it cannot say, and keeps none of it", async () => {
    const { connection } = await triedFor(1);
    connection.say("device", '{"value":1}');
    connection.say("device", '{"value":2}');
    expect(await connection.describe("device", "{}")).toBe(false);
    expect(connection.dropped).toBe(2);
    await connection.close();
  });
});
