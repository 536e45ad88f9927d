import { describe, expect, it } from "vitest";
import { readDescription, type Described } from "../../../models/device/description.ts";
import { possiblyPlaced } from "../../../models/device/possible-place.ts";
import { deviceId, pointId, propertyId, type DeviceId } from "../../../models/ids.ts";
import { text } from "../../../models/language/text.ts";
import { t0 } from "../twin/sample-devices.ts";
import { doorBench } from "./door-bench.ts";

const [toy, gateway] = [deviceId("toy"), deviceId("g1")];
const level = pointId(toy, propertyId("level"));
const topic = "courtyard/demo/toy/$describe";
const description = (extras = {}): string =>
  JSON.stringify({
    kind: "toy",
    name: { en: "Toy" },
    via: "g1",
    points: { level: { unit: "%" } },
    ...extras,
  });
const speaker = (name: string, trusted = true) => ({ connection: {}, name, trusted });

describe("the registry", () => {
  it("takes a trusted device at its word, and keeps what it said", async () => {
    const { registry, twin, tray, persisted, intake, handover } = doorBench();
    intake.offer(toy, propertyId("level"), 4, undefined, undefined, "x");
    expect(registry.describe(toy, description(), speaker("sim"), topic)).toBe("described");
    expect(twin.device(toy)?.device.name.en).toBe("Toy");
    expect(persisted.get("toy")).toBe(description());
    await handover.flush();
    expect(tray.size).toBe(0);
  });

  it("F14 is untouched by the same description coming again", () => {
    const { registry, twin, counters } = doorBench();
    const sim = speaker("sim");
    registry.describe(toy, description(), sim, topic);
    const version = twin.structureVersion;
    for (let k = 0; k < 100; k++) expect(registry.describe(toy, description(), sim, topic)).toBe("unchanged");
    expect([twin.structureVersion, counters.described]).toEqual([version, 1]);
  });

  it("lets nobody in who is not trusted", () => {
    const { registry, twin, tray, kept } = doorBench();
    expect(registry.describe(toy, description(), speaker("", false), topic)).toBe("waits");
    expect(twin.device(toy)).toBeUndefined();
    expect(tray.list()[0]).toMatchObject({ device: "toy", why: "untrusted-description", described: true });
    expect(kept[0]?.note.value).toEqual(JSON.parse(description()));
  });

  it.each(["{", "[]", "7", description({ colour: "red" }), description({ points: {} }), "[".repeat(50_000)])(
    "F12 keeps description %# in the tray, and a known device as it was",
    (broken) => {
      const { registry, twin, tray } = doorBench();
      const sim = speaker("sim");
      registry.describe(toy, description(), sim, topic);
      expect(registry.describe(toy, broken, sim, topic)).toBe("malformed");
      expect(twin.device(toy)?.device.name.en).toBe("Toy");
      expect(tray.list()[0]?.problem).not.toBeNull();
    },
  );

  it("F10 leaves a device to the credential that described it while that is connected", () => {
    const { registry, counters } = doorBench();
    const [first, second] = [speaker("a"), speaker("b")];
    registry.connectionOpened(first);
    registry.connectionOpened(second);
    registry.describe(toy, description(), first, topic);
    expect([
      registry.owns(toy, first),
      registry.owns(toy, second),
      registry.maySpeakFor(toy, second),
    ]).toEqual([true, false, false]);
    expect(registry.describe(toy, description({ name: { en: "Mine" } }), second, topic)).toBe("not-allowed");
    expect(counters["not-allowed"]).toBe(1);
    registry.connectionLost(first);
    expect(registry.describe(toy, description({ name: { en: "Mine" } }), second, topic)).toBe("described");
    expect(registry.owns(toy, first)).toBe(false);
  });

  it("knows a device whose place cannot be, and says so, until it says where it really is", async () => {
    const bench = doorBench();
    const { counters, tray, twin, handover, clock } = bench;
    const bounds = { storeyFault: () => text("没有这一层", "no such storey"), positionFault: () => null };
    const parse = (device: DeviceId, json: unknown): Described => {
      const read = readDescription(device, json, () => null);
      return read.ok ? { ok: true, ...possiblyPlaced(read.device, bounds) } : read;
    };
    const registry = bench.registryOf({ parse });
    const sim = speaker("sim");
    expect(registry.describe(toy, description({ at: { storey: 99 } }), sim, topic)).toBe("described");
    await handover.flush();
    expect(twin.device(toy)?.device.place.storey).toBeNull();
    expect(counters["impossible-place"]).toBe(1);
    expect(tray.list()).toMatchObject([{ why: "impossible-place", problem: { en: "at: no such storey" } }]);
    clock.nowMs += 1;
    registry.describe(toy, description(), sim, topic);
    await handover.flush();
    expect(tray.size).toBe(0);
  });

  it("lets a twin that is full keep what it has", () => {
    const { registryOf, twin, tray, counters } = doorBench();
    const registry = registryOf({ mostPoints: 1 });
    const sim = speaker("sim");
    expect(registry.describe(toy, description(), sim, topic)).toBe("described");
    expect(registry.describe(deviceId("one more"), description(), sim, topic)).toBe("full");
    expect([twin.pointCount, counters["twin-full"]]).toEqual([1, 1]);
    expect(registry.describe(toy, description({ name: { en: "Toy 2" } }), sim, topic)).toBe("described");
    expect(registry.describe(toy, description({ points: { level: {}, more: {} } }), sim, topic)).toBe("full");
    expect(tray.list().every(({ problem }) => problem?.en.includes("full"))).toBe(true);
  });

  it("knows a device of an earlier run again, and says when it cannot", () => {
    const { registry, twin, persisted } = doorBench();
    expect(registry.restore(toy, description())).toBe(true);
    expect(registry.restore(deviceId("old"), '{"kind":"gone"}')).toBe(false);
    expect(twin.devices.length).toBe(1);
    expect(registry.describe(toy, description(), speaker("sim"), topic)).toBe("unchanged");
    expect(persisted.size).toBe(0);
  });
});

describe("gateways", () => {
  function withGateway() {
    const bench = doorBench();
    const old = speaker("sim");
    bench.registry.describe(toy, description(), old, topic);
    bench.registry.gatewayState(gateway, true, old);
    bench.twin.report(0, 40, 0, t0, t0);
    const isStale = (): boolean =>
      (bench.twin.state.qualities[bench.twin.indexOf(level) ?? -1] ?? 0) % 8 === 3;
    return { ...bench, old, isStale };
  }

  it("TW8 fall silent with their connection, however it ends", () => {
    const { registry, old, isStale } = withGateway();
    expect(isStale()).toBe(false);
    registry.connectionLost(old);
    expect(isStale()).toBe(true);
  });

  it("that came back elsewhere are not silenced by the last will of the old connection", () => {
    const { registry, twin, old, isStale } = withGateway();
    const fresh = speaker("sim");
    registry.gatewayState(gateway, true, fresh);
    registry.gatewayState(gateway, false, old);
    registry.connectionLost(old);
    expect(isStale()).toBe(false);
    registry.gatewayState(gateway, false, fresh);
    expect(isStale()).toBe(true);
    twin.report(0, 41, 0, t0 + 1, t0 + 1);
    expect(isStale()).toBe(false);
  });
});
