import { afterEach, describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../../models/ids.ts";
import type { MappingRow } from "../../../../models/mapping/mapping-file.ts";
import { readyFile } from "../../../../models/mapping/ready/ready.ts";
import { misfitSign } from "../../../../server/ingest/foreign/misfit-sign.ts";
import { until } from "../door-bench.ts";
import { closeAll, gone, openDoor } from "../mqtt/open-door.ts";

afterEach(closeAll);

const attic: MappingRow = {
  id: "attic",
  source: "zigbee2mqtt",
  match: { device: "Attic" },
  kind: "attic_sensor",
  at: { position: [1, 2, 3] },
  points: [
    { from: "/temperature", property: "temperature", unit: "°C", visibility: "public" },
    { from: "/voltage", property: "battery", unit: "V", fromUnit: "mV" },
  ],
  ignore: ["/linkquality"],
};

async function door() {
  const bench = await openDoor();
  const index = (device: string, property: string): number =>
    bench.twin.indexOf(pointId(deviceId(device), propertyId(property))) ?? -1;
  const valueOf = (device: string, property: string) => bench.twin.state.values[index(device, property)];
  const qualityOf = (device: string, property: string) =>
    (bench.twin.state.qualities[index(device, property)] ?? 4) & 7;
  return { ...bench, valueOf, qualityOf };
}

describe("messages of foreign devices", () => {
  it("wait in the tray, and are taken in when the device is mapped", async () => {
    const bench = await door();
    const client = await bench.join();
    const say = (message: object) =>
      client.publishAsync("zigbee2mqtt/Attic", JSON.stringify(message), { qos: 1 });
    await say({ temperature: 21.5, linkquality: 80 });
    await say({ voltage: 3015 });
    const [waiting] = bench.tray.list();
    expect(waiting).toMatchObject({ device: "zigbee2mqtt:Attic", why: "unknown-device", count: 3 });
    expect(JSON.stringify(waiting)).not.toContain("21.5");
    expect(bench.twin.deviceCount).toBe(1);

    bench.mappings.put(attic);
    await bench.handover.flush();
    expect(bench.tray.list()).toEqual([]);
    expect(bench.twin.device(deviceId("zigbee2mqtt:Attic"))?.device).toMatchObject({
      kind: "attic_sensor",
      origin: "live",
      place: { at: [1, 2, 3] },
    });
    expect(bench.valueOf("zigbee2mqtt:Attic", "temperature")).toBe(21.5);
    expect(bench.valueOf("zigbee2mqtt:Attic", "battery")).toBe(3.015);

    bench.clock.nowMs += 1000;
    await say({ temperature: 22 });
    expect(bench.valueOf("zigbee2mqtt:Attic", "temperature")).toBe(22);
  });

  it("of a known device that nobody mapped wait too; what is left out knowingly does not", async () => {
    const bench = await door();
    bench.mappings.put(attic);
    const client = await bench.join();
    await client.publishAsync("zigbee2mqtt/Attic", '{"temperature":20,"humidity":40,"linkquality":1}', {
      qos: 1,
    });
    expect(bench.tray.list()).toMatchObject([
      { device: "zigbee2mqtt:Attic", why: "unknown-property", properties: [{ property: "/humidity" }] },
    ]);
    expect(bench.counters["unknown-property"]).toBe(1);
  });

  it("make of a sort of device what it shows itself to be", async () => {
    const bench = await door();
    bench.mappings.take(readyFile);
    const client = await bench.join();
    const say = (message: object) =>
      client.publishAsync("zigbee2mqtt/Hall", JSON.stringify(message), { qos: 1 });
    const kind = () => bench.twin.device(deviceId("zigbee2mqtt:Hall"))?.device.kind;
    await say({ battery: 90, linkquality: 80 });
    expect(kind()).toBe("battery_sensor");
    await say({ battery: 90, linkquality: 80, contact: false });
    expect(kind()).toBe("contact_sensor");
    expect(bench.valueOf("zigbee2mqtt:Hall", "open")).toBe(1);
  });

  it("MP13 that do not fit their points wait, are shown, and are no trouble once they fit or are mapped anew", async () => {
    const bench = await door();
    const look = misfitSign(bench.foreignDevices, bench.doors.problems);
    const client = await bench.join();
    const say = async (message: object) => {
      bench.clock.nowMs += 1000;
      await client.publishAsync("zigbee2mqtt/Attic", JSON.stringify(message), { qos: 1 });
      look();
    };
    const wet = { from: "/wet", property: "wet" };
    const misfits = () => bench.mappingDesk.list().map((each) => each.misfits);
    bench.mappings.put({ ...attic, points: [...attic.points, wet] });
    await say({ temperature: 20, wet: null });
    expect([misfits(), bench.problems.size, bench.tray.size]).toEqual([[0], 0, 0]);

    await say({ temperature: 20, wet: true });
    expect(bench.counters["wrong-type"]).toBe(1);
    expect(misfits()).toEqual([1]);
    expect(bench.problems.get("ingest/misfits")).toMatch(/^1 mapped values do not fit/);
    expect(bench.tray.list()).toMatchObject([
      { device: "zigbee2mqtt:Attic", why: "misfit", properties: [{ property: "/wet", shape: "boolean" }] },
    ]);
    // A value that fits is newer than the one that did not.
    await say({ wet: 1 });
    await bench.handover.flush();
    expect([misfits(), bench.problems.size, bench.tray.size]).toEqual([[0], 0, 0]);

    await say({ wet: true });
    bench.mappings.put({ ...attic, points: [...attic.points, { ...wet, type: "boolean" }] });
    await bench.handover.flush();
    look();
    expect([misfits(), bench.problems.size, bench.tray.size]).toEqual([[0], 0, 0]);
    expect(bench.valueOf("zigbee2mqtt:Attic", "wet")).toBe(1);
  });

  it("keep the time they were measured at, where they say one", async () => {
    const bench = await door();
    bench.mappings.put(attic);
    const client = await bench.join();
    const atMs = bench.clock.nowMs - 60_000;
    const message = { temperature: 20, last_seen: new Date(atMs).toISOString() };
    await client.publishAsync("zigbee2mqtt/Attic", JSON.stringify(message), { qos: 1 });
    const index = bench.twin.indexOf(pointId(deviceId("zigbee2mqtt:Attic"), propertyId("temperature")))!;
    expect(bench.twin.state.timesMs[index]).toBe(atMs);
  });

  it("that are bad are counted by name, and end nobody's connection", async () => {
    const bench = await door();
    bench.mappings.put(attic);
    const client = await bench.join();
    const say = (topic: string, payload: string) => client.publishAsync(topic, payload, { qos: 1 });
    await say("zigbee2mqtt/Attic", "{broken");
    await say("zigbee2mqtt/Attic", "{}");
    await say(`zigbee2mqtt/${"x".repeat(200)}`, '{"a":1}');
    await say("zigbee2mqtt/Attic/get", '{"state":""}');
    await say("zigbee2mqtt/bridge/state", '{"state":"online"}');
    await say("zigbee2mqtt/Attic", '{"temperature":"warm"}');
    await say(
      "zigbee2mqtt/Attic",
      JSON.stringify(Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`k${k}`, k]))),
    );
    const { malformed, "bad-topic": badTopic, "set-aside": setAside, "wrong-type": wrong } = bench.counters;
    expect({ malformed, badTopic, setAside, wrong }).toEqual({
      malformed: 2,
      badTopic: 1,
      setAside: 2,
      wrong: 1,
    });
    expect(bench.counters["values-left-out"]).toBe(44);
    expect(client.connected).toBe(true);
  });

  it("are taken from no topic of nobody's, and from no reader", async () => {
    const bench = await door();
    const stranger = await bench.join();
    const refused = gone(stranger);
    stranger.publish("somebody/else", "1");
    await refused;
    const reader = await bench.join("reader");
    const refusedToo = gone(reader);
    reader.publish("zigbee2mqtt/Attic", '{"temperature":1}');
    await refusedToo;
    expect(bench.counters["not-allowed"]).toBe(2);
  });

  it("say of presence only what a credential for devices vouches for", async () => {
    const bench = await door();
    bench.mappings.put(attic);
    const stranger = await bench.join();
    await stranger.publishAsync("zigbee2mqtt/Attic", '{"temperature":20}', { qos: 1 });
    await stranger.publishAsync("zigbee2mqtt/Attic/availability", '{"state":"offline"}', { qos: 1 });
    expect(bench.qualityOf("zigbee2mqtt:Attic", "temperature")).toBe(0);
    expect(bench.counters["not-allowed"]).toBe(1);
    const gateway = await bench.join("secret");
    await gateway.publishAsync("zigbee2mqtt/Attic/availability", '{"state":"online"}', { qos: 1 });
    await gateway.endAsync(true);
    // What was there through a connection is silent when the connection ends.
    await until("it is silent", () => bench.qualityOf("zigbee2mqtt:Attic", "temperature") === 3);
  });

  it("MP9 below recorded/ speak for another device", async () => {
    const bench = await door();
    bench.mappings.put(attic);
    const client = await bench.join();
    await client.publishAsync("recorded/zigbee2mqtt/Attic", '{"temperature":9}', { qos: 1 });
    await client.publishAsync("zigbee2mqtt/Attic", '{"temperature":20}', { qos: 1 });
    expect(bench.valueOf("recorded-zigbee2mqtt:Attic", "temperature")).toBe(9);
    expect(bench.valueOf("zigbee2mqtt:Attic", "temperature")).toBe(20);
  });

  it("are acknowledged once they are kept", async () => {
    const bench = await door();
    let keep = (): void => undefined;
    bench.store.settled = () => new Promise((resolve) => (keep = resolve));
    const client = await bench.join();
    let acknowledged = false;
    const publish = async (): Promise<void> => {
      await client.publishAsync("zigbee2mqtt/Attic", '{"temperature":20}', { qos: 1 });
      acknowledged = true;
    };
    const publishing = publish();
    await until("it is in the tray", () => bench.tray.size === 1);
    expect(acknowledged).toBe(false);
    keep();
    await publishing;
  });

  it("never fill more than there is room for, and let those that wait longest go first", async () => {
    const bench = await door();
    const client = await bench.join();
    bench.mappings.put(attic);
    await client.publishAsync("zigbee2mqtt/Attic", '{"temperature":20}', { qos: 1 });
    for (let k = 0; k < 60; k++) await client.publishAsync(`zigbee2mqtt/n${k}`, '{"a":1}', { qos: 1 });
    const ids = [...bench.foreignDevices.devices].map(({ id }) => String(id));
    expect(ids).toHaveLength(50);
    expect(ids).toContain("zigbee2mqtt:Attic");
    expect(ids).not.toContain("zigbee2mqtt:n0");
    expect(bench.counters["tray-evicted"]).toBeGreaterThanOrEqual(11);
  });
});

