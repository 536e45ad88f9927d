import { io, type Socket } from "socket.io-client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Authority } from "../../../models/duty/duty.ts";
import { dwellingId, publicChannel, staffChannel } from "../../../models/ids.ts";
import type { JsonReading } from "../../../models/stream/messages.ts";
import { Harbour, turn, until } from "./harbour.ts";
import { expectEqualToTwin, isEqualToTwin } from "./replica-check.ts";
import { box } from "./town.ts";

const operator: Authority = { duty: "operator", dwelling: null };
const resident: Authority = { duty: "resident", dwelling: dwellingId("home-0") };
const anybody: Authority = { duty: "public", dwelling: null };

let harbour: Harbour;
const sockets: Socket[] = [];
beforeEach(async () => {
  harbour = await Harbour.open({ socketsPerPerson: 3 });
  harbour.access.people.set("olga", operator).set("rita", resident);
  for (let n = 0; n < 20; n++) harbour.town.twin.addDevice(box(`box-${n}`, n % 2 === 0 ? `home-${n}` : null));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await harbour.close();
});

/** A Socket.IO client as the library comes, with nothing of ours. */
function stock(options: Parameters<typeof io>[1] = {}, namespace = "/twin"): Socket {
  const socket = io(`${harbour.url}${namespace}`, {
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    ...options,
  });
  sockets.push(socket);
  return socket;
}
const outcome = (socket: Socket) =>
  new Promise<string>((tell) => {
    socket.on("connect", () => tell("connected"));
    socket.on("connect_error", (error) => tell(error.message));
  });
const from = (extraHeaders: Record<string, string>) => outcome(stock({ extraHeaders }));

describe("frames over real sockets", () => {
  it("ST5 ST11 a client's replica equals what the twin shows that person", async () => {
    const people = [
      ["olga", operator],
      ["rita", resident],
      [null, anybody],
    ] as const;
    const clients = people.map(([name, authority]) => ({ ...harbour.client(name), authority }));
    for (let round = 0; round < 30; round++) {
      for (let n = 0; n < 20; n++) {
        harbour.town.report(`box-${n}`, "air", n * 1.5 + round);
        harbour.town.report(`box-${n}`, "use", n + round / 1000, round % 3);
        if (round % 4 === 0) harbour.town.report(`box-${n}`, "load", n * 10 * round);
      }
      harbour.tick();
      await turn();
    }
    await until(() =>
      clients.every(({ authority, replica }) => isEqualToTwin(harbour.town, authority, replica)),
    );
    for (const { authority, replica, link } of clients) {
      expectEqualToTwin(harbour.town, authority, replica);
      expect(link.state.get().state).toBe("live");
    }
    expect(harbour.stream.counters.get("asked-anew")).toBe(0);
  });

  it("ST12 a changed duty ends the old channels and begins the new ones", async () => {
    const { link, replica } = harbour.client("olga");
    await until(() => isEqualToTwin(harbour.town, operator, replica));
    harbour.access.change("olga", resident);
    await until(() => isEqualToTwin(harbour.town, resident, replica));
    expect(link.welcome.get()).toMatchObject({
      duty: "resident",
      channels: [{ channel: publicChannel }, { channel: "own:home-0" }],
    });
    harbour.access.change("olga", null);
    await until(() => link.state.get().state === "refused");
    expect(link.state.get()).toEqual({ state: "refused", reason: "session-ended" });
    expect(replica.devices.get()).toEqual([]);
  });

  it("ST6 a cut connection comes back, resumes and is equal", async () => {
    const { link, replica } = harbour.client("olga");
    await until(() => link.state.get().state === "live" && isEqualToTwin(harbour.town, operator, replica));
    const keys = harbour.stream.counters.get("keyframes-encoded");
    harbour.dropSockets();
    await until(() => link.state.get().state === "reconnecting");
    harbour.town.report("box-3", "load", 42);
    await until(() => link.state.get().state === "live" && isEqualToTwin(harbour.town, operator, replica));
    expect(harbour.stream.counters.get("keyframes-encoded")).toBe(keys);
    expect(harbour.stream.counters.get("catch-ups-encoded")).toBeGreaterThan(0);
  });

  it("ST7 a client that stops drawing is sent no more than its window, and is soon equal when it draws again", async () => {
    const { link, replica } = harbour.client("olga");
    await until(() => link.state.get().state === "live" && isEqualToTwin(harbour.town, operator, replica));
    harbour.drawing = false;
    const before = harbour.stream.counters.get("writes");
    for (let n = 0; n < 60; n++) {
      harbour.town.report("box-3", "load", n);
      harbour.tick();
      await turn();
    }
    expect(harbour.stream.counters.get("writes") - before).toBeLessThanOrEqual(26);
    expect([...harbour.stream.sessions].map((session) => session.stage)).toEqual(["parked"]);
    harbour.drawing = true;
    replica.commit();
    await until(() => isEqualToTwin(harbour.town, operator, replica));
    expect([...harbour.stream.sessions].map((session) => session.stage)).toEqual(["watching"]);
  });
});

