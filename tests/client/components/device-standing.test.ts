import { describe, expect, it } from "vitest";
import { buildingStandings } from "../../../client/components/building-standings.ts";
import {
  asksForSomebody,
  countOpen,
  countStale,
  foremost,
} from "../../../client/components/device-counts.ts";
import { conditionOf, keySlotOf, severityOf, urgencyOf } from "../../../client/components/device-standing.ts";
import { DeviceFlag } from "../../../client/replica/replica-view.ts";
import type { Alarm } from "../../../models/alarm/alarm.ts";
import { normalAlarm } from "../../../models/alarm/transition.ts";
import type { Priority } from "../../../models/device/kind.ts";
import { alarmId, buildingId, deviceId, limitId, pointId, propertyId } from "../../../models/ids.ts";
import { alertOf, smallReplica } from "./small-replica.ts";

const lift = { kind: "lift", building: "A-1" } as const;

describe("how a device stands", () => {
  const replica = smallReplica([
    { ...lift, id: "well" },
    { ...lift, id: "p1", severity: 4, flags: DeviceFlag.stale },
    { ...lift, id: "p4", severity: 1 },
    { ...lift, id: "old", flags: DeviceFlag.stale | DeviceFlag.bad },
    { ...lift, id: "bad", flags: DeviceFlag.bad | DeviceFlag.uncertain },
    { ...lift, id: "unsure", flags: DeviceFlag.uncertain },
    { ...lift, id: "silent", flags: DeviceFlag.missing },
  ]);
  const bytes = replica.deviceBytes();

  it("is read from its bytes, the worst said first", () => {
    expect([0, 1, 2].map((i) => severityOf(bytes, i))).toEqual([null, "P1", "P4"]);
    const conditions = ["good", "stale", "good", "stale", "bad", "uncertain", "missing"];
    expect(conditions.map((_, i) => conditionOf(bytes, i))).toEqual(conditions);
  });

  it("orders alerts before doubts and doubts before silence", () => {
    const order = [0, 1, 2, 3, 4, 5, 6].toSorted((a, b) => urgencyOf(bytes, b) - urgencyOf(bytes, a));
    expect(order).toEqual([1, 2, 3, 4, 5, 6, 0]);
  });

  it("counts the stale", () => {
    expect(countStale(bytes, 7)).toBe(2);
  });
});

describe("the point that speaks for a device", () => {
  it("is the one beyond its limit, else the first", () => {
    const alerts = [alertOf("a", "speed", { untilMs: 5 }), alertOf("a", "load")];
    const replica = smallReplica(
      [
        { ...lift, id: "a", severity: 2 },
        { ...lift, id: "b" },
      ],
      alerts,
    );
    const [a, b] = replica.devices.get();
    expect(replica.specOf(keySlotOf(replica, a!)!).property).toBe("load");
    expect(keySlotOf(replica, b!)).toBe(b!.slots[0]);
  });
});

describe("alerts", () => {
  const alerts = [
    alertOf("a", "load", { priority: "P3", fromMs: 9 }),
    alertOf("a", "speed", { priority: "P2", fromMs: 1 }),
    alertOf("b", "speed", { priority: "P2", fromMs: 4 }),
    alertOf("b", "load", { priority: "P1", fromMs: 5, untilMs: 6 }),
  ];

  it("are counted while open", () => {
    expect(countOpen(alerts)).toEqual({ P1: 0, P2: 2, P3: 1, P4: 0 });
  });

  it("have a foremost: the most urgent, of those the newest", () => {
    expect(foremost(alerts)).toBe(alerts[2]);
    expect(foremost([alerts[3]!])).toBeNull();
  });

  it("have what nobody has acknowledged before what somebody has, however urgent", () => {
    const alarm = (name: string, priority: Priority, acknowledged: boolean): Alarm => {
      const [device, limit] = [deviceId(name), limitId("high")];
      const point = pointId(device, propertyId("level"));
      const raised = normalAlarm(alarmId(point, limit), { point, device, limit, priority });
      return { ...raised, untilMs: null, acknowledged };
    };
    const [seen, low, high] = [alarm("a", "P1", true), alarm("b", "P4", false), alarm("c", "P2", false)];
    expect(foremost([seen, low, high])).toBe(high);
    expect(foremost([seen, low])).toBe(low);
    expect(foremost([seen])).toBe(seen);
    expect([seen, low].map(asksForSomebody)).toEqual([false, true]);
  });

  it("are summed up by building, with its devices", () => {
    const replica = smallReplica([
      { ...lift, id: "a" },
      { ...lift, id: "b" },
      { kind: "env_station", id: "out" },
    ]);
    const standings = buildingStandings(replica.devices.get(), alerts, (id) => replica.deviceOf(id));
    expect([...standings]).toEqual([[buildingId("A-1"), { devices: 2, open: 3, worst: "P2" }]]);
  });
});
