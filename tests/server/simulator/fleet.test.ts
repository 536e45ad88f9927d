import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { Aedes } from "aedes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fleet } from "../../../server/simulator/fleet.ts";
import { standingPicture } from "../../../models/demo/faults/standing.ts";
import { drillFrom } from "../../../models/drill/drill.ts";
import { minutes } from "../../../models/quantity.ts";
import { demoOf, local } from "../../models/demo/xinghe-demo.ts";

interface Heard {
  readonly topic: string;
  readonly text: string;
  readonly retain: boolean;
}

const root = "courtyard/demo";
const heard: Heard[] = [];
const waiting: { sees: (message: Heard) => boolean; met: () => void }[] = [];
const demo = demoOf({ scale: 0.02 });
let aedes: Aedes;
let fleet: Fleet;
const server = createServer();
const logged: string[] = [];

/** Resolves once a message like this has come, already or later. */
const coming = (sees: (message: Heard) => boolean): Promise<void> =>
  heard.some(sees) ? Promise.resolve() : new Promise((met) => waiting.push({ sees, met }));
const firstOf = (topic: string): number => heard.findIndex((message) => message.topic === `${root}/${topic}`);
/** The first message of a device that is not of its memory. */
const firstWhole = (id: string): number =>
  heard.findIndex(
    ({ topic, text }) => topic === `${root}/${id}` && !/^\{"at":\d+,"power":[-\d.]+\}$/.test(text),
  );
const send = (topic: string, payload: string): Promise<void> =>
  new Promise((resolve, reject) =>
    aedes.publish({ cmd: "publish", topic, payload, qos: 1, retain: false, dup: false }, (error) =>
      error ? reject(error) : resolve(),
    ),
  );

beforeAll(async () => {
  aedes = await Aedes.createBroker();
  aedes.on("publish", (packet) => {
    if (!packet.topic.startsWith(root) || packet.topic.endsWith("/set")) return;
    const message = { topic: packet.topic, text: packet.payload.toString(), retain: packet.retain };
    heard.push(message);
    for (const { sees, met } of waiting.filter((each) => each.sees(message))) {
      waiting.splice(
        waiting.findIndex((each) => each.sees === sees),
        1,
      );
      met();
    }
  });
  server.on("connection", (socket) => aedes.handle(socket));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const wallMs = Date.now();
  fleet = new Fleet(
    demo,
    {
      broker: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: "a-token",
      community: "demo",
      seed: 1,
      scale: 0.02,
      rates: "real",
      clock: { startMs: local(11, 24, 19.2), wallMs, rate: 1 },
    },
    {
      wallNowMs: () => Date.now(),
      every: (ms, act) => {
        const timer = setInterval(act, ms);
        return () => clearInterval(timer);
      },
      after: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      log: (line) => void logged.push(line),
    },
  );
  fleet.start();
  await coming(
    ({ topic, text }) => topic === `${root}/${standingPicture.silentGateway}/$state` && text === "offline",
  );
});

afterAll(async () => {
  await fleet.close();
  await new Promise<void>((resolve) => aedes.close(resolve));
  await new Promise<void>((resolve) => void server.close(() => resolve()));
});

