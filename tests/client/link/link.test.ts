import { beforeEach, describe, expect, it } from "vitest";
import { Link } from "../../../client/link/link.ts";
import type { Sink } from "../../../client/link/sink.ts";
import { publicChannel } from "../../../models/ids.ts";
import type { ChannelDictionary } from "../../../models/stream/messages.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";
import { Connection, dictionary, frames, watching, welcome } from "./hand-wire.ts";

let clock: HandClock;
let connections: Connection[];
let log: string[];
let loads: ((dictionary: ChannelDictionary | null) => void)[];
let committed: Parameters<Parameters<Sink["onCommitted"]>[0]>[0];
let tellCommitted: Parameters<Sink["onCommitted"]>[0];
let tellTrouble: Parameters<Sink["onTrouble"]>[0];
let link: Link;

beforeEach(() => {
  [clock, connections, log, loads] = [new HandClock(), [], [], []];
  const sink: Sink = {
    welcome: () => log.push("welcome"),
    adopt: (dictionaries) => log.push(`adopt ${dictionaries.map((each) => each.epoch).join()}`),
    resume: () => 7,
    receive: () => log.push("receive"),
    absorb: () => log.push("absorb"),
    takeAlerts: (alerts, whole) => log.push(`alerts ${alerts.length} ${whole}`),
    forget: () => log.push("forget"),
    onCommitted: (listener) => (tellCommitted = listener),
    onTrouble: (listener) => (tellTrouble = listener),
  };
  link = new Link({
    openWire: (events) => {
      const connection = new Connection(events);
      connections.push(connection);
      return connection;
    },
    loadDictionary: (_head, done) => loads.push(done),
    sink,
    clock,
    random: () => 0,
  });
  link.start();
});

const wire = () => connections.at(-1)!;
function live(): void {
  wire().events.opened();
  wire().answer(welcome());
  loads.shift()?.(dictionary(1));
  wire().answer(watching(4));
  wire().events.frames(frames);
}
const drawn = (tick: number, restarted = false) => {
  committed = [{ channel: publicChannel, tick, restarted }];
  tellCommitted(committed);
};
const said = () => wire().said.splice(0);
const state = () => link.state.get();

