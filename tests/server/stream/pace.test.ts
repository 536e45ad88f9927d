import { beforeEach, describe, expect, it } from "vitest";
import { publicChannel } from "../../../models/ids.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, Town } from "./town.ts";

const anybody = { duty: "public", dwelling: null } as const;
const operator = { duty: "operator", dwelling: null } as const;

let town: Town;
beforeEach(() => {
  town = new Town();
  for (let n = 0; n < 10; n++) town.twin.addDevice(box(`box-${n}`, null));
  town.tick();
});

/** A report on every tick keeps the channel sending. */
function busy(ticks: number): void {
  for (let n = 0; n < ticks; n++) {
    town.report("box-0", "air", town.twin.state.tick);
    town.tick();
  }
}

describe("frames and the window", () => {
  it("ST9 a channel without changes sends one IDLE a second", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    town.tick();
    expect(client.taken().map((frame) => frame.kind)).toEqual(["key"]);
    for (let second = 0; second < 3; second++) {
      town.tick(10);
      const frames = client.taken();
      expect(frames).toMatchObject([{ kind: "idle" }]);
      client.say("drawn", { channels: [{ channel: publicChannel, tick: frames[0]!.tick }] });
    }
  });

  it("ST10 a tick's frame is encoded once and the very same bytes go to every client", () => {
    const clients = Array.from({ length: 30 }, () => new RecordingWire(town, operator));
    for (const client of clients) client.watchAll();
    town.tick();
    expect(town.house.counters.get("keyframes-encoded")).toBe(2);
    const before = town.house.counters.get("frames-encoded");
    busy(1);
    expect(town.house.counters.get("frames-encoded")).toBe(before + 1);
    const [first, ...rest] = clients.map((client) => client.messages.at(-1));
    expect(first).toBeInstanceOf(Uint8Array);
    for (const other of rest) expect(other).toBe(first);
  });

  it("ST10 all channels of a client go in one write per tick", () => {
    const client = new RecordingWire(town, operator);
    client.watchAll();
    town.tick();
    client.messages.length = 0;
    town.report("box-0", "air", 4);
    town.report("box-0", "load", 4);
    town.tick();
    expect(client.messages).toHaveLength(1);
    expect(client.taken()).toMatchObject([
      { kind: "delta", channel: 0 },
      { kind: "delta", channel: 1 },
    ]);
  });

  it("ST7 who has not drawn 20 ticks gets nothing more until fewer than 5 are outstanding, then one CATCHUP", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    busy(60);
    const sent = client.taken();
    expect(sent).toHaveLength(1 + 20);
    expect(client.session.stage).toBe("parked");
    const last = sent.at(-1)!.tick;
    client.say("drawn", { channels: [{ channel: publicChannel, tick: last - 5 }] });
    busy(5);
    expect(client.taken()).toEqual([]);
    client.say("drawn", { channels: [{ channel: publicChannel, tick: last - 4 }] });
    busy(3);
    expect(client.taken()).toMatchObject([
      { kind: "catchUp", base: last },
      { kind: "delta" },
      { kind: "delta" },
    ]);
  });

  it("ST7 a tick that was never sent opens no window", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll([2 ** 40]);
    client.say("drawn", { channels: [{ channel: publicChannel, tick: 2 ** 50 }] });
    busy(60);
    expect(client.taken()).toHaveLength(1 + 20);
  });

  it("ST7 a clogged connection is parked before its window is spent", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    busy(2);
    client.messages.length = 0;
    client.bufferedBytes = 300_000;
    busy(3);
    expect(client.taken()).toEqual([]);
    client.bufferedBytes = 0;
    client.say("drawn", { channels: [{ channel: publicChannel, tick: town.twin.state.tick - 3 }] });
    busy(1);
    expect(client.taken()).toMatchObject([{ kind: "catchUp" }]);
  });

  it("ST8 parked for 30 s without a word it is closed with a reason; a word puts it off", () => {
    const silent = new RecordingWire(town, anybody);
    const slow = new RecordingWire(town, anybody);
    silent.watchAll();
    slow.watchAll();
    busy(1);
    const first = { channels: [{ channel: publicChannel, tick: silent.frames()[0]!.tick }] };
    silent.say("drawn", first);
    busy(199);
    slow.say("drawn", { channels: [{ channel: publicChannel, tick: slow.frames()[1]!.tick }] });
    busy(60);
    silent.say("drawn", first);
    busy(65);
    expect(silent.events.at(-1)).toEqual({ event: "refused", payload: { code: "too-slow" } });
    expect([silent.closed, slow.closed]).toEqual([true, false]);
    busy(200);
    expect(slow.closed).toBe(true);
    expect(town.house.counters.get("closed-too-slow")).toBe(2);
  });

  it("ST16 a hidden client gets a catch-up at a tenth of the rate", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    client.say("rate", { divisor: 10 });
    busy(1);
    client.taken();
    for (let round = 0; round < 5; round++) {
      busy(10);
      const frames = client.taken();
      expect(frames).toMatchObject([{ kind: "catchUp" }]);
      client.say("drawn", { channels: [{ channel: publicChannel, tick: frames[0]!.tick }] });
    }
    client.say("rate", { divisor: 1 });
    busy(3);
    expect(client.taken().map((frame) => frame.kind)).toEqual(["catchUp", "delta", "delta"]);
  });

  it("ST16 a client hidden for a moment misses frames, and is in step again by a catch-up", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    busy(1);
    client.taken();
    client.say("rate", { divisor: 10 });
    busy(1);
    client.say("rate", { divisor: 1 });
    busy(2);
    expect(client.taken().map((frame) => frame.kind)).toEqual(["catchUp", "delta"]);
  });

  it("ST6 any tick of the epoch resumes by a CATCHUP, or by a KEY when more than 60 % changed", () => {
    new RecordingWire(town, anybody).watchAll();
    for (let n = 0; n < 10; n++) town.report(`box-${n}`, "air", 1);
    town.tick();
    const from = town.twin.state.tick;
    for (let n = 0; n < 10; n++) {
      town.report(`box-${n}`, "air", 2);
      town.report(`box-${n}`, "mode", 1);
      town.tick();
      const client = new RecordingWire(town, anybody);
      client.watchAll([from]);
      town.tick();
      const share = ((n + 1) * 2) / 20;
      expect(client.taken()).toMatchObject([{ kind: share > 0.6 ? "key" : "catchUp" }]);
    }
  });

  it("ST6 a resume storm from one tick is encoded once", () => {
    new RecordingWire(town, anybody).watchAll();
    busy(3);
    const from = town.twin.state.tick;
    busy(4);
    const clients = Array.from({ length: 50 }, () => new RecordingWire(town, anybody));
    for (const client of clients) client.watchAll([from]);
    town.tick();
    expect(town.house.counters.get("catch-ups-encoded")).toBe(1);
    expect(new Set(clients.map((client) => client.messages[0])).size).toBe(1);
  });
});