describe("any other client over real sockets", () => {
  it("ST13 a stock Socket.IO client gets JSON readings of what its sign-in may see", async () => {
    harbour.town.report("box-0", "air", 21);
    harbour.town.report("box-0", "load", 9);
    harbour.town.report("box-0", "use", 1.5);
    const seen = async (extraHeaders: Record<string, string>) => {
      const socket = stock({ extraHeaders: { origin: harbour.url, ...extraHeaders } });
      const readings = await new Promise<JsonReading[]>((tell) =>
        socket.once("readings", (message) => tell(message.readings)),
      );
      return readings.map((reading) => `${reading.property} ${String(reading.value)}`).toSorted();
    };
    expect(await seen({ cookie: "session=rita" })).toEqual(["air 21", "load 9", "use 1.5"]);
    expect(await seen({ cookie: "session=olga" })).toEqual(["air 21", "load 9"]);
    expect(await seen({})).toEqual(["air 21"]);
  });

  it("ST13 a program with a token that may read gets public readings, any other token nothing", async () => {
    harbour.town.report("box-0", "air", 21);
    harbour.town.report("box-0", "load", 9);
    const program = stock({ auth: { token: "reader" } });
    const readings = await new Promise<JsonReading[]>((tell) =>
      program.once("readings", (message) => tell(message.readings)),
    );
    expect(readings.map((reading) => reading.property)).toEqual(["air"]);
    for (const token of ["meter", "wrong", 7, { a: 1 }]) {
      expect(await outcome(stock({ auth: { token } }))).toBe("not-allowed");
    }
  });
});

describe("the door", () => {
  it("ST17 refuses foreign origins, and a cookie without an origin", async () => {
    expect(await from({ origin: "https://evil.example" })).toBe("websocket error");
    expect(await from({ origin: "https://evil.example", cookie: "session=olga" })).toBe("websocket error");
    expect(await from({ cookie: "session=olga" })).toBe("websocket error");
    expect(await from({ origin: harbour.url, cookie: "session=olga" })).toBe("connected");
    expect(await from({})).toBe("connected");
    expect(harbour.stream.counters.get("refused-origin")).toBe(3);
  });

  it("ST17 refuses the root and any other namespace", async () => {
    expect(await outcome(stock({}, "/"))).toBe("not-allowed");
    expect(await outcome(stock({}, "/admin"))).toBe("Invalid namespace");
  });

  it("ST17 refuses polling, the library's first try, and says what to change", async () => {
    const answer = await fetch(`${harbour.url}/socket.io/?EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      error: {
        code: "websocket-only",
        sentence: { en: expect.stringContaining('transports: ["websocket"]') },
      },
    });
    expect(await outcome(stock({ transports: ["polling", "websocket"] }))).toBe("xhr poll error");
    expect(await outcome(stock())).toBe("connected");
  });

  it("ST17 holds a person to their number of connections", async () => {
    const headers = { origin: harbour.url, cookie: "session=olga" };
    const outcomes = [];
    for (let n = 0; n < 4; n++) outcomes.push(await from(headers));
    expect(outcomes).toEqual(["connected", "connected", "connected", "too-many-connections"]);
    expect(await from({ origin: harbour.url, cookie: "session=rita" })).toBe("connected");
    sockets[0]!.disconnect();
    await until(() => [...harbour.stream.sessions].length === 3);
    expect(await from(headers)).toBe("connected");
  });

  it("ST18 closes a flood, a binary message and an oversized one; the others stay", async () => {
    const { replica } = harbour.client("olga");
    const attackers: ((socket: Socket) => void)[] = [
      (socket) => {
        for (let n = 0; n < 2000; n++) socket.emit("drawn", { channels: [] });
      },
      (socket) => socket.emit("watch", new Uint8Array(8)),
      (socket) => socket.emit("hello", "x".repeat(70_000)),
    ];
    for (const attack of attackers) {
      const socket = stock();
      expect(await outcome(socket)).toBe("connected");
      const gone = new Promise((tell) => socket.once("disconnect", tell));
      attack(socket);
      await gone;
    }
    expect(harbour.stream.counters.get("closed-too-many-messages")).toBe(1);
    expect(harbour.stream.counters.get("binary-refused")).toBeGreaterThan(0);
    await until(() => isEqualToTwin(harbour.town, operator, replica));
    expect(harbour.stream.sessions.size).toBe(1);
  });

  it("ST18 answers unknown events and hostile payloads with a refusal, and lives", async () => {
    const socket = stock();
    await outcome(socket);
    for (const event of ["__proto__", "error", "connection", "readings", "x".repeat(1000)]) {
      expect(await socket.timeout(2000).emitWithAck(event, {})).toEqual({ ok: false, code: "bad-message" });
    }
    socket.emit("hello");
    expect(await socket.timeout(2000).emitWithAck("hello")).toEqual({ ok: false, code: "bad-message" });
    expect(await socket.timeout(2000).emitWithAck("watch", { channels: [], records: null })).toEqual({
      ok: false,
      code: "say-hello-first",
    });
    const hello = await socket.timeout(2000).emitWithAck("hello", { protocol: 1, frames: 1 });
    expect(hello.value.channels.map((head: { channel: string }) => head.channel)).toEqual([publicChannel]);
    const channels = [{ channel: staffChannel, epoch: 1, tick: null }];
    expect(await socket.timeout(2000).emitWithAck("watch", { channels, records: null })).toEqual({
      ok: false,
      code: "unknown-channel",
    });
  });
});