describe("the simulator at a real broker", () => {
  it("SI1 brings every gateway up online, kept by the broker", () => {
    const gateways = demo.devices.filter(({ via }) => via === null);
    const online = heard.filter(
      ({ topic, text, retain }) => topic.endsWith("/$state") && text === "online" && retain,
    );
    expect(new Set(online.map(({ topic }) => topic)).size).toBe(gateways.length);
    expect(gateways).toHaveLength(90);
  });

  it("SI2 describes every device before it speaks, and has each say all its points once", () => {
    for (const device of demo.devices) {
      const described = firstOf(`${device.id}/$describe`);
      const spoke = firstWhole(device.id);
      expect(described, device.id).toBeGreaterThanOrEqual(0);
      expect(spoke, device.id).toBeGreaterThan(described);
      expect(heard[described]).toMatchObject({ retain: true });
      const { at: _, ...values } = JSON.parse(heard[spoke]!.text) as Record<string, unknown>;
      const points = device.kind.points
        .filter(({ type }) => type !== "event")
        .map(({ property }) => property);
      expect(Object.keys(values).toSorted()).toEqual([...points].toSorted());
    }
  });

  it("SI9 has plant and meters tell their last hours before they tell of now", () => {
    const memoryOf = (id: string) =>
      heard
        .slice(0, firstWhole(id))
        .filter(({ topic }) => topic === `${root}/${id}`)
        .map(({ text }) => JSON.parse(text) as { at: number; power: number });
    const feeder = memoryOf("XH-A-1-feeder-01");
    expect(feeder.length).toBe(60 + 52);
    expect(feeder.map(({ at }) => at)).toEqual(feeder.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(feeder.at(-1)!.at).toBeLessThan(fleet.nowMs());
    expect(feeder.every(({ power }) => power > 0)).toBe(true);
    const meter = demo.devices.find(({ kind }) => kind.id === "elec_meter")!;
    expect(memoryOf(meter.id).length).toBe(3);
    expect(memoryOf("XH-lamp-001")).toEqual([]);
  });

  it("SI6 opens with the picture of what is not well", () => {
    for (const id of standingPicture.stale) {
      const first = JSON.parse(heard[firstOf(id)]!.text) as { at: string };
      expect(Date.parse(first.at)).toBeLessThan(fleet.nowMs() - 3600_000);
    }
    for (const [id, values] of standingPicture.faults) {
      expect(JSON.parse(heard[firstOf(id)]!.text)).toMatchObject(values);
    }
    expect(fleet.live).toBe(
      demo.devices.filter(
        ({ id, via }) => !standingPicture.stale.has(id) && (via ?? id) !== standingPicture.silentGateway,
      ).length,
    );
  });

  it("SI5 obeys what is set and confirms it", async () => {
    await send(
      `${root}/XH-lamp-002/dim/set`,
      JSON.stringify({ value: 40, command: "c-1", at: fleet.nowMs() }),
    );
    await coming(({ topic, text }) => topic === `${root}/XH-lamp-002/dim` && text === "40");
    await coming(({ topic, text }) => topic === `${root}/XH-lamp-002` && text.includes('"power":16'));
    await send(`${root}/XH-gate-S-barrier-01/arm/set`, JSON.stringify({ value: "up" }));
    await coming(
      ({ topic, text }) => topic === `${root}/XH-gate-S-barrier-01` && text.includes('"arm":"up"'),
    );
  });

  it("SI5 refuses what it cannot do, says so, and changes nothing", async () => {
    const before = heard.length;
    await send(`${root}/XH-lamp-003/state/set`, JSON.stringify({ value: "purple" }));
    await send(`${root}/XH-lamp-003/state/set`, "{ not json");
    await send(`${root}/XH-lamp-003/dim/set`, JSON.stringify({ value: 55 }));
    await coming(({ topic, text }) => topic === `${root}/XH-lamp-003/dim` && text === "55");
    expect(heard.slice(before).filter(({ topic }) => topic === `${root}/XH-lamp-003/state`)).toEqual([]);
    expect(logged.join("\n")).toMatch(/takes one of off, on, fault[\s\S]*has no value/);
  });

  it("SI7 comes back after a cut and describes its devices anew", async () => {
    const before = heard.length;
    const again = (message: Heard): boolean =>
      message.topic === `${root}/XH-C1-1-U1-lift-01/$describe` && heard.indexOf(message) >= before;
    const client = (aedes as unknown as { clients: Record<string, { conn: { destroy(): void } }> }).clients[
      "courtyard-XH-GW-C1-1-U1"
    ]!;
    client.conn.destroy();
    await coming(({ topic, text }) => topic === `${root}/XH-GW-C1-1-U1/$state` && text === "offline");
    await coming(again);
  });

  it("SI10 has what a drill befalls speak at once, and again when it is over", async () => {
    const spoke = (id: string, part: string, since: number): Promise<void> =>
      coming(
        (message) =>
          message.topic === `${root}/${id}` &&
          message.text.includes(part) &&
          heard.lastIndexOf(message) >= since,
      );
    const before = heard.length;
    fleet.play(drillFrom("transformer-trip", fleet.nowMs() - minutes));
    await spoke("XH-T01", '"breaker":"tripped"', before);
    await spoke("XH-lamp-001", '"voltage":0', before);
    const during = heard.length;
    fleet.play(null);
    await spoke("XH-T01", '"breaker":"closed"', during);
    await spoke("XH-gate-S-turnstile-01", '"mode":"controlled"', during);
  });

  it("SI11 breaks every connection off in a drill without a broker, and brings all but the silent one back", async () => {
    const states = (since: number, word: string): number =>
      new Set(
        heard
          .slice(since)
          .filter(({ topic, text }) => topic.endsWith("/$state") && text === word)
          .map(({ topic }) => topic),
      ).size;
    const before = heard.length;
    fleet.play(drillFrom("broker-gone", fleet.nowMs()));
    await coming(() => states(before, "offline") === 89);
    expect(fleet.live).toBe(0);
    const during = heard.length;
    fleet.play(null);
    await coming(() => states(during, "online") === 89);
    const after = heard.slice(during).map(({ topic }) => topic);
    expect(after.findIndex((topic) => !topic.endsWith("/$state"))).toBeGreaterThan(0);
  });
});
