import { describe, expect, it } from "vitest";
import { explainedBy, mayBeExplained, type Cause } from "../../../../models/alarm/rules/explain.ts";
import { deviceId, type DeviceId } from "../../../../models/ids.ts";

const id = deviceId;
/** Device, what feeds it, what carries it. */
const town = new Map<DeviceId, { fedBy: DeviceId | null; via: DeviceId | null }>(
  (
    [
      ["transformer", null, null],
      ["feeder", "transformer", "gateway"],
      ["gateway", "feeder", null],
      ["room-gateway", "feeder", "gateway"],
      ["lift", "feeder", "room-gateway"],
      ["sump", null, "gateway"],
      ["ring-a", "ring-b", null],
      ["ring-b", "ring-a", null],
    ] as const
  ).map(([name, fedBy, via]) => [
    id(name),
    { fedBy: fedBy === null ? null : id(fedBy), via: via === null ? null : id(via) },
  ]),
);
const open = (...causes: [string, Cause["explains"]][]) =>
  new Map(causes.map(([device, explains]) => [id(device), [{ device: id(device), explains }]]));
const nearest = (device: string, causes: ReadonlyMap<DeviceId, readonly Cause[]>) =>
  explainedBy(id(device), (each) => town.get(each), causes)?.device ?? null;

describe("what explains an alarm", () => {
  it("AR22 is the nearest open cause of those that feed or carry a device", () => {
    expect(nearest("lift", open(["transformer", "fed"]))).toBe("transformer");
    expect(nearest("lift", open(["transformer", "fed"], ["feeder", "fed"]))).toBe("feeder");
    expect(nearest("lift", open(["gateway", "carried"]))).toBe("gateway");
    expect(nearest("lift", open(["transformer", "fed"], ["room-gateway", "carried"]))).toBe("room-gateway");
    expect(nearest("gateway", open(["transformer", "fed"]))).toBe("transformer");
  });

  it("AR22 is none where only the other line is cut, or the device itself is the cause", () => {
    expect(nearest("sump", open(["feeder", "fed"]))).toBeNull();
    expect(nearest("lift", open(["feeder", "carried"]))).toBeNull();
    expect(nearest("feeder", open(["feeder", "fed"]))).toBeNull();
    expect(nearest("ring-a", open(["ring-a", "fed"]))).toBeNull();
    expect(nearest("ring-a", open(["lift", "fed"]))).toBeNull();
    expect(nearest("nobody", open(["feeder", "fed"]))).toBeNull();
    expect(nearest("lift", open())).toBeNull();
  });

  it("AR23 never explains away what is P1 or latches", () => {
    expect(mayBeExplained({ priority: "P2" })).toBe(true);
    expect(mayBeExplained({ priority: "P1" })).toBe(false);
    expect(mayBeExplained({ priority: "P2", latches: true })).toBe(false);
  });
});