describe("what an administrator sees of them", () => {
  it("is where values stand and whether they fit, never a value", async () => {
    const bench = await door();
    const client = await bench.join();
    const message = {
      temperature: 123.45,
      voltage: 3015,
      owner: "Ann Example",
      linkquality: 9,
      state: "HALF",
    };
    await client.publishAsync("zigbee2mqtt/Attic", JSON.stringify(message), { qos: 1 });
    const draft = bench.mappingDesk.draft("zigbee2mqtt:Attic")!;
    const row: MappingRow = {
      ...attic,
      points: [
        ...attic.points,
        { from: "/state", property: "on", type: "boolean", words: { ON: true, OFF: false } },
      ],
    };
    const preview = bench.mappingDesk.preview("zigbee2mqtt:Attic", row);
    if (preview?.ok !== true) throw new Error("no preview");
    expect(preview.values.map(({ pointer, shape, verdict }) => [pointer, shape, verdict])).toEqual([
      ["/temperature", "number", "fits"],
      ["/voltage", "number", "fits"],
      ["/state", "text of 4", "wrong-type"],
      ["/owner", "text of 11", "waits"],
      ["/linkquality", "number", "left-out"],
    ]);
    const told = JSON.stringify([bench.mappingDesk.list(), draft, preview]);
    for (const value of ["123.45", "3015", "Ann Example", "HALF"]) expect(told).not.toContain(value);
    expect(bench.mappingDesk.draft("nobody")).toBeNull();
  });

  it("keeps samples only while a device waits: those of a known one are the twin's", async () => {
    const bench = await door();
    const client = await bench.join();
    await client.publishAsync("zigbee2mqtt/Attic", '{"temperature":20}', { qos: 1 });
    expect(bench.foreignKept.get("zigbee2mqtt/Attic")?.shown).toEqual({ "/temperature": 20 });
    bench.mappings.put(attic);
    expect(bench.foreignKept.get("zigbee2mqtt/Attic")?.shown).toEqual({ "/temperature": null });
  });
});
