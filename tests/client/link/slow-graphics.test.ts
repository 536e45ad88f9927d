import { beforeEach, describe, expect, it } from "vitest";
import { Link } from "../../../client/link/link.ts";
import type { Sink } from "../../../client/link/sink.ts";
import { HandClock } from "../../server/stream/hand-clock.ts";
import { Connection, dictionary, frames, watching, welcome } from "./hand-wire.ts";

let clock: HandClock;
let connections: Connection[];
let log: string[];
let link: Link;

beforeEach(() => {
  [clock, connections, log] = [new HandClock(), [], []];
  const nothing = (): void => undefined;
  const sink: Sink = {
    welcome: nothing,
    adopt: nothing,
    resume: () => 7,
    receive: () => log.push("receive"),
    absorb: () => log.push("absorb"),
    takeAlerts: nothing,
    forget: nothing,
    onCommitted: nothing,
    onTrouble: nothing,
  };
  link = new Link({
    openWire: (events) => {
      const connection = new Connection(events);
      connections.push(connection);
      return connection;
    },
    loadDictionary: (_head, done) => done(dictionary(1)),
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
  wire().answer(watching(4));
  wire().events.frames(frames);
}

describe("a page that gets no frame to draw in", () => {
  it("ST19 takes in what no frame took within a second, once for all that came", () => {
    live();
    log.length = 0;
    clock.advance(999);
    wire().events.frames(frames);
    expect(log).toEqual(["receive"]);
    clock.advance(1);
    expect(log).toEqual(["receive", "absorb"]);
    clock.advance(5000);
    expect(log.filter((each) => each === "absorb")).toHaveLength(1);
    wire().events.frames(frames);
    clock.advance(1000);
    expect(log.filter((each) => each === "absorb")).toHaveLength(2);
  });

  it("ST19 goes on taking in after it was closed and started again", () => {
    live();
    link.close();
    link.start();
    live();
    log.length = 0;
    clock.advance(1000);
    expect(log).toContain("absorb");
  });
});
