import { beforeEach, describe, expect, it } from "vitest";
import type { Authority } from "../../../models/duty/duty.ts";
import { dwellingId, ownChannel, publicChannel, staffChannel } from "../../../models/ids.ts";
import type { RecordEvent, Watching, Welcome } from "../../../models/stream/messages.ts";
import { parseIncoming } from "../../../server/stream/incoming.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, Town } from "./town.ts";

const anybody: Authority = { duty: "public", dwelling: null };
const operator: Authority = { duty: "operator", dwelling: null };
const resident = (home: string): Authority => ({ duty: "resident", dwelling: dwellingId(home) });

let town: Town;
beforeEach(() => {
  town = new Town();
  for (const home of ["home-a", "home-b"]) town.twin.addDevice(box(`box-${home}`, home));
  town.tick();
});

describe("a change of duty", () => {
  it("ST12 ends the old channels on the spot and offers the new ones", () => {
    const client = new RecordingWire(town, operator);
    client.watchAll();
    town.tick(3);
    client.messages.length = 0;
    client.session.authorise(resident("home-a"));
    const welcome = client.events.at(-1);
    expect(welcome).toMatchObject({ event: "welcome", payload: { duty: "resident", desk: "resident" } });
    town.report("box-home-a", "load", 5);
    town.tick(30);
    expect(client.messages).toEqual([]);
    client.watchAll();
    town.tick();
    expect(client.taken()).toMatchObject([
      { kind: "key", channel: 0 },
      { kind: "key", channel: 2 },
    ]);
  });

  it("ST12 makes ticks of one home useless on another", () => {
    town.dictionary(ownChannel(dwellingId("home-b")));
    const client = new RecordingWire(town, resident("home-a"));
    const before = client.hello().channels;
    client.watchAll();
    town.tick(3);
    client.session.authorise(resident("home-b"));
    const channels = before.map(({ channel, epoch }) => ({ channel, epoch, tick: town.twin.state.tick }));
    expect(client.say("watch", { channels, records: null })).toEqual({ ok: false, code: "unknown-channel" });
  });

  it("ST12 changes what a client without frames is sent, too", () => {
    const client = new RecordingWire(town, operator);
    town.report("box-home-a", "load", 5);
    town.report("box-home-b", "use", 6);
    town.tick(20);
    client.events.length = 0;
    client.session.authorise(resident("home-b"));
    town.report("box-home-a", "load", 7);
    town.tick(30);
    const readings = client.events.flatMap((each) =>
      each.event === "readings" ? each.payload.readings : [],
    );
    expect(readings.map((reading) => reading.property)).toEqual(["use"]);
  });

  it("ST12 to nothing at all ends the connection with a reason", () => {
    const client = new RecordingWire(town, operator);
    client.watchAll();
    client.session.end("session-ended");
    town.report("box-home-a", "air", 7);
    town.tick(3);
    expect(client.events.at(-1)).toEqual({ event: "refused", payload: { code: "session-ended" } });
    expect([client.closed, client.messages]).toEqual([true, []]);
    expect(client.say("hello", { protocol: 1, frames: 1 }).ok).toBe(false);
  });

  it("ST12 says nothing when it is the same duty", () => {
    const client = new RecordingWire(town, operator);
    client.watchAll();
    client.session.authorise({ ...operator });
    expect(client.events).toEqual([]);
  });
});

