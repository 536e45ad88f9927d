import { describe, expect, it } from "vitest";
import { communityNow } from "../../../client/components/community-now.ts";
import { gather, solar, weather } from "../../../client/components/public-readings.ts";
import { formatsFor } from "../../../client/language/formats.ts";
import { qualityByte } from "../../../models/device/reading.ts";
import { smallReplica, type SmallDevice } from "./small-replica.ts";

const speech = {
  t: (key: string) => key,
  say: (text: { en: string }) => text.en,
  formats: formatsFor("en", "UTC"),
};
const figuresOf = (devices: readonly SmallDevice[]) =>
  new Map(communityNow(smallReplica(devices), speech).map((figure) => [figure.key, figure]));

describe("gathering", () => {
  const inverter = { kind: "pv_inverter" } as const;

  it("sums what can be trusted and counts the rest as not heard, never as zero", () => {
    const replica = smallReplica([
      { ...inverter, id: "a", values: { power: 10 } },
      { ...inverter, id: "b", values: { power: 30 }, quality: qualityByte("uncertain") },
      { ...inverter, id: "c", values: { power: 99 }, quality: qualityByte("stale") },
      { ...inverter, id: "d" },
    ]);
    expect(gather(replica, solar.kind, solar.power)).toMatchObject({
      devices: 4,
      heard: 2,
      sum: 40,
      mean: 20,
    });
  });

  it("has no mean of nothing", () => {
    const { mean, spec } = gather(smallReplica([]), weather.kind, weather.temperature);
    expect(mean).toBeNaN();
    expect(spec).toBeNull();
  });
});

describe("the community now", () => {
  it("says what is not measured instead of a zero", () => {
    const figures = figuresOf([]);
    expect(figures.get("solar")).toMatchObject({ measured: false, value: "open.notMeasured", unit: "" });
    expect(figures.has("temperature")).toBe(false);
  });

  it("takes the free bays from the boards at the gates that speak", () => {
    const figures = figuresOf([
      { id: "a", kind: "vehicle_gate", values: { freeBays: 410 } },
      { id: "b", kind: "vehicle_gate", values: { freeBays: 412 } },
      { id: "c", kind: "vehicle_gate" },
    ]);
    expect(figures.get("parking")).toMatchObject({ value: "411", measured: true });
  });

  it("counts the lamps that are lit, not those at fault", () => {
    const lamp = { kind: "street_light" } as const;
    const figures = figuresOf([
      { ...lamp, id: "on", values: { state: 1 } },
      { ...lamp, id: "off", values: { state: 0 } },
      { ...lamp, id: "fault", values: { state: 2 } },
    ]);
    expect(figures.get("lamps")?.value).toBe("1");
  });

  it("has a dash while nobody speaks", () => {
    expect(figuresOf([{ id: "a", kind: "pv_inverter" }]).get("solar")).toMatchObject({
      value: "–",
      unit: "",
    });
  });
});
