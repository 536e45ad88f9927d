import { Room, Server } from "@colyseus/core";
import { Encoder, MapSchema, schema } from "@colyseus/schema";
import { Client } from "@colyseus/sdk";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { countOf } from "../../../models/stream/channel-state.ts";
import type { BusyTwin } from "../busy-twin.ts";
import type { Contender } from "../contender.ts";

/** The leanest state we know for it: whole numbers in a map, which it sends by the number of the entry. */
const TwinState = schema({ tick: "number", q: { map: "number" } });

/** The whole state of 50,000 points must fit. */
Encoder.BUFFER_SIZE = 4 * 1024 * 1024;

/** A room whose state is patched once a tick. */
function roomOf(busy: BusyTwin, opened: (room: Room) => void) {
  return class extends Room {
    override onCreate(): void {
      const state = new TwinState();
      state.q = new MapSchema<number>();
      state.tick = busy.twin.state.tick;
      busy.counts().forEach((count, index) => state.q.set(String(index), count));
      this.patchRate = null;
      this.state = state;
      opened(this);
    }
  };
}

export const colyseus: Contender = {
  async serve(busy, httpServer) {
    let room: Room | null = null;
    const transport = new WebSocketTransport({ server: httpServer, pingInterval: 0 });
    const server = new Server({ transport, greet: false, gracefullyShutdown: false });
    server.define(
      "twin",
      roomOf(busy, (opened) => {
        room = opened;
      }),
    );
    await server.listen(0, "127.0.0.1");
    return {
      send({ delta }) {
        if (room === null) return;
        const { state } = room;
        for (let row = 0; row < delta.indices.length; row++) {
          const index = delta.indices[row] ?? 0;
          state.q.set(String(index), countOf(delta.values[row] ?? 0, busy.twin.specOf(index).resolution));
        }
        state.tick = delta.to;
        room.broadcastPatch();
      },
      close: () => void server.gracefullyShutdown(false),
    };
  },
  async connect(url, seen) {
    const room = await new Client(url).joinOrCreate("twin", {}, TwinState);
    await new Promise<void>((done) => {
      room.onStateChange(({ tick }) => {
        seen.at(tick);
        done();
      });
    });
    return {
      pause: () => undefined,
      resume: () => undefined,
      counts: () => seen.initial.map((_, index) => room.state.q.get(String(index)) ?? Number.NaN),
      close: () => void room.leave(false),
    };
  },
};