describe("records", () => {
  const told = (client: RecordingWire) =>
    client.events.flatMap((each) => (each.event === "record" ? [each.payload] : []));
  const catchUp = (client: RecordingWire, records: { run: number; seq: number } | null) => {
    client.hello();
    const answer = client.say("watch", { channels: [], records });
    return (answer as { value: Watching }).value;
  };
  const spike = (device: string, property: string): void => {
    for (const value of [2000, 0]) {
      town.report(device, property, value);
      town.tick();
    }
  };

  it("ST15 reach each client once and in order, and the gap of a cut is made up", () => {
    const [steady, cut] = [new RecordingWire(town, operator), new RecordingWire(town, operator)];
    steady.watchAll();
    cut.watchAll();
    spike("box-home-a", "load");
    const { seq } = told(cut).at(-1)!;
    town.hub.leave(cut.session);
    spike("box-home-b", "load");
    spike("box-home-a", "air");
    const back = catchUp(new RecordingWire(town, operator), { run: 3, seq });
    expect(back.whole).toBe(false);
    expect([...told(cut), ...back.records]).toEqual(told(steady));
    expect(told(steady).map((each) => each.seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("ST15 begin with all that are open for a client that has none, or those of another run or audience", () => {
    new RecordingWire(town, operator).watchAll();
    town.report("box-home-a", "load", 2000);
    town.report("box-home-a", "use", 2000);
    town.tick();
    for (const last of [null, { run: 2, seq: 1 }, { run: 3, seq: 99 }]) {
      const { records, whole } = catchUp(new RecordingWire(town, operator), last);
      expect(whole).toBe(true);
      expect(records.map(({ record }: RecordEvent) => record.alert.point)).toEqual(["box-home-a/load"]);
    }
  });

  it("ST11 ST15 are numbered by what the audience sees, so that nothing foreign leaves a gap", () => {
    const home = new RecordingWire(town, resident("home-a"));
    home.watchAll();
    for (const device of ["box-home-b", "box-home-a"])
      for (const property of ["use", "load", "air"]) spike(device, property);
    const records = told(home);
    expect(records.map(({ record }) => record.alert.point)).toEqual(
      ["box-home-b/air", "box-home-a/use", "box-home-a/load", "box-home-a/air"].flatMap((point) => [
        point,
        point,
      ]),
    );
    expect(records.map((each) => each.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("ST15 longer ago than what is kept begin anew", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    for (let n = 0; n < 501; n++) spike("box-home-a", "air");
    expect(catchUp(new RecordingWire(town, anybody), { run: 3, seq: 1 })).toMatchObject({
      whole: true,
      records: [],
    });
    expect(catchUp(new RecordingWire(town, anybody), { run: 3, seq: 2 }).records).toHaveLength(1000);
  });
});

describe("hello", () => {
  it.each([
    [{ protocol: 0, frames: 1 }, "protocol-too-old"],
    [{ protocol: 2, frames: 1 }, "protocol-too-new"],
    [{ protocol: 2, other: true }, "protocol-too-new"],
    [{ protocol: 1, frames: 2 }, "bad-message"],
    [{ protocol: 1, frames: 1, more: 1 }, "bad-message"],
    [{ protocol: "1", frames: 1 }, "bad-message"],
    [null, "bad-message"],
    [[], "bad-message"],
  ])("ST18 %o is refused as %s", (hello, code) => {
    expect(new RecordingWire(town, operator).say("hello", hello)).toEqual({ ok: false, code });
  });

  it("ST18 comes before watch", () => {
    const client = new RecordingWire(town, operator);
    expect(client.say("watch", { channels: [], records: null })).toEqual({
      ok: false,
      code: "say-hello-first",
    });
  });

  it("ST18 unknown events and bad payloads are refused, counted and change nothing", () => {
    const client = new RecordingWire(town, operator);
    client.watchAll();
    for (const event of ["__proto__", "constructor", "toString", "error", "", 7, null]) {
      expect(client.say(event as string, {})).toEqual({ ok: false, code: "bad-message" });
    }
    const twice = [publicChannel, publicChannel].map((channel) => ({ channel, epoch: 1, tick: 1 }));
    const at = {
      id: "4e6ba7e0-8a4b-4d3a-9a4e-1f7a5f0a9a11",
      alarm: "box-home-a/load#high",
      version: 1,
      note: "",
    };
    const bad: [string, unknown][] = [
      ["alarm", { ...at, action: "silence" }],
      ["alarm", { ...at, action: "acknowledge", version: -1 }],
      ["alarm", { ...at, action: "acknowledge", alarm: "" }],
      ["alarm", { ...at, action: "acknowledge", note: "x".repeat(100_000) }],
      ["alarm", { ...at, action: "shelve", untilMs: 1, oneShot: false }],
      ["alarm", { ...at, action: "take-out" }],
      ["watch", { channels: [{ channel: staffChannel, epoch: -1, tick: null }], records: null }],
      ["watch", { channels: twice, records: null }],
      ["watch", JSON.parse('{"channels":[],"records":null,"__proto__":{"duty":"operator"}}')],
      ["drawn", { channels: [{ channel: publicChannel, tick: 1.5 }] }],
      ["rate", { divisor: 0 }],
      ["rate", { divisor: 1e9 }],
    ];
    for (const [event, payload] of bad)
      expect(client.say(event, payload)).toEqual({ ok: false, code: "bad-message" });
    expect(parseIncoming("alarm", { ...at, action: "acknowledge" }).event).toBe("alarm");
    expect(town.house.counters.get("unknown-events")).toBe(7);
    expect(town.house.counters.get("bad-messages")).toBe(bad.length);
    expect(client.session.stage).toBe("watching");
  });

  it("ST12 a welcome tells run, clock, tick, badges and where the dictionaries are", () => {
    const { channels, ...rest }: Welcome = new RecordingWire(town, anybody).hello();
    const clock = { atMs: town.nowMs, rate: 1 };
    expect(rest).toEqual({
      protocol: 1,
      community: "town",
      run: 3,
      duty: "public",
      desk: "resident",
      clock,
      tickMs: 100,
      badges: ["DEMO"],
      drill: null,
    });
    expect(channels).toMatchObject([{ index: 0, channel: "public", epoch: 3 * 65_536 + 1, points: 4 }]);
    expect(channels[0]?.dictionary).toBe(`/api/v1/channels/public?epoch=${channels[0]?.epoch}`);
  });

  it("ST12 badges follow what speaks: recordings of visible devices, and no simulator any more", () => {
    const client = new RecordingWire(town, anybody);
    client.watchAll();
    town.twin.addDevice(box("box-past", null, { origin: "recorded" }));
    town.tick(30);
    expect(client.events.at(-1)).toMatchObject({
      event: "welcome",
      payload: { badges: ["DEMO", "RECORDED"] },
    });
    town.drill = "kitchen-fire";
    town.tick();
    const played = { badges: ["DEMO", "RECORDED", "DRILL"], drill: "kitchen-fire" };
    expect(client.events.at(-1)).toMatchObject({ event: "welcome", payload: played });
    town.demo = false;
    town.drill = null;
    town.tick();
    expect(client.events.at(-1)).toMatchObject({ event: "welcome", payload: { badges: ["RECORDED"] } });
  });
});
