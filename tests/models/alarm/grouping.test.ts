import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Alarm, isOpen } from "../../../models/alarm/alarm.ts";
import { type AlarmWhereabouts, groupAlarms } from "../../../models/alarm/grouping.ts";
import { normalAlarm } from "../../../models/alarm/transition.ts";
import {
  alarmId,
  buildingId,
  deviceId,
  type DeviceId,
  gridCellId,
  limitId,
  pointId,
  propertyId,
} from "../../../models/ids.ts";

const limit = limitId("high");
function alarmOf(name: string, changed: Partial<Alarm> = {}): Alarm {
  const device = deviceId(name);
  const point = pointId(device, propertyId("level"));
  const normal = normalAlarm(alarmId(point, limit), { point, device, limit, priority: "P3" });
  return { ...normal, fromMs: 10, raisedAtMs: 10, untilMs: null, acknowledged: false, ...changed };
}
const suppressed = (name: string, cause: string, changed: Partial<Alarm> = {}): Alarm =>
  alarmOf(name, { suppressedBy: deviceId(cause), ...changed });

const building = buildingId("A-3");
const gridCell = gridCellId("G1");
const places = new Map<DeviceId, AlarmWhereabouts>([
  [deviceId("pump"), { building, gridCell, symbol: "water" }],
  [deviceId("valve"), { building, gridCell, symbol: "water" }],
  [deviceId("lift"), { building, gridCell, symbol: "lift" }],
  [deviceId("lamp"), { building: null, gridCell, symbol: "lighting" }],
  [deviceId("gate"), { building: null, gridCell: null, symbol: "access" }],
]);
const grouped = (...alarms: readonly Alarm[]) => groupAlarms(alarms, (device) => places.get(device) ?? null);
const keys = (...alarms: readonly Alarm[]) => grouped(...alarms).map(({ key }) => key);

const names = ["pump", "valve", "lift", "lamp", "gate", "nobody's"];
const anyAlarm = fc
  .record({
    name: fc.constantFrom(...names),
    cause: fc.option(fc.constantFrom(...names)),
    priority: fc.constantFrom("P1" as const, "P2" as const, "P3" as const, "P4" as const),
    fromMs: fc.integer({ min: 0, max: 5 }),
    acknowledged: fc.boolean(),
    untilMs: fc.option(fc.constant(9)),
  })
  .map(({ name, cause, ...changed }) => (cause ? suppressed(name, cause, changed) : alarmOf(name, changed)));
const anyAlarms = fc.uniqueArray(anyAlarm, { selector: ({ alarm }) => alarm });

describe("groups of alarms", () => {
  it("AG1 are of the last cause of causes, and hold its own alarms too", () => {
    const trip = alarmOf("transformer", { priority: "P1" });
    const [group, ...others] = grouped(
      suppressed("feeder", "transformer"),
      suppressed("lamp", "feeder"),
      trip,
      suppressed("gate", "transformer"),
    );
    expect(others).toEqual([]);
    expect(group).toMatchObject({ key: "cause:transformer", cause: "transformer", worst: "P1" });
    expect(group?.counts).toMatchObject({ suppressed: 3, unacknowledged: 1 });
    expect(group?.alarms).toHaveLength(4);
  });

  it("AG1 find one of those that explain each other, the same from wherever", () => {
    const round = [suppressed("a", "b"), suppressed("b", "c"), suppressed("c", "b"), suppressed("d", "c")];
    expect(keys(...round)).toEqual(["cause:b"]);
  });

  it("AG2 are otherwise of the building, the grid cell or outdoors, and of the family of the kind", () => {
    expect(keys(alarmOf("pump"), alarmOf("valve"))).toEqual(["building:A-3:water"]);
    expect(keys(alarmOf("pump"), alarmOf("lift"))).toEqual(["building:A-3:lift", "building:A-3:water"]);
    expect(keys(alarmOf("lamp"))).toEqual(["grid-cell:G1:lighting"]);
    expect(keys(alarmOf("gate"))).toEqual(["outdoors:access"]);
    expect(keys(alarmOf("stranger"))).toEqual(["outdoors:"]);
  });

  it("AG3 say what is in them, the gravest group first", () => {
    const [graver, other] = grouped(
      alarmOf("lamp", { fromMs: 1 }),
      alarmOf("pump", { fromMs: 30 }),
      alarmOf("valve", { fromMs: 20, priority: "P2", acknowledged: true }),
    );
    expect(other?.key).toBe("grid-cell:G1:lighting");
    expect(graver).toMatchObject({ worst: "P2", firstMs: 20, lastMs: 30, symbol: "water", cause: null });
    expect(graver?.place).toEqual({ in: "building", building });
    expect(graver?.counts).toMatchObject({ unacknowledged: 1, acknowledged: 1, shelved: 0 });
  });

  it("AG3 hold each open alarm once", () => {
    fc.assert(
      fc.property(anyAlarms, (alarms) => {
        const all = grouped(...alarms).flatMap((group) => group.alarms);
        const open = alarms.filter(isOpen).map(({ alarm }) => alarm);
        expect(all.toSorted()).toEqual(open.toSorted());
      }),
    );
  });

  it("AG4 are the same in whatever order the alarms come", () => {
    fc.assert(
      fc.property(
        anyAlarms.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([alarms, shuffled]) => {
          expect(grouped(...shuffled)).toEqual(grouped(...alarms));
        },
      ),
    );
  });

  it("AG4 keep their key while others come and go", () => {
    fc.assert(
      fc.property(anyAlarms, (alarms) => {
        const without = alarms.filter(
          ({ suppressedBy, device }) => suppressedBy === null && device !== "pump",
        );
        const before = keys(...without);
        const after = new Set(keys(...without, alarmOf("pump")));
        expect(before.filter((key) => !after.has(key))).toEqual([]);
      }),
    );
  });
});