describe("the link", () => {
  it("ST4 says hello, fetches dictionaries, watches from where the replica is, and is live with the first frame", () => {
    expect(state()).toEqual({ state: "connecting", attempt: 0 });
    live();
    expect(said()).toEqual([
      ["hello", { protocol: 1, frames: 1 }],
      ["watch", { channels: [{ channel: publicChannel, epoch: 1, tick: 7 }], records: null }],
    ]);
    expect(log).toEqual(["welcome", "adopt 1", "alerts 0 true", "receive"]);
    expect([state(), link.welcome.get()?.duty]).toEqual([{ state: "live", lastFrameAtMs: 0 }, "public"]);
  });

  it("ST4 fetches a dictionary once per epoch, and passes over one that a newer welcome made old", () => {
    live();
    wire().events.welcome(welcome(1));
    expect(loads).toHaveLength(0);
    log.length = 0;
    wire().events.welcome(welcome(2));
    wire().events.welcome(welcome(3));
    loads.shift()?.(dictionary(2));
    expect(log).not.toContain("adopt 2");
    loads.shift()?.(dictionary(3));
    expect(log.at(-1)).toBe("adopt 3");
  });

  it("ST4 says hello again, no faster than once a second, while a dictionary cannot be had", () => {
    wire().events.opened();
    wire().answer(welcome());
    loads.shift()?.(null);
    wire().answer(welcome());
    loads.shift()?.(null);
    expect(wire().said.filter(([event]) => event === "hello")).toHaveLength(2);
    clock.advance(999);
    expect(wire().said).toHaveLength(2);
    clock.advance(1);
    expect(wire().said.filter(([event]) => event === "hello")).toHaveLength(3);
  });

  it("ST7 tells every fifth drawn tick, and every restart at once", () => {
    live();
    said();
    for (let tick = 10; tick <= 21; tick++) drawn(tick);
    drawn(22, true);
    const ticks = said().map(
      ([, payload]) => (payload as { channels: { tick: number }[] }).channels[0]?.tick,
    );
    expect(ticks).toEqual([10, 15, 20, 22]);
  });

  it("ST16 hidden, asks for a tenth, takes in and tells each arrival; visible again, asks for all", () => {
    live();
    said();
    link.setHidden(true);
    log.length = 0;
    wire().events.frames(frames);
    drawn(10);
    drawn(11);
    link.setHidden(false);
    expect(log).toEqual(["receive", "absorb"]);
    expect(said().map(([event, payload]) => [event, (payload as { divisor?: number }).divisor])).toEqual([
      ["rate", 10],
      ["drawn", undefined],
      ["drawn", undefined],
      ["rate", 1],
    ]);
  });

  it("ST16 says that it is hidden on every new connection", () => {
    link.setHidden(true);
    live();
    expect(said().map(([event]) => event)).toEqual(["hello", "rate", "watch"]);
  });

  it("ST9 is stale when no frame came for more than 3 s, and live again with the next", () => {
    live();
    clock.advance(3000);
    expect(state().state).toBe("live");
    clock.advance(1000);
    expect(state()).toEqual({ state: "stale", lastFrameAtMs: 0 });
    wire().events.frames(frames);
    expect(state()).toEqual({ state: "live", lastFrameAtMs: 4000 });
  });

  it("ST9 takes the frames that waited while its own thread was busy before it calls them missing", () => {
    live();
    clock.block(9000);
    expect(state().state).toBe("live");
    wire().events.frames(frames);
    clock.advance(1000);
    expect(state()).toEqual({ state: "live", lastFrameAtMs: 9000 });
    clock.block(9000);
    clock.advance(1000);
    expect(state().state).toBe("stale");
  });

  it("ST9 is stale at once after a long sleep", () => {
    live();
    clock.block(3_600_000);
    expect(state().state).toBe("stale");
  });

  it("ST6 comes back after a cut with growing pauses, and resumes ticks and records", () => {
    live();
    wire().events.closed();
    expect(state()).toEqual({ state: "reconnecting", attempt: 1, lastFrameAtMs: 0 });
    const pauses: number[] = [];
    for (let n = 0; n < 7; n++) {
      const before = clock.now();
      const count = connections.length;
      while (connections.length === count) clock.advance(250);
      pauses.push(clock.now() - before);
      wire().events.closed();
    }
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 7500, 7500]);
    clock.advance(7500);
    wire().events.opened();
    wire().answer(welcome());
    expect(said().at(-1)).toEqual(["watch", expect.objectContaining({ records: { run: 3, seq: 4 } })]);
    wire().events.frames(frames);
    expect(state().state).toBe("live");
  });

  it("ST6 hears nothing from a connection it has given up", () => {
    live();
    const old = wire();
    old.events.closed();
    clock.advance(250);
    log.length = 0;
    old.events.frames(frames);
    old.events.welcome(welcome(5));
    old.events.closed();
    expect([log, loads.length, connections.length]).toEqual([[], 0, 2]);
  });

  it("ST15 takes each record once and in order, and asks for a gap", () => {
    live();
    said();
    log.length = 0;
    const record = (seq: number) =>
      wire().events.record({ seq, record: { type: "alert", alert: {} as never } });
    record(4);
    record(5);
    record(5);
    record(7);
    expect(log).toEqual(["alerts 1 false"]);
    expect(said()).toEqual([["watch", expect.objectContaining({ records: { run: 3, seq: 5 } })]]);
  });

  it("ST12 ST15 begins records anew when the run or the channels are others", () => {
    live();
    for (const next of [welcome(1, 4), { ...welcome(1, 4), channels: [] }]) {
      wire().events.welcome(next);
      expect(said().at(-1)).toEqual(["watch", expect.objectContaining({ records: null })]);
      wire().answer(watching(9));
    }
  });

  it("ST3 asks anew when frames do not follow on, no faster than once a second", () => {
    live();
    said();
    for (let n = 0; n < 5; n++) tellTrouble("frames");
    expect(said().map(([event]) => event)).toEqual(["watch"]);
    clock.advance(1000);
    expect(said().map(([event]) => event)).toEqual(["watch"]);
    tellTrouble("frames");
    tellTrouble("dictionary");
    clock.advance(1000);
    expect(said().map(([event]) => event)).toEqual(["hello"]);
  });

  it.each(["protocol-too-old", "protocol-too-new", "not-allowed"] as const)(
    "ST11 ends as refused on %s",
    (code) => {
      wire().events.opened();
      wire().refuse(code);
      expect(state()).toEqual({ state: "refused", reason: code });
      clock.advance(60_000);
      expect([connections.length, wire().closed]).toEqual([1, true]);
    },
  );

  it("ST12 forgets everything when the session ended, and comes back when started again", () => {
    live();
    wire().events.refused("session-ended");
    expect([state(), log.at(-1)]).toEqual([{ state: "refused", reason: "session-ended" }, "forget"]);
    link.close();
    link.start();
    wire().events.opened();
    wire().answer(welcome());
    expect(said().at(-1)).toEqual(["watch", expect.objectContaining({ records: null })]);
  });

  it("ST8 comes back after it was closed as too slow", () => {
    live();
    wire().events.refused("too-slow");
    wire().events.closed();
    expect(state()).toEqual({ state: "reconnecting", attempt: 1, lastFrameAtMs: 0 });
    clock.advance(250);
    expect(connections).toHaveLength(2);
  });

  it("ST11 hands on aggregates until told to stop", () => {
    live();
    const heard: unknown[] = [];
    const stop = link.onOverlay((event) => heard.push(event.overlay));
    wire().events.overlay({ overlay: "energy", body: {} });
    stop();
    wire().events.overlay({ overlay: "alerts", body: {} });
    expect(heard).toEqual(["energy"]);
  });

  it("ST3 asks anew on a new connection, whatever the old one still waited for", () => {
    live();
    tellTrouble("frames");
    tellTrouble("frames");
    wire().events.closed();
    clock.advance(250);
    live();
    said();
    tellTrouble("frames");
    clock.advance(1000);
    expect(said().map(([event]) => event)).toEqual(["watch"]);
  });

  it("ST6 is quiet once closed", () => {
    live();
    link.close();
    wire().events.closed();
    clock.advance(60_000);
    expect(connections).toHaveLength(1);
  });
});
