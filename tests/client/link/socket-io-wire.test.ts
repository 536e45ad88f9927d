import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { socketIoWire } from "../../../client/link/socket-io-wire.ts";
import { namespace } from "../../../models/stream/messages.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";

const http = createServer();
const io = new Server(http);
let answer: ((word: unknown) => void) | null = null;

beforeAll(async () => {
  io.of(namespace).on("connection", (socket) => {
    socket.on("hello", (_payload, answered: (word: unknown) => void) => {
      answer = answered;
    });
  });
  await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
});
afterAll(() => io.close());

/** A connection that has asked and waits for its answer. */
async function asking() {
  const clock = new HandClock();
  const happened: string[] = [];
  answer = null;
  const { port } = http.address() as AddressInfo;
  const openWire = socketIoWire(`http://127.0.0.1:${port}`, { clock });
  const opened = vi.fn();
  const wire = openWire({
    opened,
    frames: () => undefined,
    welcome: () => undefined,
    record: () => undefined,
    overlay: () => undefined,
    company: () => undefined,
    command: () => undefined,
    refused: () => undefined,
    closed: () => happened.push("closed"),
  });
  await expect.poll(() => opened.mock.calls.length).toBe(1);
  wire.ask("hello", { protocol: 1, frames: 1 } as never, () => happened.push("answered"));
  await expect.poll(() => answer).not.toBeNull();
  return { clock, happened, wire };
}

it("a page that was held up beyond the time for an answer still takes the one that waits for it", async () => {
  const { clock, happened, wire } = await asking();
  clock.block(11_000);
  answer?.({ ok: true, value: null });
  await expect.poll(() => happened).toEqual(["answered"]);
  clock.advance(60_000);
  expect(happened).toEqual(["answered"]);
  wire.close();
});

it("a server that does not answer is given up", async () => {
  const { clock, happened } = await asking();
  clock.advance(9_000);
  expect(happened).toEqual([]);
  clock.advance(3_000);
  clock.advance(3_000);
  expect(happened).toEqual(["closed"]);
});
