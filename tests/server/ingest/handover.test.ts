import { describe, expect, it } from "vitest";
import { deviceId, pointId, propertyId } from "../../../models/ids.ts";
import type { MappingRow } from "../../../models/mapping/mapping-file.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { sourceTopic } from "../../../models/mapping/source.ts";
import { knownSources } from "../../../models/mapping/ready/sources.ts";
import { doorBench } from "./door-bench.ts";

const toy = deviceId("toy");
const sim = { connection: {}, name: "sim", trusted: true };
const description = (...points: string[]): string =>
  JSON.stringify({
    kind: "toy",
    name: { en: "Toy" },
    points: Object.fromEntries(points.map((property) => [property, { unit: "%" }])),
  });

function bench() {
  const door = doorBench();
  const left = () => door.shelf.rows.map(({ device, property }) => `${device}/${property}`);
  const listed = () =>
    door.tray
      .list()
      .flatMap(({ device, properties }) => properties.map((each) => `${device}/${each.property}`));
  return {
    ...door,
    left,
    listed,
    say: (property: string, value: unknown, at?: number) =>
      door.intake.offer(toy, propertyId(property), value, at, undefined, `courtyard/demo/toy/${property}`),
    describe: (...points: string[]) =>
      door.registry.describe(toy, description(...points), sim, "courtyard/demo/toy/$describe"),
    held: (property: string, device = toy) => {
      const index = door.twin.indexOf(pointId(device, propertyId(property))) ?? -1;
      const { values, qualities, timesMs } = door.twin.state;
      return { value: values[index], quality: qualities[index], atMs: timesMs[index] };
    },
  };
}

describe("a device that describes itself", () => {
  it("leaves in the tray what is of no point of its, however often it does so", async () => {
    const { say, describe: tell, handover, left, listed, tray } = bench();
    say("level", 4);
    say("colour", "red");
    for (const points of [["level"], ["level", "weight"], ["level"]]) {
      tell(...points);
      say("taste", "sweet");
      await handover.flush();
    }
    expect(left()).toEqual(["toy/colour", "toy/taste"]);
    expect(listed()).toEqual(["toy/colour", "toy/taste"]);
    expect(tray.list()[0]?.why).toBe("unknown-property");
  });

  it("F10 has at its points what waited for them, of its time and no livelier than that", async () => {
    const { say, describe: tell, handover, held, left, clock, kept } = bench();
    const measuredMs = clock.nowMs - 30_000;
    say("level", 4, measuredMs);
    clock.nowMs += 7_200_000;
    tell("level");
    await handover.flush();
    expect(held("level")).toEqual({ value: 4, quality: qualityByte("stale", "restored"), atMs: measuredMs });
    expect([left(), kept.length]).toEqual([[], 1]);
  });

  it("keeps what it said since it was known", async () => {
    const { say, describe: tell, handover, held, left, clock } = bench();
    say("level", 4);
    clock.nowMs += 10;
    tell("level");
    say("level", 5);
    await handover.flush();
    expect(held("level")).toEqual({ value: 5, quality: 0, atMs: clock.nowMs });
    expect(left()).toEqual([]);
  });

  it("leaves there what its point cannot take", async () => {
    const { say, describe: tell, handover, left } = bench();
    say("level", "brimful");
    tell("level");
    await handover.flush();
    expect(left()).toEqual(["toy/level"]);
  });

  it("settles the descriptions that waited before, and none that came after", async () => {
    const { describe: tell, registry, handover, left, clock, tray } = bench();
    registry.describe(toy, description("level"), { ...sim, name: "", trusted: false }, "x");
    clock.nowMs += 5;
    tell("level");
    await handover.flush();
    expect([left(), tray.size]).toEqual([[], 0]);
    tell("level", "weight");
    registry.describe(toy, "{", sim, "x");
    await handover.flush();
    expect([left(), tray.list()[0]?.described]).toEqual([["toy/"], true]);
  });
});

describe("what is handed over", () => {
  it("is kept at its point before it leaves, and waits on while the store fails", async () => {
    const { say, describe: tell, handover, held, left, store } = bench();
    say("level", 4);
    store.settled = () => Promise.reject(new Error("disk full"));
    tell("level");
    await expect(handover.flush()).rejects.toThrow("disk full");
    expect([held("level").value, left()]).toEqual([4, ["toy/level"]]);
    store.settled = () => Promise.resolve();
    await handover.flush();
    expect(left()).toEqual([]);
  });

  it("is what was read: a message that comes meanwhile stays", async () => {
    const { say, describe: tell, handover, left, listed, store, tray, clock } = bench();
    say("level", 4);
    store.settled = () => {
      const nowMs = (clock.nowMs += 1);
      const late = { device: "toy", property: "level", why: "unknown-device", value: 6, topic: "x" } as const;
      tray.note({ ...late, atMs: nowMs, nowMs });
      return Promise.resolve();
    };
    tell("level");
    await handover.flush();
    expect([left(), listed()]).toEqual([["toy/level"], ["toy/level"]]);
  });

  it("may be more than is read at once", async () => {
    const { say, handover, left, describe: tell } = bench();
    for (let k = 0; k < 2_500; k++) say(`p${k}`, k);
    say("level", 4);
    tell("level", ...Array.from({ length: 50 }, (_, k) => `p${k * 50}`));
    await handover.flush();
    expect(left()).toHaveLength(2_500 - 50);
  });
});

describe("a changed mapping row", () => {
  const attic = deviceId("zigbee2mqtt:Attic");
  const row: MappingRow = {
    id: "attic",
    source: "zigbee2mqtt",
    match: { device: "Attic" },
    kind: "attic_sensor",
    points: [{ from: "/temperature", property: "temperature", unit: "°C", visibility: "public" }],
  };

  it("gives their points what waited for them; the rest waits on", async () => {
    const { foreign, mappings, handover, held, left, clock } = bench();
    const hear = (message: object): void => {
      const topic = sourceTopic(knownSources, "zigbee2mqtt/Attic");
      if (topic === null) throw new Error("no such source");
      const payload = Buffer.from(JSON.stringify(message));
      foreign.take({ ...topic, recorded: false }, "zigbee2mqtt/Attic", payload, sim);
    };
    hear({ temperature: 20, humidity: 40, owner: "Ann Example", linkquality: 7 });
    const saidMs = clock.nowMs;
    clock.nowMs += 60_000;
    mappings.put(row);
    await handover.flush();
    expect(held("temperature", attic)).toMatchObject({ value: 20, atMs: saidMs });
    expect(left()).toEqual(["humidity", "linkquality", "owner"].map((each) => `${attic}//${each}`));
    const points: MappingRow["points"] = [
      ...row.points,
      { from: "/humidity", property: "humidity", unit: "%" },
    ];
    mappings.put({ ...row, points, ignore: ["/linkquality"] });
    await handover.flush();
    expect(held("humidity", attic)).toMatchObject({ value: 40, atMs: saidMs });
    expect(left()).toEqual([`${attic}//owner`]);
  });
});
