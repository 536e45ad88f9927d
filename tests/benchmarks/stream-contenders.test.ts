import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { BusyTwin } from "../../benchmarks/stream/busy-twin.ts";
import { contenders, nameOf } from "../../benchmarks/stream/contender.ts";

/** Those that need nothing but the product's own packages. */
const here = ["ours", "8 channels", "Socket.IO, JSON"] as const;

describe.each(here)("the stream benchmark's %s", (name) => {
  it("brings a client to what the twin holds", async () => {
    const busy = new BusyTwin(400);
    busy.tick(0);
    const initial = busy.counts();
    const length = busy.twin.pointCount;
    const http = createServer();
    const contender = await contenders[name]();
    const serving = await contender.serve(busy, http);
    await new Promise<void>((listening) => http.listen(0, "127.0.0.1", listening));
    let at = -1;
    const seen = {
      initial,
      resolutions: Float64Array.from({ length }, (_, index) => busy.twin.specOf(index).resolution),
      indexOf: new Map(Array.from({ length }, (_, index) => [nameOf(busy, index), index])),
      at: (tick: number) => {
        at = tick;
      },
    };
    const beat = setInterval(() => serving.send(busy.tick(at < 0 ? 0 : 40)), 10);
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const client = await contender.connect(url, seen, "state");
    await expect.poll(() => busy.twin.state.tick, { timeout: 20_000 }).toBeGreaterThan(20);
    clearInterval(beat);
    serving.send(busy.tick(40));
    await expect.poll(() => at, { timeout: 20_000 }).toBe(busy.twin.state.tick);
    expect(client.counts()).toEqual(busy.counts());
    expect(busy.counts()).not.toEqual(initial);
    client.close();
    serving.close();
    http.close();
  });
});
