import { beforeEach, describe, expect, it } from "vitest";
import type { JsonReading } from "../../../models/stream/messages.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, startMs, Town } from "./town.ts";

const operator = { duty: "operator", dwelling: null } as const;

let town: Town;
beforeEach(() => {
  town = new Town();
  for (let n = 0; n < 3; n++) town.twin.addDevice(box(`box-${n}`, null));
  town.tick();
});

const messagesTo = (client: RecordingWire) =>
  client.events.splice(0).flatMap((each) => (each.event === "readings" ? [each.payload] : []));
const readingsTo = (client: RecordingWire): JsonReading[] =>
  messagesTo(client).flatMap((each) => [...each.readings]);

describe("readings as JSON", () => {
  it("ST13 come without a hello: all that have a value, then what changed, once a second", () => {
    const client = new RecordingWire(town, operator);
    town.report("box-0", "air", 21.46);
    town.report("box-0", "door", 1);
    town.report("box-1", "mode", 2, 1);
    town.tick(20);
    const at = new Date(startMs + 200).toISOString();
    expect(readingsTo(client)).toEqual([
      { device: "box-0", property: "air", value: 21.5, quality: "good", at },
      { device: "box-1", property: "mode", value: "boost", quality: "uncertain", at },
      { device: "box-0", property: "door", value: true, quality: "good", at },
    ]);
    town.report("box-0", "air", 22);
    town.tick(5);
    town.report("box-0", "air", 23);
    town.tick(5);
    const [message, ...more] = messagesTo(client);
    expect(more).toEqual([]);
    expect(message?.clock).toBe(new Date(town.nowMs - 100).toISOString());
    expect(message?.readings).toMatchObject([{ device: "box-0", property: "air", value: 23 }]);
    town.tick(30);
    expect(messagesTo(client).map((each) => each.readings.length)).toEqual([0, 0, 0]);
  });

  it("ST13 of a snapshot come a thousand at a time, one message a tick, with changes after", () => {
    for (let n = 3; n < 603; n++) town.twin.addDevice(box(`box-${n}`, null));
    for (let n = 0; n < 603; n++)
      for (const property of ["air", "load", "mode", "door"]) town.report(`box-${n}`, property, 1);
    town.tick();
    const client = new RecordingWire(town, operator);
    town.tick(30);
    const sizes = messagesTo(client).map((each) => each.readings.length);
    expect(sizes.filter((size) => size > 0)).toEqual([1000, 1000, 412]);
    town.report("box-602", "air", 2);
    town.tick(10);
    expect(readingsTo(client)).toMatchObject([{ device: "box-602", value: 2 }]);
  });

  it("ST13 are made once for all clients of the same channels", () => {
    const clients = Array.from({ length: 5 }, () => new RecordingWire(town, operator));
    town.report("box-0", "air", 1);
    town.tick(20);
    const [first, ...rest] = clients.map((client) => client.events[0]);
    expect(first).toBeDefined();
    for (const other of rest) expect(other).toBe(first);
  });

  it("ST13 wait for a client that does not read, which then gets the newest; after 30 s it is closed", () => {
    const client = new RecordingWire(town, operator);
    town.tick(20);
    client.waitingMessages = 5;
    client.events.length = 0;
    for (let n = 1; n <= 50; n++) {
      town.report("box-0", "air", n);
      town.tick();
    }
    expect(client.events).toEqual([]);
    client.waitingMessages = 0;
    town.tick(10);
    expect(readingsTo(client)).toMatchObject([{ property: "air", value: 50 }]);
    client.waitingMessages = 5;
    town.tick(302);
    expect(client.events.at(-1)).toEqual({ event: "refused", payload: { code: "too-slow" } });
  });

  it("ST13 never reach a client that says hello within its first second", () => {
    const client = new RecordingWire(town, operator);
    town.report("box-0", "air", 1);
    town.tick(8);
    client.hello();
    town.tick(30);
    expect(messagesTo(client)).toEqual([]);
  });
});
