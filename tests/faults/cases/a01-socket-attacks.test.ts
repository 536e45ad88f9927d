import { expect } from "vitest";
import { faultCase } from "../fault-case.ts";
import { streamCount } from "../stage/counters.ts";
import { joinDevices, pump, station } from "../stage/devices.ts";
import { RawSocket } from "../stage/raw-socket.ts";
import type { Server } from "../stage/server.ts";
import { until } from "../stage/waiting.ts";

const bytesOf = (...codes: number[]) => Buffer.from(codes);

/** What ends the connection of whoever sends it, and nobody else's. */
const deadly: readonly (readonly [number: string, what: string, attack: (raw: RawSocket) => void])[] = [
  ["A4", "an event of 1.1 MB", (raw) => raw.say(`42/twin,["hello","${"x".repeat(1_100_000)}"]`)],
  ["A5", "a million attachments announced", (raw) => raw.say('451000000-/twin,["watch"]')],
  [
    "A6",
    "an attachment announced and held back",
    (raw) => raw.say('451-/twin,["watch",{"_placeholder":true,"num":0}]'),
  ],
  ["A7", "JSON that is none", (raw) => raw.say('42/twin,["hello",{')],
  ["A7", "an object for a name", (raw) => raw.say('42/twin,[{"toString":1},{}]')],
  ["A7", "a packet of no type", (raw) => raw.say("4z/twin,")],
  [
    "A7",
    "a placeholder that is code",
    (raw) => raw.say('451-/twin,["watch",{"_placeholder":true,"num":"splice"}]'),
  ],
  [
    "A13",
    "two thousand events in one breath",
    (raw) => {
      for (let n = 0; n < 2_000; n++) raw.say('42/twin,["drawn",{"channels":[]}]');
    },
  ],
  [
    "A16",
    "a message in fragments of one byte",
    (raw) => {
      raw.frame(0x01, bytesOf(52));
      for (let n = 0; n < 70_000; n++) raw.frame(0x00, bytesOf(50));
    },
  ],
  ["A17", "a frame that claims to be endless", (raw) => raw.frame(0x81, bytesOf(52), 2 ** 52)],
];

/** What is refused without a word about anything, and may go on. */
const harmless: readonly (readonly [number: string, packet: string])[] = [
  ["A8", '42/twin,7["__proto__",{}]'],
  ["A8", '42/twin,99999999999999999999["constructor",{}]'],
  ["A9", '42/twin,8["hello",{"protocol":1,"frames":1,"__proto__":{"isAdmin":true}}]'],
  ["A9", '42/twin,9["watch",{"channels":[],"records":null,"__proto__":{"isAdmin":true}}]'],
  ["A24", '42/twin,10["watch",{"channels":[{"channel":"staff","epoch":1,"tick":null}],"records":null}]'],
  [
    "A24",
    '42/twin,11["watch",{"channels":[{"channel":"own:B-5-1201","epoch":1,"tick":null}],"records":null}]',
  ],
];

async function open(server: Server): Promise<RawSocket> {
  const raw = await RawSocket.open(server.base);
  if (raw === null) throw new Error("not let in");
  return raw;
}

/** Not let in, or let in only to be told nothing and shown out. */
async function expectTurnedAway(server: Server, query: string): Promise<void> {
  const raw = await RawSocket.open(server.base, {}, query);
  await raw?.ended;
  expect(raw?.heard ?? [], `A19 ${query}`).toEqual([]);
}

faultCase({
  number: "A1-A17",
  sentence:
    "attacks on the sockets end their own connection or nothing, and nobody is told what is not theirs",
  quick: { rounds: 1, patient: false },
  // With the attacks that need only patience: connections that say nothing.
  long: { rounds: 20, patient: true },
  async act(stage, { rounds, patient }) {
    const server = await stage.open();
    const devices = await joinDevices(stage, server);
    await devices.describe("station-1", station);
    await devices.describe("pump-1", { ...pump, name: { en: "Staff only" } });
    const operator = await stage.watch("operator");
    await until("the operator is live", () => operator.isLive);
    for (let round = 0; round < rounds; round++) {
      for (const origin of ["https://evil.example", `${server.base}.evil.example`, "null"])
        expect(await RawSocket.open(server.base, { origin }), `A1 ${origin}`).toBeNull();
      const cookie = operator.cookie;
      expect(await RawSocket.open(server.base, { cookie }), "A1 a cookie without an origin").toBeNull();
      for (const query of [
        "EIO=3&transport=websocket",
        "EIO=4&transport=polling",
        "EIO=4&transport=websocket&sid=none",
      ])
        await expectTurnedAway(server, query);

      const recovering = await open(server);
      recovering.say('40/twin,{"token":"wrong","pid":"private","offset":"1"}');
      await until("A2 it is refused", () => recovering.heard.some((text) => text.startsWith("44/twin,")));
      expect(recovering.heard.join("\n"), "A2").not.toContain("Staff only");

      for (const namespace of ["/", "/admin", `/${"n".repeat(10_000)}`]) {
        const stranger = await open(server);
        stranger.say(namespace === "/" ? "40" : `40${namespace},`);
        await until("A10 it is refused", () => stranger.heard.some((text) => text.startsWith("44")));
        stranger.close();
      }
      for (const [number, what, attack] of deadly) {
        const raw = (await open(server)).join();
        attack(raw);
        await Promise.race([raw.ended, until(`${number} ${what} is ended`, () => raw.socket.destroyed)]);
      }
      const raw = (await open(server)).join();
      for (const [, packet] of harmless) raw.say(packet);
      await until("it is answered", () => raw.heard.some((text) => text.startsWith("43/twin,11")));
      expect(raw.heard.join("\n")).not.toMatch(/Staff only|"staff"|own:/);
      raw.close();
    }
    if (patient) {
      const silent = await open(server);
      await silent.ended;
    }
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    expect(operator.isLive).toBe(true);
    expect(await streamCount(server, "refused-origin")).toBe(4 * rounds);
    stage.secret("Staff only", "operator");
  },
});
