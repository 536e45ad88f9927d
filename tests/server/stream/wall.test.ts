import { beforeEach, describe, expect, it } from "vitest";
import { withoutPeople } from "../../../models/alarm/discreet.ts";
import { type Alarm, stateOf } from "../../../models/alarm/alarm.ts";
import type { Alert } from "../../../models/alarm/alert.ts";
import { may, permissions } from "../../../models/duty/authority.ts";
import type { Authority } from "../../../models/duty/duty.ts";
import type { Person } from "../../../models/duty/person.ts";
import { dwellingId } from "../../../models/ids.ts";
import { RecordingWire } from "./recording-wire.ts";
import { box, callerKind, Town } from "./town.ts";

const wall: Authority = { duty: "wall", dwelling: null };
const home = dwellingId("home-a");

let town: Town;
beforeEach(() => {
  town = new Town();
  town.twin.addDevice(box("caller-a", home, { kind: callerKind.id, points: callerKind.points }));
  town.twin.addDevice(box("lift", null));
  town.tick();
});

describe("a wall", () => {
  it("DU11 may do nothing", () => {
    expect(permissions.filter((permission) => may(wall, permission))).toEqual([]);
  });

  it("DU11 is told of an alarm of plant, and of none of somebody's health in a home", () => {
    const client = new RecordingWire(town, wall);
    client.watchAll();
    town.report("caller-a", "call", 2000);
    town.report("lift", "load", 2000);
    town.tick(2);
    const told = client.events.flatMap((each): Alert[] =>
      each.event === "record" ? [each.payload.record.alert] : [],
    );
    expect(told.map(({ device }) => device)).toEqual(["lift"]);
  });

  it("DU11 whoever comes late is told the same", () => {
    town.report("caller-a", "call", 2000);
    town.report("lift", "load", 2000);
    town.tick(2);
    const answer = new RecordingWire(town, wall).watchAll();
    expect(answer).toMatchObject({
      ok: true,
      value: { records: [{ record: { alert: { device: "lift" } } }] },
    });
  });

  it("DU11 is told how an alarm stands, and nobody's name or words", () => {
    const by: Person = { duty: "operator", name: "Zhang Wei" };
    const act = { by, atMs: 5, note: "secret words" };
    town.report("lift", "load", 2000);
    town.tick();
    const [raised] = town.alarms.open.values();
    if (raised === undefined) throw new Error("no alarm was raised");
    const all: Alarm[] = [
      { ...raised, acknowledged: true, acknowledgement: act, changedBy: by },
      { ...raised, shelf: { ...act, reason: "secret words", untilMs: 9, oneShot: true } },
      { ...raised, outOfService: { ...act, workOrder: "secret words" } },
      raised,
    ];
    for (const alarm of all) {
      const told = withoutPeople(alarm);
      expect(JSON.stringify(told)).not.toMatch(/Zhang|secret/);
      expect(stateOf(told as Alarm)).toBe(stateOf(alarm));
    }
  });
});
